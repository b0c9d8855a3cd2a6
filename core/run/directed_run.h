#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/record/schedule.h"
#include "core/scenario/verbs.h"
#include "core/timeline/timeline.h"

namespace interleave {

// A virtual run that somebody directs: behind its schedule it stands still, until it is said whose step that counts
// comes next.
struct DirectedRun {
  // What can be next.
  struct Choice {
    Token token;
    std::optional<Verb> verb = {};           // of the step, give_back where that is the task's end; none: no step, but
                                             // the end of a wait, or an arrival
    ObjectId object = ObjectId::none;        // that the step is about
    TaskId other = TaskId::none;             // the task that the step is about
    std::optional<std::int64_t> value = {};  // that it writes or puts

    friend bool operator==(const Choice&, const Choice&) = default;
  };
  std::shared_ptr<const Timeline> timeline;  // as far as it has come; finished where nothing can be next
  std::vector<Choice> choices;               // in the order of tokens
};

}  // namespace interleave
