#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/edit/text_edit.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// One thing found: a task by its name, a span by its label, or a line of output.
struct Match {
  enum class Kind : std::uint8_t { task, span, output };

  Time time{};
  Kind kind = Kind::task;
  TaskId task = TaskId::none;       // none where a line is the main program's
  std::optional<std::size_t> span;  // position in the task's spans: the one to select

  friend bool operator==(const Match&, const Match&) = default;
};

struct Search {
  bool open = false;    // its field is on the screen
  bool typing = false;  // and takes the keys
  TextEdit field;
  std::vector<Match> matches;
  std::optional<std::size_t> current;

  // What the matches were looked for in.
  std::string query;
  std::shared_ptr<const Timeline> searched;
  Time searched_until{};
};

}  // namespace interleave::gui
