#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/timeline/sharing_marks.h"

// What is wrong with how tasks share variables, in words.
namespace interleave::gui {

using MarkKind = SharingMark::Kind;

// "unordered", "lost update", "stale decision".
std::string_view name(MarkKind kind);
// One sentence on what it means.
std::string_view explanation(MarkKind kind);

// Who did what when, and what is wrong with that.
std::vector<std::string> mark_sentences(const Timeline& timeline, const SharingMark& mark);

// How many there are of each kind, the worst first: "1 lost update", "2 unordered accesses". Of those alone that count,
// if it is said which do.
std::vector<std::string> marks_texts(const std::vector<SharingMark>& marks,
                                     const std::function<bool(const SharingMark&)>& counts = {});

// The worst of the access's marks, or none.
std::optional<MarkKind> mark_of(const std::vector<SharingMark>& marks, std::size_t access);

// Whether the first is worse: what is certainly wrong goes before what may be.
bool is_worse(MarkKind a, MarkKind b);

}  // namespace interleave::gui
