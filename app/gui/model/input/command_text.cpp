#include "app/gui/model/input/command_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "app/gui/model/input/command_reader.h"
#include "app/gui/model/input/command_writer.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace interleave::gui {

namespace {

// How one command is written and read. Functions without a type in them, of which each row makes its own.
struct CommandRow {
  std::string_view form;
  std::size_t position;  // of the command, among all
  Command (*make)();     // as it is when all that may be left out is
  void (*write)(const Command& command, CommandWriter& to);
  std::optional<Command> (*read)(CommandReader& from);
};

// A command: its form, and its arguments in the order in which the form has them.
template <class Wish, auto... kArguments>
constexpr CommandRow row(std::string_view form) {
  return {form, command::kPosition<Wish>, [] { return Command(Wish{}); },
          [](const Command& command, CommandWriter& to) {
            [[maybe_unused]] const Wish& wish = *command.as<Wish>();
            (to.write(wish.*kArguments), ...);
          },
          [](CommandReader& from) -> std::optional<Command> {
            Wish wish{};
            const bool read = (from.read(wish.*kArguments) && ...);
            if (!read || !from.end()) return std::nullopt;
            return Command(std::move(wish));
          }};
}

}  // namespace

namespace command {

namespace {

// The scenario goes by its name.
constexpr CommandRow choose_scenario_row() {
  CommandRow made = row<ChooseScenario>("choose-scenario scenario");
  made.write = [](const Command& command, CommandWriter& to) {
    to.write(ScenarioPosition{command.as<ChooseScenario>()->position});
  };
  made.read = [](CommandReader& from) -> std::optional<Command> {
    ScenarioPosition scenario;
    if (!from.read(scenario) || !from.end()) return std::nullopt;
    return Command(ChooseScenario{scenario.position});
  };
  return made;
}

constexpr std::array kRows = {
    // What is run.
    choose_scenario_row(),
    row<SetMode, &SetMode::mode>("set-mode mode"),
    row<SetMaxWorkers, &SetMaxWorkers::max_workers>("set-max-workers number"),
    row<ChangeMaxWorkers, &ChangeMaxWorkers::by>("change-max-workers by"),
    row<EditMaxWorkers>("edit-max-workers"),
    row<SetLanguage, &SetLanguage::language>("set-language language"),
    row<SetGil, &SetGil::gil>("set-gil switch"),
    row<SetClock, &SetClock::clock>("set-clock clock"),
    row<SetSpeed, &SetSpeed::speed>("set-speed times"),
    row<Run>("run"),
    row<TogglePause>("pause"),
    row<StepEvent, &StepEvent::direction>("step [direction]"),
    row<MovePlayhead, &MovePlayhead::time>("playhead time"),
    row<GoToStart>("go-to-start"),
    row<GoToEnd>("go-to-end"),
    row<Follow>("follow"),
    // How it is shown.
    row<SetView, &SetView::view>("set-view view"),
    row<SetComparing, &SetComparing::comparing>("compare switch"),
    row<ShowShared, &ShowShared::lanes>("show-shared switch"),
    row<ShowOutcomes, &ShowOutcomes::outcomes>("show-outcomes switch"),
    row<ShowGraph, &ShowGraph::graph>("show-graph switch"),
    row<ShowRepairs, &ShowRepairs::repairs>("show-repairs switch"),
    row<ApplyRepair, &ApplyRepair::position>("apply-repair position"),
    row<ShowSchedule, &ShowSchedule::schedule>("schedule order"),
    // The user as the scheduler.
    row<Direct, &Direct::directing>("direct switch"),
    row<TakeSteps, &TakeSteps::steps>("take-steps order"),
    row<TakeBackStep>("take-back-step"),
    row<StartOver>("start-over"),
    row<ShowBadOrder>("show-bad-order"),
    row<CopyOrder>("copy-order"),
    // How much of it is shown.
    row<Zoom, &Zoom::anchor, &Zoom::factor>("zoom-at seconds factor"),
    row<ZoomAtPointer, &ZoomAtPointer::factor>("zoom factor"),
    row<Pan, &Pan::seconds>("pan seconds"),
    row<PanByShare, &PanByShare::share>("pan-by-share share"),
    row<ShowRange, &ShowRange::range>("show-range begin end"),
    row<Fit>("fit"),
    row<PointAt, &PointAt::time>("point-at [seconds]"),
    row<ScrollLanes, &ScrollLanes::to_px>("scroll-lanes pixels"),
    row<ScrollConsole, &ScrollConsole::to_lines>("scroll-console lines"),
    row<ScrollConsoleBy, &ScrollConsoleBy::lines>("scroll-console-by lines"),
    // What is looked at.
    row<SelectSpan, &SelectSpan::task, &SelectSpan::span, &SelectSpan::compared, &SelectSpan::lane>(
        "select task [span] [mode] [lane]"),
    row<SelectShared, &SelectShared::object, &SelectShared::time>("select-shared position [time]"),
    row<SelectNeighbour, &SelectNeighbour::direction>("select-neighbour [direction]"),
    row<SelectLane, &SelectLane::direction>("select-lane [direction]"),
    row<SelectCause>("select-cause"),
    row<ClearSelection>("clear-selection"),
    row<FocusSelected>("zoom-to-selection"),
    row<SelectRange, &SelectRange::anchor, &SelectRange::head>("select-range from to"),
    row<ExtendRange, &ExtendRange::direction>("extend-range [direction]"),
    row<SelectRangeHere>("select-range-here"),
    row<OpenSearch>("open-search"),
    row<CloseSearch>("close-search"),
    row<GoToMatch, &GoToMatch::direction>("go-to-match [direction]"),
    row<EditMark, &EditMark::time>("edit-mark [time]"),
    row<DeleteMark, &DeleteMark::time>("delete-mark [time]"),
    row<GoToMark, &GoToMark::direction>("go-to-mark [direction]"),
    row<EndTyping>("end-typing"),
    // The program.
    row<ToggleSupport>("toggle-support"),
    row<ChooseLine, &ChooseLine::line>("choose-line line"),
    row<ChoosePrinted, &ChoosePrinted::position>("choose-printed position"),
    row<ScrollCode, &ScrollCode::to_rows>("scroll-code rows"),
    row<ScrollCodeBy, &ScrollCodeBy::rows>("scroll-code-by rows"),
    row<CopyProgram>("copy-program"),
    // Editing.
    row<ShowTab, &ShowTab::tab>("show-tab tab"),
    row<SelectCell, &SelectCell::cell>("select-cell cell"),
    row<MoveInTable, &MoveInTable::columns, &MoveInTable::rows>("move-in-table columns rows"),
    row<EditCell, &EditCell::cell>("edit-cell cell"),
    row<EditSelectedCell, &EditSelectedCell::typed>("edit-selected-cell [text]"),
    row<SetCell, &SetCell::cell, &SetCell::text>("set-cell cell text"),
    row<LeaveText>("leave-text"),
    row<AddTask>("add-task"),
    row<DuplicateTask>("duplicate-task"),
    row<DeleteTask>("delete-task"),
    row<MoveTask, &MoveTask::way>("move-task way"),
    row<ToggleAfterColumn>("toggle-after-column"),
    row<ScrollTasks, &ScrollTasks::to_px>("scroll-tasks pixels"),
    row<SetDuration, &SetDuration::task, &SetDuration::step, &SetDuration::seconds, &SetDuration::group>(
        "set-duration task step seconds [drag]"),
    row<EndDrag>("end-drag"),
    row<Undo>("undo"),
    row<Redo>("redo"),
    row<TypeText, &TypeText::text>("type text"),
    row<PressInText, &PressInText::press>("press key"),
    row<FocusFileText>("edit-file-text"),
    row<PlaceCursor, &PlaceCursor::position, &PlaceCursor::extent>("place-cursor byte [extent]"),
    row<SelectWord, &SelectWord::position>("select-word byte"),
    // Steps, and what tasks share.
    row<ShowSteps, &ShowSteps::steps>("show-steps switch"),
    row<ScrollSteps, &ScrollSteps::to_px>("scroll-steps pixels"),
    row<AddStep, &AddStep::task, &AddStep::place, &AddStep::verb>("add-step task place verb"),
    row<InsertStep>("insert-step"),
    row<RemoveStep, &RemoveStep::task, &RemoveStep::step>("remove-step task step"),
    row<RemoveBody, &RemoveBody::task, &RemoveBody::first>("remove-body task place"),
    row<MoveStep, &MoveStep::task, &MoveStep::step, &MoveStep::to>("move-step task step place"),
    row<SplitFunction, &SplitFunction::task>("split-function task"),
    row<AddShared, &AddShared::kind>("add-shared kind"),
    row<RemoveShared, &RemoveShared::kind, &RemoveShared::position>("remove-shared kind position"),
    row<TakeOffer, &TakeOffer::offer>("take-offer position"),
    // Files.
    row<NewScenario>("new-scenario"),
    row<OpenDialog, &OpenDialog::purpose>("open-dialog dialog"),
    row<PickInDialog, &PickInDialog::entry>("pick-in-dialog entry"),
    row<ScrollDialog, &ScrollDialog::to_px>("scroll-dialog pixels"),
    row<AcceptDialog>("accept-dialog"),
    row<CloseDialog>("close-dialog"),
    row<OpenFile, &OpenFile::path>("open-file path"),
    row<Save>("save"),
    row<CheckFile>("check-file"),
    row<AnswerNotice, &AnswerNotice::answer>("answer answer"),
    row<OpenExport>("open-export"),
    row<PickExport, &PickExport::kind>("pick-export export"),
    row<SetPictureTimes, &SetPictureTimes::times>("set-picture-times times"),
    row<AcceptExport>("accept-export"),
    // The window.
    row<OpenMenu, &OpenMenu::menu>("open-menu menu"),
    row<MoveInMenu, &MoveInMenu::by>("move-in-menu by"),
    row<Activate>("activate"),
    row<FocusControl, &FocusControl::direction>("focus-control [direction]"),
    row<FocusPanel, &FocusPanel::direction>("focus-panel [direction]"),
    row<Escape>("escape"),
    row<ScrollHelp, &ScrollHelp::to_rows>("scroll-help rows"),
    row<NextTheme>("next-theme"),
    row<ChangeTextScale, &ChangeTextScale::steps>("change-text-size steps"),
    row<ToggleFullScreen>("toggle-full-screen"),
    row<ResizePanels, &ResizePanels::group, &ResizePanels::share>("resize-panels group share"),
    row<ResizePanelsBy, &ResizePanelsBy::group, &ResizePanelsBy::share>("resize-panels-by group share"),
    row<ResetPanels, &ResetPanels::group>("reset-panels group"),
    row<TogglePanels, &TogglePanels::group>("toggle-panels group"),
    row<SetReducedMotion, &SetReducedMotion::reduced>("set-reduced-motion switch"),
    row<DismissHints>("dismiss-hints"),
    row<RequestClose>("close"),
    // A lecture.
    row<TogglePresentation>("toggle-presentation"),
    row<ShowBeside, &ShowBeside::beside>("show-beside panel"),
    row<ShowTools>("show-tools"),
    row<ToggleToolbar>("toggle-toolbar"),
    row<ToggleBlack>("toggle-black"),
    row<ToggleFreeze>("toggle-freeze"),
    // A lesson.
    row<OpenLesson, &OpenLesson::lesson>("open-lesson lesson"),
    row<CloseLesson>("close-lesson"),
    row<NextBuild>("next-build"),
    row<PreviousBuild>("previous-build"),
    row<ShowSlideAgain>("show-slide-again"),
    row<MoveSlides, &MoveSlides::by>("move-slides by"),
    row<GoToSlide, &GoToSlide::slide>("go-to-slide position"),
    row<CommitAnswer, &CommitAnswer::position>("commit-answer position"),
    row<PointAtMoment, &PointAtMoment::time_s>("point-at-moment time"),
    row<PlaceInOrder, &PlaceInOrder::position, &PlaceInOrder::to>("place-in-order position to"),
    row<CountHands, &CountHands::position, &CountHands::hands>("count-hands position by"),
    row<AskAnotherLikeIt>("ask-another-like-it"),
    row<TypeInLesson, &TypeInLesson::text>("type-in-lesson text"),
    row<EraseInLesson>("erase-in-lesson"),
    row<EnterInLesson>("enter-in-lesson"),
    row<ToggleWorkbench>("toggle-workbench"),
    row<ToggleNotes>("toggle-notes"),
    row<ToggleOverview>("toggle-overview"),
};

}  // namespace

}  // namespace command

namespace {

using command::kRows;

constexpr bool has_a_row(std::size_t position) {
  return std::count_if(kRows.begin(), kRows.end(), [&](const CommandRow& row) { return row.position == position; }) ==
         1;
}
static_assert(
    [] {
      for (std::size_t i = 0; i < command::AllCommands::kSize; ++i) {
        if (!has_a_row(i)) return false;
      }
      return true;
    }(),
    "every command has one row");

std::string_view name_of(const CommandRow& row) { return row.form.substr(0, row.form.find(' ')); }

std::vector<std::string> arguments_of(const CommandRow& row, const Command& command, const CommandNames& names) {
  CommandWriter writer(names);
  row.write(command, writer);
  return writer.arguments();
}

// How many arguments cannot be left out.
std::size_t needed(const CommandRow& row) {
  const std::string_view needed = row.form.substr(0, row.form.find('['));
  return static_cast<std::size_t>(std::count(needed.begin(), needed.end(), ' ')) -
         (needed.size() < row.form.size() ? 1 : 0);
}

}  // namespace

std::vector<std::string_view> command_forms() {
  std::vector<std::string_view> forms;
  for (const CommandRow& row : kRows) forms.push_back(row.form);
  return forms;
}

std::string write_command(const Command& command, const CommandNames& names) {
  const auto* const row = std::find_if(kRows.begin(), kRows.end(),
                                       [&](const CommandRow& one) { return one.position == command.position(); });
  auto arguments = arguments_of(*row, command, names);
  const auto left_out = arguments_of(*row, row->make(), names);
  while (arguments.size() > needed(*row) && arguments.back() == left_out[arguments.size() - 1]) arguments.pop_back();
  std::string text(name_of(*row));
  for (const std::string& argument : arguments) text += ' ' + argument;
  return text;
}

Result<Command, std::string> read_command(std::string_view text, const CommandNames& names) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  const std::string_view name = text.substr(0, text.find_first_of(" \t"));
  const auto* const row =
      std::find_if(kRows.begin(), kRows.end(), [&](const CommandRow& one) { return name_of(one) == name; });
  if (row == kRows.end()) {
    std::vector<std::string_view> commands;
    for (const CommandRow& one : kRows) commands.push_back(name_of(one));
    const auto meant = nearest_name(name, commands);
    return fmt::format("there is no command {}; {}", in_quotes(name),
                       meant ? fmt::format("did you mean {}?", *meant) : "a command is, for example, set-mode pool");
  }
  CommandReader reader(text.substr(name.size()), row->form, names);
  auto command = row->read(reader);
  if (!command) return reader.error();
  return std::move(*command);
}

}  // namespace interleave::gui
