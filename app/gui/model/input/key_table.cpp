#include "app/gui/model/input/key_table.h"

#include <utility>

#include "app/gui/model/state/app_state.h"

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

// Writes the table: a group, its acts, and the keys of the act written last. A statement each, for the compiler's sake.
class Writer {
 public:
  explicit Writer(std::vector<Act>& table) : table_(table) {}

  void group(std::string heading) { heading_ = std::move(heading); }
  void act(std::string what, std::string gesture = "") {
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

 private:
  std::vector<Act>& table_;
  std::string heading_;
};

void add_zoom(Writer& table, Key key, std::string written, Direction direction) {
  table.key(key, std::move(written), command::Fit{}).wish = [direction](const AppState&, const KeyPress& press) {
    const double factor = press.shift ? kFastZoomStep : kKeyZoomStep;
    return Command(command::ZoomAtPointer{direction == kNext ? factor : 1 / factor});
  };
}

void add_pan(Writer& table, Key key, std::string written, Direction direction) {
  table.key(key, std::move(written), command::Fit{}).wish = [direction](const AppState&, const KeyPress& press) {
    const double share = press.shift ? kFastPanShare : kPanShare;
    return Command(command::PanByShare{direction == kNext ? share : -share});
  };
}

void add_run(Writer& table) {
  table.group("The run");
  table.act("play or pause");
  table.key(Key::space, "Space", command::TogglePause{});
  table.act("run again from the start");
  table.control_character(U'r', "Ctrl+R", command::Run{}).shift = WithShift::no;
  table.act("next / previous event");
  table.key(Key::right, "arrow right", command::StepEvent{kNext});
  table.key(Key::left, "left", command::StepEvent{kPrevious});
  table.act("first / last moment");
  table.control_key(Key::home, "Ctrl+Home", command::GoToStart{});
  table.control_key(Key::end, "End", command::GoToEnd{});
  table.act("mode 1 to 4; compare all");
  table.character(U'1', "1", command::SetMode{kModes[0]});
  table.character(U'2', "2", command::SetMode{kModes[1]});
  table.character(U'3', "3", command::SetMode{kModes[2]});
  table.character(U'4', "4", command::SetMode{kModes[3]});
  table.character(U'c', "C", command::SetComparing{}).wish = [](const AppState& state, const KeyPress&) {
    return command_of(state, Control::compare);
  };
  table.act("max_workers more / fewer");
  table.character(U'+', "+ or ]", command::ChangeMaxWorkers{+1});
  table.character(U'-', "- or [", command::ChangeMaxWorkers{-1});
  table.character(U']', "", command::ChangeMaxWorkers{+1});
  table.character(U'[', "", command::ChangeMaxWorkers{-1});
  table.key(Key::right, "", command::ChangeMaxWorkers{+1}).within = Panel::curve;
  table.key(Key::left, "", command::ChangeMaxWorkers{-1}).within = Panel::curve;
}

void add_view(Writer& table) {
  table.group("The view");
  table.act("zoom at the pointer (Shift: faster)", "wheel");
  add_zoom(table, Key::position_w, "W", kNext);
  add_zoom(table, Key::position_s, "S", kPrevious);
  table.act("pan (Shift: faster)", "Shift+wheel, right drag, Shift+drag");
  add_pan(table, Key::position_a, "A", kPrevious);
  add_pan(table, Key::position_d, "D", kNext);
  table.act("go anywhere in the run", "drag on the strip above the axis");
  table.act("show the whole run", "double-click");
  table.character(U'0', "0", command::Fit{});
  table.key(Key::home, "Home", command::Fit{});
  table.act("zoom to what is selected");
  table.character(U'f', "F", command::FocusSelected{});
  table.act("scroll the lanes", "wheel on their names, scroll bar");
}

void add_look(Writer& table) {
  table.group("Look closely");
  table.act("move the playhead", "drag on the time axis or on it");
  table.act("details of a bar", "click");
  table.act("next / previous span of its lane");
  table.character(U'.', ".", command::SelectNeighbour{kNext});
  table.character(U',', ",", command::SelectNeighbour{kPrevious});
  table.act("lane below / above");
  table.key(Key::down, "arrow down", command::SelectLane{kNext});
  table.key(Key::up, "up", command::SelectLane{kPrevious});
  table.act("the span that it waits for");
  table.character(U'e', "E", command::SelectCause{});
  table.key(Key::enter, "", command::SelectCause{}).within = Panel::now;
  table.act("measure a stretch of time", "drag across the bars");
  table.character(U'r', "R", command::SelectRangeHere{});
  table.act("the same by events");
  table.key(Key::right, "Shift+right", command::ExtendRange{kNext}).shift = WithShift::yes;
  table.key(Key::left, "left", command::ExtendRange{kPrevious}).shift = WithShift::yes;
  table.act("clear the selection, close");
  table.key(Key::escape, "Esc", command::Escape{});
}

void add_find(Writer& table) {
  table.group("Find and mark");
  table.act("search tasks, steps, output");
  table.character(U'/', "/", command::OpenSearch{});
  table.act("next / previous match");
  table.character(U'n', "Enter or n", command::GoToMatch{kNext});
  table.character(U'N', "Shift+Enter or N", command::GoToMatch{kPrevious});
  table.act("mark the moment, name it");
  table.character(U'm', "M", command::EditMark{});
  table.act("next / previous mark");
  table.control_key(Key::right, "Ctrl+right", command::GoToMark{kNext});
  table.control_key(Key::left, "left", command::GoToMark{kPrevious});
  table.act("delete the mark at the playhead");
  table.key(Key::remove, "Delete", command::DeleteMark{});
}

Language other(Language language) { return language == Language::python ? Language::cpp : Language::python; }

void add_sizes(Writer& table) {
  table.act("left ones wider / narrower");
  table.control_key(Key::right, "Ctrl+Shift+right", command::ResizePanelsBy{PanelGroup::side, +kSizeStep}).shift =
      WithShift::yes;
  table.control_key(Key::left, "left", command::ResizePanelsBy{PanelGroup::side, -kSizeStep}).shift = WithShift::yes;
  table.act("code higher / lower");
  table.control_key(Key::up, "Ctrl+Shift+up", command::ResizePanelsBy{PanelGroup::code, +kSizeStep}).shift =
      WithShift::yes;
  table.control_key(Key::down, "down", command::ResizePanelsBy{PanelGroup::code, -kSizeStep}).shift = WithShift::yes;
}

void add_editing(Writer& table) {
  table.group("Edit and save");
  table.act("change a cell of the table", "double-click, Enter");
  table.act("change how long a step takes", "drag the selected bar's end");
  table.act("add / delete a task", "Insert / Delete");
  table.act("move a task up / down; copy it", "Alt+up / down");
  table.control_character(U'd', "Ctrl+D", command::DuplicateTask{});
  table.act("undo / redo an edit");
  table.control_character(U'z', "Ctrl+Z", command::Undo{}).shift = WithShift::no;
  table.control_character(U'z', "Ctrl+Shift+Z", command::Redo{}).shift = WithShift::yes;
  table.control_character(U'y', "", command::Redo{});
  table.act("the scenario as text");
  table.control_character(U'e', "Ctrl+E", command::FocusFileText{}).wish = [](const AppState& state, const KeyPress&) {
    if (state.panel.tab == PanelTab::file) return Command(command::ShowTab{PanelTab::tasks});
    return Command(command::FocusFileText{});
  };
  table.act("export: picture, trace, program…");
  table.control_character(U'e', "Ctrl+Shift+E", command::OpenExport{}).shift = WithShift::yes;
  table.act("save the run");
  table.control_character(U'r', "Ctrl+Shift+R", command::OpenDialog{FilePurpose::save_run}).shift = WithShift::yes;
  table.act("open / save / save as");
  table.control_character(U'o', "Ctrl+O", command::OpenDialog{FilePurpose::open});
  table.control_character(U's', "Ctrl+S", command::Save{}).shift = WithShift::no;
  table.control_character(U's', "Ctrl+Shift+S", command::OpenDialog{FilePurpose::save}).shift = WithShift::yes;
}

void add_window(Writer& table) {
  table.group("The window");
  table.act("next / previous panel");
  table.key(Key::f6, "F6 / Shift+F6", command::FocusPanel{kNext});
  table.key(Key::f6, "", command::FocusPanel{kPrevious}).shift = WithShift::yes;
  table.act("next / previous button; press it");
  table.key(Key::tab, "Tab / Shift+Tab", command::FocusControl{kNext});
  table.key(Key::tab, "", command::FocusControl{kPrevious}).shift = WithShift::yes;
  table.key(Key::enter, "Enter", command::Activate{});
  table.act("code: Python or C++; scroll it");
  table.character(U'l', "L", command::SetLanguage{}).wish = [](const AppState& state, const KeyPress&) {
    return Command(command::SetLanguage{other(state.code.language)});
  };
  table.key(Key::page_up, "Shift+PgUp", command::ScrollCodeBy{-kCodePage}).shift = WithShift::yes;
  table.key(Key::page_down, "PgDn", command::ScrollCodeBy{+kCodePage}).shift = WithShift::yes;
  table.key(Key::up, "", command::ScrollCodeBy{-1}).within = Panel::code;
  table.key(Key::down, "", command::ScrollCodeBy{+1}).within = Panel::code;
  table.act("copy the program");
  table.control_character(U'c', "Ctrl+C", command::CopyProgram{});
  table.act("console back / on");
  table.key(Key::page_up, "PgUp", command::ScrollConsoleBy{+kConsolePage});
  table.key(Key::page_down, "PgDn", command::ScrollConsoleBy{-kConsolePage});
  table.key(Key::up, "", command::ScrollConsoleBy{+1}).within = Panel::console;
  table.key(Key::down, "", command::ScrollConsoleBy{-1}).within = Panel::console;
  table.act("lower panels higher / lower", "drag their edge");
  table.control_key(Key::up, "Ctrl+up", command::ResizePanelsBy{PanelGroup::bottom, +kSizeStep});
  table.control_key(Key::down, "down", command::ResizePanelsBy{PanelGroup::bottom, -kSizeStep});
  add_sizes(table);
  table.act("hide or show left; lower panels");
  table.control_character(U'b', "Ctrl+B", command::TogglePanels{PanelGroup::side});
  table.control_character(U'j', "Ctrl+J", command::TogglePanels{PanelGroup::bottom});
  table.act("text larger, smaller, normal");
  table.control_character(U'+', "Ctrl +", command::ChangeTextScale{+1});
  table.control_character(U'-', "-", command::ChangeTextScale{-1});
  table.control_character(U'0', "0", command::ChangeTextScale{0});
  table.control_character(U'=', "", command::ChangeTextScale{+1});
  table.act("full screen; for a hall");
  table.key(Key::f11, "F11", command::ToggleFullScreen{});
  table.key(Key::f5, "F5", command::TogglePresentation{});
  table.act("this help");
  table.character(U'?', "?", command::OpenMenu{Menu::help});
}

bool same_character(char32_t bound, char32_t typed) {
  if (bound == typed) return true;
  // A capital letter does the same, but where it has an act of its own.
  return typed >= U'A' && typed <= U'Z' && typed != U'N' && bound == typed - U'A' + U'a';
}

bool fits(const Binding& binding, const KeyPress& press) {
  if (binding.press.control != press.control || binding.press.key != press.key) return false;
  if (binding.press.key == Key::none && !same_character(binding.press.character, press.character)) return false;
  return binding.shift == WithShift::any || (binding.shift == WithShift::yes) == press.shift;
}

}  // namespace

const std::vector<Act>& key_table() {
  static const std::vector<Act> table = [] {
    std::vector<Act> all;
    Writer writer(all);
    for (auto add : {add_run, add_view, add_look, add_find, add_editing, add_window}) add(writer);
    return all;
  }();
  return table;
}

std::optional<Command> bound_command(const AppState& state, const KeyPress& press) {
  const Binding* best = nullptr;
  const auto weight = [](const Binding& binding) {
    return (binding.within ? 2 : 0) + (binding.shift == WithShift::any ? 0 : 1);
  };
  for (const Act& act : key_table()) {
    for (const Binding& binding : act.keys) {
      if (!fits(binding, press) || (binding.within && binding.within != state.focused_panel)) continue;
      if (best == nullptr || weight(binding) > weight(*best)) best = &binding;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(best->wish(state, press));
}

}  // namespace interleave::gui
