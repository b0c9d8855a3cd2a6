#include "app/gui/model/input/acts.h"

#include <doctest/doctest.h>
#include <map>
#include <set>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/input/command_text.h"
#include "app/gui/model/input/key_table.h"
#include "app/gui/model/input/key_text.h"
#include "app/gui/model/input/tooltips.h"
#include "tests/architecture/include_rule.h"
#include "tests/gui/desk.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

// Parts of the window that keys reach but nobody presses.
const std::set kAreas = {"task-table"_act, "step-list"_act, "file-text"_act};

CommandNames names_in(const AppState& state) {
  CommandNames names;
  for (const Task& task : state.scenario().tasks) names.tasks.push_back(task.name);
  for (const ScenarioEntry& entry : state.scenarios) names.scenarios.push_back(entry.name);
  return names;
}

bool goes_through_text(const Command& command, const CommandNames& names) {
  const auto read = read_command(write_command(command, names), names);
  return read && read.value() == command;
}

// A scenario that was edited, run and looked at, so that whatever depends on the state has something to say.
struct BusyWindow : FinishedRun {
  BusyWindow() : FinishedRun(Mode::pool) {
    for (const char* seconds : {"4", "6", "7"}) update(state, command::SetCell{kFoodSeconds, seconds});
    update(state, command::Undo{});
    update(state, command::SelectCell{{CellKind::name, 1}});
    REQUIRE(state.document().undoable() != nullptr);
    REQUIRE(state.document().redoable() != nullptr);
  }
};

// The ids that stand in the sources, as literals of their own kind.
std::set<std::string> written_ids(const std::vector<const char*>& folders) {
  const std::string literal_end = {'"', '_', 'a', 'c', 't'};
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  std::set<std::string> ids;
  for (const char* folder : folders) {
    for (const auto& file : architecture::files_below(root, folder, {".h", ".cpp"})) {
      const std::string text = architecture::read_text(root / file);
      for (std::size_t end = text.find(literal_end); end != std::string::npos; end = text.find(literal_end, end + 1)) {
        const std::size_t begin = text.rfind('"', end - 1) + 1;
        if (begin < end) ids.insert(text.substr(begin, end - begin));  // not where the literals are defined
      }
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("every act has an id of its own, a label, and a command that has a text") {
  const BusyWindow window;
  const CommandNames names = names_in(window.state);
  std::set<ActId> ids;
  for (const Act& row : acts()) {
    CAPTURE(row.id.name());
    CHECK(row.id.name().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK(ids.insert(row.id).second);
    CHECK(&act(row.id) == &row);
    const bool is_answer = std::find(answer_acts().begin(), answer_acts().end(), row.id) != answer_acts().end();
    CHECK(row.label(window.state).empty() == is_answer);  // nothing is asked here
    CHECK(goes_through_text(row.command(window.state), names));
  }
}

TEST_CASE("whatever is an icon alone says what it does, and every act that has a key names it") {
  const BusyWindow window;
  for (const Act& row : acts()) {
    CAPTURE(row.id.name());
    const std::string label = row.label(window.state);
    const std::string tooltip = tooltip_of(window.state, row);
    const bool is_icon = !label.empty() && label[0] >= 'a' && label[0] <= 'z' && !kAreas.contains(row.id);
    if (is_icon) CHECK_FALSE(tooltip.empty());
    CHECK(tooltip.find('{') == std::string::npos);
    if (const std::string key = key_of(window.state, row); !key.empty() && !tooltip.empty()) {
      // A key of one letter stands in many a sentence.
      CHECK((tooltip.find(": " + key) != std::string::npos || tooltip.find("or " + key) != std::string::npos));
    }
  }
}

TEST_CASE("a tooltip names the key that the table has, where it has one") {
  const BusyWindow window;
  const auto tooltip = [&](ActId id) { return tooltip_of(window.state, act(id)); };
  CHECK(tooltip("run"_act) == "Run the scenario from 0 s: Thread pool, simulated.  Key: Ctrl+R");
  CHECK(tooltip(mode_acts()[3]) == "At most max_workers threads share the tasks; the others queue.  Key: 4");
  CHECK(tooltip("step"_act) == "Step: move the playhead to the next event of the run.  Key: right arrow");
  CHECK(tooltip("zoom-out"_act) == "Zoom out.  Key: S, or the wheel");
  CHECK(tooltip("next-match"_act) == "Next match.  Key: Enter, or n");
  CHECK(tooltip("previous-match"_act) == "Previous match.  Key: Shift+Enter, or N");
  CHECK(tooltip("close-search"_act) == "Close the search.  Key: Esc");
  CHECK(tooltip("code-cpp"_act).ends_with("in C++, and what is predicted for it.  Key: L changes the language"));
  CHECK(tooltip("redo"_act).ends_with(".  Key: Ctrl+Shift+Z"));
  CHECK(tooltip("task-up"_act) == "Move the selected task up.  Key: Alt+Up");
  CHECK(tooltip("delete-task"_act) == "Delete the selected task.  Key, in the table: Delete");
  CHECK(tooltip("smaller-text"_act) == "Smaller text.  Key: Ctrl -");
  CHECK(tooltip("theme"_act) == "Now the dark theme; press for the light one");
}

TEST_CASE("every key of the table makes a command that has a text, and has a name") {
  const BusyWindow window;
  const CommandNames names = names_in(window.state);
  for (const KeyLine& line : key_table()) {
    for (const Binding& binding : line.keys) {
      CAPTURE(line.what);
      CHECK_FALSE(key_text(binding).empty());
      CHECK(goes_through_text(binding.wish(window.state, binding.press), names));
    }
  }
}

TEST_CASE("every id that a source asks for is an act's, and every act is asked for by the window") {
  std::set<std::string> known;
  for (const Act& row : acts()) known.emplace(row.id.name());
  for (const std::string& id : written_ids({"app/gui", "tests/gui"})) {
    INFO(id);
    CHECK(known.contains(id));
  }
  auto drawn = written_ids({"app/gui/views"});
  for (const auto ids : {mode_acts(), picture_acts(), answer_acts(), file_menu()}) {
    for (const ActId id : ids) drawn.emplace(id.name());
  }
  for (const std::string& id : known) {
    INFO(id);
    CHECK(drawn.contains(id));
  }
}

TEST_CASE("to activate presses what has the focus, else goes to what is selected") {
  Desk desk;
  CHECK(activated(desk.state) == Command(command::FocusSelected{}));
  desk.state.focused = mode_acts()[3];
  CHECK(activated(desk.state) == Command(command::SetMode{Mode::pool}));
  desk.state.focused = "to-start"_act;
  REQUIRE_FALSE(act("to-start"_act).enabled(desk.state));
  CHECK_FALSE(activated(desk.state));
  update(desk.state, command::OpenMenu{Menu::speeds});
  update(desk.state, command::MoveInMenu{1});
  CHECK(activated(desk.state) == Command(command::SetSpeed{2}));
}

TEST_CASE("the menu of scenarios ends with what can be done with files, each with its key beside it") {
  Desk desk;
  desk.click("scenario"_act);
  const std::map<std::string, std::string> expected = {{"New", "Ctrl+N"},
                                                       {"Open a file…", "Ctrl+O"},
                                                       {"Save", "Ctrl+S"},
                                                       {"Save as…", "Ctrl+Shift+S"},
                                                       {"Save the run…", "Ctrl+Shift+R"},
                                                       {"Export…", "Ctrl+Shift+E"}};
  REQUIRE(file_menu().size() == expected.size() + 1);
  CHECK(file_menu().front() == "open-lessons"_act);
  for (const ActId id : file_menu().subspan(1)) {
    const std::string label = act(id).label(desk.state);
    CAPTURE(label);
    CHECK(key_of(desk.state, act(id)) == expected.at(label));
    CHECK(desk.shows(label));
    CHECK(desk.shows(expected.at(label)));
  }
}

}  // namespace interleave::gui
