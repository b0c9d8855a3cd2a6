#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/step.h"

// The words of steps as files use them, out of the table of verbs, for whoever reads steps or refuses them.
namespace interleave {

// The keys that a step may have, those included that are refused by name.
const KnownKeys& step_keys();

// The verb of that name, supported or not; null where there is none.
const VerbWords* find_verb(std::string_view name);

// The verbs of this version.
std::vector<std::string_view> built_verbs();

// Those of them beside which that key may stand.
std::vector<std::string_view> verbs_beside(std::string_view key);

// "print", "sleep"
std::string in_quotes_each(const std::vector<std::string_view>& words);

bool has_companion(const VerbWords& verb, std::string_view key);

// What a step of that verb, one of this version, does before anything of it is read.
Action empty_action(std::string_view verb);

}  // namespace interleave
