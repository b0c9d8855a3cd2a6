#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/document.h"
#include "app/gui/model/edit/text_press.h"
#include "app/gui/model/files/export_kind.h"
#include "app/gui/model/files/file_dialog.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/viewport.h"
#include "app/gui/model/state/focus.h"
#include "app/gui/model/state/notice.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/listing/language.h"
#include "core/record/record.h"

// Everything a user can wish for. Views, keys and tests make commands; update() alone fulfils them.
namespace interleave::gui {

namespace command {

struct ChooseScenario {
  std::size_t position = 0;
};
struct SetMode {
  Mode mode = Mode::sequential;
};
struct SetMaxWorkers {
  int max_workers = 1;
};
struct ChangeMaxWorkers {
  int by = 0;
};
struct SetClock {
  ClockKind clock = ClockKind::virtual_time;
};
struct SetSpeed {
  double speed = 1;
};

struct Run {};          // from the start, with the settings as they are
struct TogglePause {};  // pauses, goes on; runs when there is nothing to go on with
struct StepEvent {
  Direction direction = Direction::next;
};
struct MovePlayhead {
  Time time{};
};
struct GoToStart {};
struct GoToEnd {};
struct Follow {};  // the playhead follows the real run again

struct SetView {
  View view = View::by_task;
};
struct SetComparing {
  Comparing comparing = Comparing::no;
};
struct Zoom {
  double anchor = 0;
  double factor = 1;
};  // anchor in seconds
struct ZoomAtPointer {
  double factor = 1;
};  // without a pointer, at the playhead
struct Pan {
  double seconds = 0;
};
struct PanByShare {
  double share = 0;
};  // of what is shown
struct Fit {};
struct PointAt {
  std::optional<double> time;
};  // where the pointer stands in the run; none outside
struct ScrollLanes {
  float to_px = 0;
};
struct ScrollConsole {
  float to_lines = 0;
};  // up from the newest line

struct SelectSpan {
  TaskId task = TaskId::none;
  std::size_t span = 0;
  std::optional<Mode> compared = std::nullopt;  // of that mode's run in the comparison
  std::optional<LaneKey> lane = std::nullopt;   // in which it was pointed at
};
struct SelectNeighbour {
  Direction direction = Direction::next;
};
struct SelectLane {
  Direction direction = Direction::next;
};  // the one above or below
struct ClearSelection {};
struct FocusSelected {};
struct Escape {};  // closes what is open, else clears the selection

struct SetLanguage {
  Language language = Language::python;
};
struct ToggleSupport {};  // whether the code shows what only makes it complete
struct ChooseLine {
  std::size_t line = 0;
};  // of the code, for what it made on the timeline; again: none
struct ScrollCode {
  float to_rows = 0;
};
struct ScrollCodeBy {
  float rows = 0;
};

struct OpenMenu {
  Menu menu = Menu::none;
};  // again: closes it
struct MoveInMenu {
  int by = 0;
};
struct Activate {};  // the marked entry of the open menu, else the control that has the focus
struct FocusControl {
  Direction direction = Direction::next;
};

struct NextTheme {};
struct TogglePresentation {};
struct ChangeTextScale {
  int steps = 0;
};  // 0: back to normal
struct ToggleFullScreen {};
struct ResizePanels {
  PanelGroup group = PanelGroup::bottom;
  float share = 0;  // hardly any: the panels are hidden
};
struct ResizePanelsBy {
  PanelGroup group = PanelGroup::bottom;
  float share = 0;
};
struct ResetPanels {
  PanelGroup group = PanelGroup::bottom;
};  // to the size that they have by themselves
struct TogglePanels {
  PanelGroup group = PanelGroup::bottom;
};  // hidden, or shown again

// Editing. The selected task is that of the selected cell.
struct ShowTab {
  PanelTab tab = PanelTab::tasks;
};
struct SelectCell {
  Cell cell;
};
struct MoveInTable {
  int columns = 0;
  int rows = 0;
};
struct EditCell {
  Cell cell;
};  // opens it for typing
struct EditSelectedCell {};
struct SetCell {
  Cell cell;
  std::string text;
};
struct LeaveText {};  // applies what is being typed
struct AddTask {};
struct DuplicateTask {};
struct DeleteTask {};
struct MoveTask {
  Way way = Way::up;
};
struct ToggleAfterColumn {};
struct ScrollTasks {
  float to_px = 0;
};
struct SetDuration {
  TaskId task = TaskId::none;
  StepId step = StepId::none;
  double seconds = 0;
  EditGroup group = 0;  // of one drag
};
struct EndDrag {};
struct Undo {};
struct Redo {};

// Files.
struct OpenDialog {
  FilePurpose purpose = FilePurpose::open;
};
struct MarkInDialog {
  std::size_t entry = 0;
};
struct ScrollDialog {
  float to_px = 0;
};
struct AcceptDialog {};
struct CloseDialog {};
struct OpenFile {
  std::string path;
};
struct Save {};
struct CheckFile {};  // whether somebody else changed it
struct AnswerNotice {
  NoticeAnswer answer = NoticeAnswer::first;
};
struct RequestClose {};

// Taking along what is in sight.
struct OpenExport {};  // asks what; again: closes it
struct MarkExport {
  ExportKind kind = ExportKind::window;
};
struct SetPictureTimes {
  int times = 1;
};
struct AcceptExport {};  // asks where to
struct CopyProgram {};   // to the clipboard

// What is typed goes to the text that is being edited.
struct PressInText {
  TextPress press;
};
struct FocusFileText {};
struct PlaceCursor {
  std::size_t position = 0;  // in bytes
  Extent extent = Extent::move;
};
struct SelectWord {
  std::size_t position = 0;
};
// Navigation.
struct ShowRange {
  TimeRange range;
};  // at once, as it follows the hand
struct SelectRange {
  Time anchor{};
  Time head{};
};
struct ExtendRange {
  Direction direction = Direction::next;
};                          // by one event
struct SelectRangeHere {};  // the stretch of the selected span, or around the playhead
struct OpenSearch {};
struct CloseSearch {};
struct GoToMatch {
  Direction direction = Direction::next;
};
struct EditMark {
  std::optional<Time> time;
};  // makes it where there is none; without a time, at the playhead
struct DeleteMark {
  std::optional<Time> time;
};
struct GoToMark {
  Direction direction = Direction::next;
};
struct EndTyping {};  // the name of a mark or a search, and keep what was typed
struct ScrollConsoleBy {
  float lines = 0;
};
struct SetReducedMotion {
  bool reduced = false;
};
struct DismissHints {};
struct SelectCause {};  // the span whose end ends the selected one
struct FocusPanel {
  Direction direction = Direction::next;
};
struct ScrollHelp {
  float to_rows = 0;
};
struct Offer {
  Offered offered;
};  // what keys can reach in what was drawn

}  // namespace command

using AnyCommand = std::variant<
    command::ChooseScenario, command::SetMode, command::SetMaxWorkers, command::ChangeMaxWorkers, command::SetClock,
    command::SetSpeed, command::Run, command::TogglePause, command::StepEvent, command::MovePlayhead,
    command::GoToStart, command::GoToEnd, command::Follow, command::SetView, command::SetComparing, command::Zoom,
    command::ZoomAtPointer, command::Pan, command::PanByShare, command::Fit, command::PointAt, command::ScrollLanes,
    command::ScrollConsole, command::SelectSpan, command::SelectNeighbour, command::FocusSelected, command::Escape,
    command::OpenMenu, command::MoveInMenu, command::Activate, command::FocusControl, command::NextTheme,
    command::TogglePresentation, command::ChangeTextScale, command::ToggleFullScreen, command::ResizePanels,
    command::ResizePanelsBy, command::ResetPanels, command::TogglePanels, command::SelectLane, command::ShowRange,
    command::SelectRange, command::ExtendRange, command::SelectRangeHere, command::OpenSearch, command::CloseSearch,
    command::GoToMatch, command::EditMark, command::DeleteMark, command::GoToMark, command::EndTyping,
    command::ClearSelection, command::ScrollConsoleBy, command::SetReducedMotion, command::DismissHints,
    command::SetLanguage, command::ToggleSupport, command::ChooseLine, command::ScrollCode, command::ScrollCodeBy,
    command::ShowTab, command::SelectCell, command::MoveInTable, command::EditCell, command::EditSelectedCell,
    command::SetCell, command::LeaveText, command::AddTask, command::DuplicateTask, command::DeleteTask,
    command::MoveTask, command::ToggleAfterColumn, command::ScrollTasks, command::SetDuration, command::EndDrag,
    command::Undo, command::Redo, command::PressInText, command::FocusFileText, command::PlaceCursor,
    command::SelectWord, command::OpenDialog, command::MarkInDialog, command::ScrollDialog, command::AcceptDialog,
    command::CloseDialog, command::OpenFile, command::Save, command::CheckFile, command::AnswerNotice,
    command::RequestClose, command::SelectCause, command::FocusPanel, command::ScrollHelp, command::Offer,
    command::OpenExport, command::MarkExport, command::SetPictureTimes, command::AcceptExport, command::CopyProgram>;

// One of them. A class of its own, whose copies and end are made in one place: each file that makes a command would
// make all of that for all of them, and they are many.
class Command {
 public:
  template <class Wish>
  requires(!std::is_same_v<Wish, Command>) Command(Wish wish) : wish_(std::in_place_type<Wish>, std::move(wish)) {}
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();

  const AnyCommand& any() const { return wish_; }
  // The wish if it is such a one, else null.
  template <class Wish>
  const Wish* as() const {
    return std::get_if<Wish>(&wish_);
  }

 private:
  AnyCommand wish_;
};

}  // namespace interleave::gui
