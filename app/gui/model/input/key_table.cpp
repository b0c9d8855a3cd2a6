#include "app/gui/model/input/key_table.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/step_wishes.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/progress.h"
#include "core/base/mode.h"

namespace interleave::gui {

namespace {

constexpr double kKeyZoomStep = 1.25;
constexpr double kFastZoomStep = 2.0;
constexpr double kPanShare = 0.15;
constexpr double kFastPanShare = 0.6;
constexpr float kConsolePage = 10;  // lines
constexpr float kSizeStep = 0.05F;
constexpr float kCodePage = 10;  // rows

constexpr Direction kNext = Direction::next;
constexpr Direction kPrevious = Direction::previous;

constexpr std::size_t kMostTasksWithDigits = 9;

// Of the user as the scheduler: that task's first step that can be next.
Command wish_of_task(const AppState& state, std::size_t task) {
  const std::vector<OfferedStep> steps =
      state.directed ? steps_of(state.directed->now(), task_id(task)) : std::vector<OfferedStep>();
  return command::TakeSteps{steps.empty() ? "" : steps.front().token};
}

// Writes the table: a group, its lines, and the keys of the line written last. A statement each, for the compiler's
// sake.
class Writer {
 public:
  explicit Writer(std::vector<KeyLine>& table) : table_(table) {}

  void group(std::string heading) { heading_ = std::move(heading); }
  void line(std::string what, std::string gesture = "") {
    table_.push_back({std::exchange(heading_, ""), std::move(what), std::move(gesture), {}});
  }
  Binding& on(KeyPress press, std::string written, Command command) {
    Binding binding;
    binding.press = press;
    binding.written = std::move(written);
    binding.wish = [wish = std::move(command)](const AppState&, const KeyPress&) { return wish; };
    table_.back().keys.push_back(std::move(binding));
    return table_.back().keys.back();
  }
  Binding& key(Key key, std::string written, Command command) {
    return on({key, 0, false, false}, std::move(written), std::move(command));
  }
  Binding& character(char32_t character, std::string written, Command command) {
    return on({Key::none, character, false, false}, std::move(written), std::move(command));
  }
  Binding& control_key(Key key, std::string written, Command command) {
    return on({key, 0, true, false}, std::move(written), std::move(command));
  }
  Binding& control_character(char32_t character, std::string written, Command command) {
    return on({Key::none, character, true, false}, std::move(written), std::move(command));
  }
  Binding& in(Where where, Key key, std::string written, Command command) {
    Binding& binding = this->key(key, std::move(written), std::move(command));
    binding.where = where;
    return binding;
  }

 private:
  std::vector<KeyLine>& table_;
  std::string heading_;
};

void add_zoom(Writer& table, Key key, std::string written, Direction direction) {
  Binding& binding = table.key(key, std::move(written), command::Fit{});
  binding.wish = [direction](const AppState&, const KeyPress& press) {
    const double factor = press.shift ? kFastZoomStep : kKeyZoomStep;
    return Command(command::ZoomAtPointer{direction == kNext ? factor : 1 / factor});
  };
  binding.like = {direction == kNext ? "zoom-in"_act : "zoom-out"_act};
}

void add_pan(Writer& table, Key key, std::string written, Direction direction) {
  table.key(key, std::move(written), command::Fit{}).wish = [direction](const AppState&, const KeyPress& press) {
    const double share = press.shift ? kFastPanShare : kPanShare;
    return Command(command::PanByShare{direction == kNext ? share : -share});
  };
}

void add_run(Writer& table) {
  table.group("The run");
  table.line("play or pause");
  table.key(Key::space, "Space", command::TogglePause{});
  table.line("run again from the start");
  table.control_character(U'r', "Ctrl+R", command::Run{}).shift = WithShift::no;
  table.line("next / previous event");
  table.key(Key::right, "arrow right", command::StepEvent{kNext});
  table.key(Key::left, "left", command::StepEvent{kPrevious});
  table.line("first / last moment");
  table.control_key(Key::home, "Ctrl+Home", command::GoToStart{});
  table.control_key(Key::end, "End", command::GoToEnd{});
  table.line(fmt::format("mode 1 to {}; compare all", kModes.size()));
  for (const Mode mode : kModes) {
    const auto digit = static_cast<char>('1' + index(mode));
    table.character(static_cast<char32_t>(digit), std::string(1, digit), command::SetMode{mode}).wish =
        [mode](const AppState& state, const KeyPress& press) {
          if (state.directed && press.shift) return wish_of_task(state, index(mode));
          return Command(command::SetMode{mode});
        };
  }
  table.character(U'c', "C", command::SetComparing{}).wish = [](const AppState& state, const KeyPress&) {
    return act("compare"_act).command(state);
  };
  table.line("max_workers more / fewer");
  table.character(U'+', "+ or ]", command::ChangeMaxWorkers{+1});
  table.character(U'-', "- or [", command::ChangeMaxWorkers{-1});
  table.character(U']', "", command::ChangeMaxWorkers{+1});
  table.character(U'[', "", command::ChangeMaxWorkers{-1});
  table.key(Key::right, "", command::ChangeMaxWorkers{+1}).within = Panel::curve;
  table.key(Key::left, "", command::ChangeMaxWorkers{-1}).within = Panel::curve;
}

void add_view(Writer& table) {
  table.group("The view");
  table.line("zoom at the pointer (Shift: faster)", "wheel");
  add_zoom(table, Key::position_w, "W", kNext);
  add_zoom(table, Key::position_s, "S", kPrevious);
  table.line("pan (Shift: faster)", "Shift+wheel, right drag, Shift+drag");
  add_pan(table, Key::position_a, "A", kPrevious);
  add_pan(table, Key::position_d, "D", kNext);
  table.line("go anywhere in the run", "drag on the strip above the axis");
  table.line("show the whole run", "double-click");
  table.character(U'0', "0", command::Fit{});
  table.key(Key::home, "Home", command::Fit{});
  table.line("zoom to what is selected");
  table.character(U'f', "F", command::FocusSelected{});
  table.line("scroll the lanes", "wheel on their names, scroll bar");
  table.line("lanes of what tasks share");
  Binding& shared = table.character(U'k', "K", command::ShowShared{});
  shared.wish = [](const AppState& state, const KeyPress&) { return act("shared-lanes"_act).command(state); };
  shared.like = {"shared-lanes"_act};
  table.line("what every order of steps comes to");
  Binding& outcomes = table.character(U'x', "X", command::ShowOutcomes{});
  outcomes.wish = [](const AppState& state, const KeyPress&) { return act("outcomes"_act).command(state); };
  outcomes.like = {"outcomes"_act};
  table.line("all states of the program");
  Binding& graph = table.character(U'u', "U", command::ShowGraph{});
  graph.wish = [](const AppState& state, const KeyPress&) { return act("graph"_act).command(state); };
  graph.like = {"graph"_act};
  table.line("be the scheduler; let a task go; back", "click a task");
  Binding& direct = table.character(U'y', "Y", command::Direct{});
  direct.wish = [](const AppState& state, const KeyPress&) { return act("direct"_act).command(state); };
  direct.like = {"direct"_act};
  for (std::size_t task = kModes.size(); task < kMostTasksWithDigits; ++task) {
    Binding& digit = table.character(static_cast<char32_t>(U'1' + task), "", command::Escape{});
    digit.shift = WithShift::yes;
    digit.wish = [task](const AppState& state, const KeyPress&) { return wish_of_task(state, task); };
  }
  table.key(Key::backspace, "Backspace", command::TakeBackStep{}).like = {"take-back-step"_act};
}

void add_look(Writer& table) {
  table.group("Look closely");
  table.line("move the playhead", "drag on the time axis or on it");
  table.line("details of a bar", "click");
  table.line("next / previous span of its lane");
  table.character(U'.', ".", command::SelectNeighbour{kNext}).wish = [](const AppState& state, const KeyPress&) {
    if (state.presenting && !state.selection) return Command(command::ToggleBlack{});
    return Command(command::SelectNeighbour{kNext});
  };
  table.character(U',', ",", command::SelectNeighbour{kPrevious});
  table.line("lane below / above");
  table.key(Key::down, "arrow down", command::SelectLane{kNext});
  table.key(Key::up, "up", command::SelectLane{kPrevious});
  table.line("the span that it waits for");
  table.character(U'e', "E", command::SelectCause{});
  table.key(Key::enter, "", command::SelectCause{}).within = Panel::now;
  table.line("measure a stretch of time", "drag across the bars");
  table.character(U'r', "R", command::SelectRangeHere{});
  table.line("the same by events");
  table.key(Key::right, "Shift+right", command::ExtendRange{kNext}).shift = WithShift::yes;
  table.key(Key::left, "left", command::ExtendRange{kPrevious}).shift = WithShift::yes;
  table.line("clear the selection, close");
  table.key(Key::escape, "Esc", command::Escape{}).like = {"close-search"_act};
}

void add_find(Writer& table) {
  table.group("Find and mark");
  table.line("search tasks, steps, output");
  table.character(U'/', "/", command::OpenSearch{});
  table.line("next / previous match");
  table.character(U'n', "Enter or n", command::GoToMatch{kNext});
  table.character(U'N', "Shift+Enter or N", command::GoToMatch{kPrevious});
  table.line("mark the moment, name it");
  table.character(U'm', "M", command::EditMark{});
  table.line("next / previous mark");
  table.control_key(Key::right, "Ctrl+right", command::GoToMark{kNext});
  table.control_key(Key::left, "left", command::GoToMark{kPrevious});
  table.line("delete the mark at the playhead");
  table.key(Key::remove, "Delete", command::DeleteMark{});
}

Language other(Language language) { return language == Language::python ? Language::cpp : Language::python; }

void add_sizes(Writer& table) {
  table.line("left ones wider / narrower");
  table.control_key(Key::right, "Ctrl+Shift+right", command::ResizePanelsBy{PanelGroup::side, +kSizeStep}).shift =
      WithShift::yes;
  table.control_key(Key::left, "left", command::ResizePanelsBy{PanelGroup::side, -kSizeStep}).shift = WithShift::yes;
  table.line("code higher / lower");
  table.control_key(Key::up, "Ctrl+Shift+up", command::ResizePanelsBy{PanelGroup::code, +kSizeStep}).shift =
      WithShift::yes;
  table.control_key(Key::down, "down", command::ResizePanelsBy{PanelGroup::code, -kSizeStep}).shift = WithShift::yes;
}

// In the list of steps, what is done with a step has the keys that it has with a task in the table.
void add_step_keys(Writer& table) {
  table.in(Where::steps, Key::insert, "", command::InsertStep{}).like = {"add-step"_act};
  Binding& removes = table.in(Where::steps, Key::remove, "", command::Escape{});
  removes.wish = [](const AppState& state, const KeyPress&) { return wish_to_remove(state); };
  removes.like = {"remove-step"_act};
  for (const Way way : {Way::up, Way::down}) {
    Binding& moves = table.in(Where::steps, way == Way::up ? Key::up : Key::down, "", command::Escape{});
    moves.press.alt = true;
    moves.wish = [way](const AppState& state, const KeyPress&) { return wish_to_move_step(state, way); };
    moves.like = {way == Way::up ? "step-up"_act : "step-down"_act};
  }
}

void add_editing(Writer& table) {
  table.group("Edit and save");
  table.line("change a cell, a step; its number", "double-click, digits");
  table.in(Where::cells, Key::enter, "Enter", command::EditSelectedCell{});
  table.in(Where::cells, Key::f2, "", command::EditSelectedCell{});
  for (char digit = '0'; digit <= '9'; ++digit) {
    Binding& types =
        table.character(static_cast<char32_t>(digit), "", command::EditSelectedCell{std::string(1, digit)});
    types.where = Where::numbers;
  }
  table.in(Where::cells, Key::up, "", command::MoveInTable{0, -1});
  table.in(Where::cells, Key::down, "", command::MoveInTable{0, +1});
  table.in(Where::cells, Key::left, "", command::MoveInTable{-1, 0});
  table.in(Where::cells, Key::right, "", command::MoveInTable{+1, 0});
  table.line("change how long a step takes", "drag the selected bar's end");
  table.line("add / delete a task, a step");
  table.key(Key::insert, "Insert", command::AddTask{});
  table.in(Where::table, Key::remove, "Delete", command::DeleteTask{});
  table.line("move it up / down; copy a task", "drag a step, Alt+up / down");
  table.in(Where::table, Key::up, "", command::MoveTask{Way::up}).press.alt = true;
  table.in(Where::table, Key::down, "", command::MoveTask{Way::down}).press.alt = true;
  table.control_character(U'd', "Ctrl+D", command::DuplicateTask{});
  add_step_keys(table);
  table.line("undo / redo an edit");
  table.control_character(U'z', "Ctrl+Z", command::Undo{}).shift = WithShift::no;
  table.control_character(U'z', "Ctrl+Shift+Z", command::Redo{}).shift = WithShift::yes;
  table.control_character(U'y', "", command::Redo{});
  table.line("steps of a task; scenario as text");
  Binding& shows = table.character(U't', "T", command::ShowSteps{});
  shows.wish = [](const AppState& state, const KeyPress&) { return wish_to_show_steps(state); };
  shows.like = {"steps"_act};
  table.control_character(U'e', "Ctrl+E", command::FocusFileText{}).wish = [](const AppState& state, const KeyPress&) {
    if (state.panel.tab == PanelTab::file) return Command(command::ShowTab{PanelTab::tasks});
    return Command(command::FocusFileText{});
  };
  table.line("export: picture, trace, program…");
  table.control_character(U'e', "Ctrl+Shift+E", command::OpenExport{}).shift = WithShift::yes;
  table.line("save the run");
  table.control_character(U'r', "Ctrl+Shift+R", command::OpenDialog{FilePurpose::save_run}).shift = WithShift::yes;
  table.line("new / open / save / save as");
  table.control_character(U'n', "Ctrl+N", command::NewScenario{});
  table.control_character(U'o', "Ctrl+O", command::OpenDialog{FilePurpose::open});
  table.control_character(U's', "Ctrl+S", command::Save{}).shift = WithShift::no;
  table.control_character(U's', "Ctrl+Shift+S", command::OpenDialog{FilePurpose::save}).shift = WithShift::yes;
}

// In a hall they are a clicker's.
void add_page(Writer& table, Key key, std::string written, Direction direction) {
  table.key(key, std::move(written), command::ScrollConsoleBy{}).wish = [direction](const AppState& state,
                                                                                    const KeyPress&) {
    if (state.presenting) return Command(command::StepEvent{direction});
    return Command(command::ScrollConsoleBy{direction == kPrevious ? kConsolePage : -kConsolePage});
  };
}

// Beside the line of what they belong to; the tooltips of their buttons name them.
void add_lecture(Writer& table) {
  table.key(Key::f5, "F5", command::TogglePresentation{}).like = {"presentation"_act};
  table.key(Key::f2, "", command::ShowBeside{Beside::code}).like = {"beside-code"_act};
  table.key(Key::f3, "", command::ShowBeside{Beside::console}).like = {"beside-console"_act};
  table.key(Key::f4, "", command::ShowBeside{Beside::now}).like = {"beside-now"_act};
  table.character(U'b', "", command::ToggleBlack{});
  table.control_character(U'f', "", command::ToggleFreeze{}).wish = [](const AppState& state, const KeyPress&) {
    return state.presenting ? Command(command::ToggleFreeze{}) : Command(command::OpenSearch{});
  };
}

void add_window(Writer& table) {
  table.group("The window");
  table.line("next / previous panel");
  table.key(Key::f6, "F6 / Shift+F6", command::FocusPanel{kNext});
  table.key(Key::f6, "", command::FocusPanel{kPrevious}).shift = WithShift::yes;
  table.line("next / previous button; press it");
  table.key(Key::tab, "Tab / Shift+Tab", command::FocusControl{kNext});
  table.key(Key::tab, "", command::FocusControl{kPrevious}).shift = WithShift::yes;
  table.key(Key::enter, "Enter", command::Activate{});
  table.line("code: Python or C++; GIL; scroll it");
  Binding& language = table.character(U'l', "L", command::SetLanguage{});
  language.wish = [](const AppState& state, const KeyPress&) {
    return Command(command::SetLanguage{other(state.settings.language)});
  };
  language.like = {"code-python"_act, "code-cpp"_act};
  Binding& gil = table.character(U'g', "G", command::SetGil{});
  gil.wish = [](const AppState& state, const KeyPress&) {
    const bool changes = gil_matters(state);  // else it stays as it is
    return Command(command::SetGil{changes ? !state.settings.gil : state.settings.gil});
  };
  gil.like = {"gil"_act};
  table.key(Key::page_up, "Shift+PgUp", command::ScrollCodeBy{-kCodePage}).shift = WithShift::yes;
  table.key(Key::page_down, "PgDn", command::ScrollCodeBy{+kCodePage}).shift = WithShift::yes;
  table.key(Key::up, "", command::ScrollCodeBy{-1}).within = Panel::code;
  table.key(Key::down, "", command::ScrollCodeBy{+1}).within = Panel::code;
  table.line("copy the program");
  table.control_character(U'c', "Ctrl+C", command::CopyProgram{});
  table.line("console back / on");
  add_page(table, Key::page_up, "PgUp", kPrevious);
  add_page(table, Key::page_down, "PgDn", kNext);
  table.key(Key::up, "", command::ScrollConsoleBy{+1}).within = Panel::console;
  table.key(Key::down, "", command::ScrollConsoleBy{-1}).within = Panel::console;
  table.line("lower panels higher / lower", "drag their edge");
  table.control_key(Key::up, "Ctrl+up", command::ResizePanelsBy{PanelGroup::bottom, +kSizeStep});
  table.control_key(Key::down, "down", command::ResizePanelsBy{PanelGroup::bottom, -kSizeStep});
  add_sizes(table);
  table.line("hide or show left; lower panels");
  table.control_character(U'b', "Ctrl+B", command::TogglePanels{PanelGroup::side});
  table.control_character(U'j', "Ctrl+J", command::TogglePanels{PanelGroup::bottom});
  table.line("text larger, smaller, normal");
  table.control_character(U'+', "Ctrl +", command::ChangeTextScale{+1});
  table.control_character(U'-', "-", command::ChangeTextScale{-1});
  table.control_character(U'0', "0", command::ChangeTextScale{0});
  table.control_character(U'=', "", command::ChangeTextScale{+1});
  table.line("full screen; for a hall");
  table.key(Key::f11, "F11", command::ToggleFullScreen{});
  add_lecture(table);
  table.line("this help");
  table.character(U'?', "?", command::OpenMenu{Menu::help});
}

}  // namespace

const std::vector<KeyLine>& key_table() {
  static const std::vector<KeyLine> table = [] {
    std::vector<KeyLine> all;
    Writer writer(all);
    for (auto add : {add_run, add_view, add_look, add_find, add_editing, add_window}) add(writer);
    return all;
  }();
  return table;
}

}  // namespace interleave::gui
