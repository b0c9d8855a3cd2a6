#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "app/gui/model/edit/text_edit.h"
#include "app/gui/model/picture/step_index.h"
#include "app/gui/model/state/vocabulary.h"

namespace interleave::gui {

struct AppState;

// One thing found: a task by its name, a span by its label, or a line of output.
struct Match {
  enum class Kind : std::uint8_t { task, span, output };

  Time time{};
  Kind kind = Kind::task;
  TaskId task = TaskId::none;       // none where a line is the main program's
  std::optional<std::size_t> span;  // position in the task's spans: the one to select

  friend bool operator==(const Match&, const Match&) = default;
};

// By time, at one moment in the order of the kinds, then of the tasks. Capital letters of English count as small ones.
// Empty where the query is. O(spans).
std::vector<Match> find_matches(const Timeline& timeline, const StepIndex& steps, std::string_view query);

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

// What update() does to the search.
void open_search(AppState& state);
void close_search(AppState& state);
// Looks again where the text or the record has changed.
void refresh_search(AppState& state);
// Moves the playhead and the view to the next match and selects its span; from the playhead where none is current.
void go_to_match(AppState& state, Direction direction);

}  // namespace interleave::gui
