#pragma once

#include <compare>
#include <memory>
#include <vector>

#include "core/timeline/ends.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

// Where a task was cut while it had still something to do: its time to wait was up, and it went on without; or it was
// cancelled, and cleaned up.
struct Cut {
  TaskId task = TaskId::none;
  Time at{};
  TaskEnd how = TaskEnd::timed_out;

  friend bool operator==(const Cut&, const Cut&) = default;
};

// A moment at which the task cancelled another one, or was cancelled by one.
struct CancelEnd {
  TaskId task = TaskId::none;
  Time at{};

  friend auto operator<=>(const CancelEnd&, const CancelEnd&) = default;
};

// What is marked in the picture of a run.
struct Findings {
  std::vector<SharingMark> marks;      // in the order of their accesses
  std::vector<Cut> cuts;               // by task
  std::vector<CancelEnd> cancel_ends;  // sorted
  std::vector<TaskEnd> ends;  // the kinds of ends there are, but for those that went well; each once, in their order
};

// Of a run that still goes on and has many accesses, the marks are those alone that its engine made.
Findings findings_of(const Timeline& timeline);

// Those of the runs on the screen, made again only when there is more of them.
class KeptFindings {
 public:
  // From now on these runs are on the screen, and no others.
  void look_at(const std::vector<std::shared_ptr<const Timeline>>& runs);
  const Findings& of(const Timeline& timeline) const;

 private:
  struct Kept {
    std::shared_ptr<const Timeline> run;
    Time horizon{};
    bool finished = false;
    std::shared_ptr<const Findings> findings;
  };
  std::vector<Kept> kept_;
};

}  // namespace interleave::gui
