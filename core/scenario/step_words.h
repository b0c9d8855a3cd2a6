#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/step.h"

// The words of steps as files use them, out of the table of verbs, for whoever reads steps or refuses them.
namespace interleave {

// The keys that a step may have.
const KnownKeys& step_keys();

// The verb of that name; null where there is none.
const VerbWords* find_verb(std::string_view name);

std::vector<std::string_view> verb_names();

// Those of them beside which that key may stand.
std::vector<std::string_view> verbs_beside(std::string_view key);

// "print", "sleep"
std::string in_quotes_each(const std::vector<std::string_view>& words);

bool has_companion(const VerbWords& verb, std::string_view key);

// What a step of that verb does before anything of it is read.
Action empty_action(std::string_view verb);

}  // namespace interleave
