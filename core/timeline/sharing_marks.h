#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

namespace interleave {

// Something that is wrong, or may be, with how tasks share a variable. `access` and `other` are positions among the
// timeline's accesses, `other` being the earlier one; `read` is what the access goes by, where it is a write that does.
struct SharingMark {
  enum class Kind : std::uint8_t {
    unordered,       // nothing in the program decides which of the two comes first, and one of them is a write
    lost_update,     // the write's value comes from a read of the same variable that another task has overtaken
    stale_decision,  // its value or the decision to write comes from a read that another task has overtaken
  };
  Kind kind = Kind::unordered;
  std::size_t access = 0;
  std::size_t other = 0;
  std::optional<std::size_t> read;

  friend bool operator==(const SharingMark&, const SharingMark&) = default;
};

// All marks of a run, in the order of their accesses; an access has one of a kind at most. Those of this run: that
// there are none does not say that the program is free of them. In coroutine mode nothing is unordered, since only one
// task runs at a time and gives way where it says so. For unordered accesses: vector clocks (C. Fidge, F. Mattern,
// 1988), compared as in FastTrack (C. Flanagan, S. Freund, 2009). They take memory and time with the square of how many
// tasks share anything, and are left out where there are too many of them.
std::vector<SharingMark> marks_of(const Timeline& timeline);

// Those alone that the engine made as the run went on: all but unordered accesses.
std::vector<SharingMark> stale_marks_of(const Timeline& timeline);

}  // namespace interleave
