#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "core/record/event.h"
#include "core/timeline/timeline.h"

namespace interleave {

// What a run came to, as far as its interleaving decides that: by which runs are told from others.
struct RunResult {
  struct TaskEnd {
    Outcome outcome = Outcome::finished;
    std::string error = {};

    friend auto operator<=>(const TaskEnd&, const TaskEnd&) = default;
  };
  Outcome outcome = Outcome::finished;                 // finished, failed or deadlocked
  std::vector<std::vector<std::int64_t>> shared = {};  // what each variable was in the end, in each process
  bool lost_updates = false;
  bool stale = false;
  std::vector<TaskEnd> tasks = {};       // by id
  std::vector<std::string> output = {};  // where that is looked at

  friend auto operator<=>(const RunResult&, const RunResult&) = default;
};

// That of a finished virtual run.
RunResult run_result(const Timeline& timeline, bool with_lines);

}  // namespace interleave
