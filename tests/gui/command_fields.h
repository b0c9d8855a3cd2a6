#pragma once

#include <tuple>
#include <type_traits>

#include "app/gui/model/input/command.h"

// The arguments of every command that has some, for tests that make commands of any kind.
namespace interleave::gui::command {

template <class Wish>
requires std::is_empty_v<Wish>
auto fields(Wish&) { return std::tie(); }

inline auto fields(ChooseScenario& c) { return std::tie(c.position); }
inline auto fields(SetMode& c) { return std::tie(c.mode); }
inline auto fields(SetMaxWorkers& c) { return std::tie(c.max_workers); }
inline auto fields(ChangeMaxWorkers& c) { return std::tie(c.by); }
inline auto fields(SetClock& c) { return std::tie(c.clock); }
inline auto fields(SetSpeed& c) { return std::tie(c.speed); }
inline auto fields(StepEvent& c) { return std::tie(c.direction); }
inline auto fields(MovePlayhead& c) { return std::tie(c.time); }
inline auto fields(SetView& c) { return std::tie(c.view); }
inline auto fields(SetComparing& c) { return std::tie(c.comparing); }
inline auto fields(ShowShared& c) { return std::tie(c.lanes); }
inline auto fields(ShowOutcomes& c) { return std::tie(c.outcomes); }
inline auto fields(ShowRepairs& c) { return std::tie(c.repairs); }
inline auto fields(ApplyRepair& c) { return std::tie(c.position); }
inline auto fields(ShowGraph& c) { return std::tie(c.graph); }
inline auto fields(ShowSchedule& c) { return std::tie(c.schedule); }
inline auto fields(Direct& c) { return std::tie(c.directing); }
inline auto fields(TakeSteps& c) { return std::tie(c.steps); }
inline auto fields(Zoom& c) { return std::tie(c.anchor, c.factor); }
inline auto fields(ZoomAtPointer& c) { return std::tie(c.factor); }
inline auto fields(Pan& c) { return std::tie(c.seconds); }
inline auto fields(PanByShare& c) { return std::tie(c.share); }
inline auto fields(ShowRange& c) { return std::tie(c.range); }
inline auto fields(PointAt& c) { return std::tie(c.time); }
inline auto fields(ScrollLanes& c) { return std::tie(c.to_px); }
inline auto fields(ScrollConsole& c) { return std::tie(c.to_lines); }
inline auto fields(ScrollConsoleBy& c) { return std::tie(c.lines); }
inline auto fields(SelectSpan& c) { return std::tie(c.task, c.span, c.compared, c.lane); }
inline auto fields(SelectShared& c) { return std::tie(c.object, c.time); }
inline auto fields(SelectNeighbour& c) { return std::tie(c.direction); }
inline auto fields(SelectLane& c) { return std::tie(c.direction); }
inline auto fields(SelectRange& c) { return std::tie(c.anchor, c.head); }
inline auto fields(ExtendRange& c) { return std::tie(c.direction); }
inline auto fields(GoToMatch& c) { return std::tie(c.direction); }
inline auto fields(EditMark& c) { return std::tie(c.time); }
inline auto fields(DeleteMark& c) { return std::tie(c.time); }
inline auto fields(GoToMark& c) { return std::tie(c.direction); }
inline auto fields(SetLanguage& c) { return std::tie(c.language); }
inline auto fields(SetGil& c) { return std::tie(c.gil); }
inline auto fields(ChooseLine& c) { return std::tie(c.line); }
inline auto fields(ChoosePrinted& c) { return std::tie(c.position); }
inline auto fields(ScrollCode& c) { return std::tie(c.to_rows); }
inline auto fields(ScrollCodeBy& c) { return std::tie(c.rows); }
inline auto fields(ShowTab& c) { return std::tie(c.tab); }
inline auto fields(SelectCell& c) { return std::tie(c.cell); }
inline auto fields(MoveInTable& c) { return std::tie(c.columns, c.rows); }
inline auto fields(EditCell& c) { return std::tie(c.cell); }
inline auto fields(EditSelectedCell& c) { return std::tie(c.typed); }
inline auto fields(SetCell& c) { return std::tie(c.cell, c.text); }
inline auto fields(MoveTask& c) { return std::tie(c.way); }
inline auto fields(ScrollTasks& c) { return std::tie(c.to_px); }
inline auto fields(SetDuration& c) { return std::tie(c.task, c.step, c.seconds, c.group); }
inline auto fields(TypeText& c) { return std::tie(c.text); }
inline auto fields(PressInText& c) { return std::tie(c.press); }
inline auto fields(PlaceCursor& c) { return std::tie(c.position, c.extent); }
inline auto fields(SelectWord& c) { return std::tie(c.position); }
inline auto fields(OpenDialog& c) { return std::tie(c.purpose); }
inline auto fields(PickInDialog& c) { return std::tie(c.entry); }
inline auto fields(ScrollDialog& c) { return std::tie(c.to_px); }
inline auto fields(OpenFile& c) { return std::tie(c.path); }
inline auto fields(AnswerNotice& c) { return std::tie(c.answer); }
inline auto fields(PickExport& c) { return std::tie(c.kind); }
inline auto fields(SetPictureTimes& c) { return std::tie(c.times); }
inline auto fields(OpenMenu& c) { return std::tie(c.menu); }
inline auto fields(MoveInMenu& c) { return std::tie(c.by); }
inline auto fields(FocusControl& c) { return std::tie(c.direction); }
inline auto fields(FocusPanel& c) { return std::tie(c.direction); }
inline auto fields(ScrollHelp& c) { return std::tie(c.to_rows); }
inline auto fields(ChangeTextScale& c) { return std::tie(c.steps); }
inline auto fields(ResizePanels& c) { return std::tie(c.group, c.share); }
inline auto fields(ResizePanelsBy& c) { return std::tie(c.group, c.share); }
inline auto fields(ResetPanels& c) { return std::tie(c.group); }
inline auto fields(TogglePanels& c) { return std::tie(c.group); }
inline auto fields(SetReducedMotion& c) { return std::tie(c.reduced); }

inline auto fields(ShowSteps& c) { return std::tie(c.steps); }
inline auto fields(ScrollSteps& c) { return std::tie(c.to_px); }
inline auto fields(AddStep& c) { return std::tie(c.task, c.place, c.verb); }
inline auto fields(RemoveStep& c) { return std::tie(c.task, c.step); }
inline auto fields(RemoveBody& c) { return std::tie(c.task, c.first); }
inline auto fields(MoveStep& c) { return std::tie(c.task, c.step, c.to); }
inline auto fields(SplitFunction& c) { return std::tie(c.task); }
inline auto fields(AddShared& c) { return std::tie(c.kind); }
inline auto fields(RemoveShared& c) { return std::tie(c.kind, c.position); }
inline auto fields(OpenLesson& c) { return std::tie(c.lesson); }
inline auto fields(MoveSlides& c) { return std::tie(c.by); }
inline auto fields(GoToSlide& c) { return std::tie(c.slide); }
inline auto fields(CommitAnswer& c) { return std::tie(c.position); }
inline auto fields(PointAtMoment& c) { return std::tie(c.time_s); }
inline auto fields(PlaceInOrder& c) { return std::tie(c.position, c.to); }
inline auto fields(CountHands& c) { return std::tie(c.position, c.hands); }
inline auto fields(TypeInLesson& c) { return std::tie(c.text); }
inline auto fields(ShowBeside& c) { return std::tie(c.beside); }
inline auto fields(TakeOffer& c) { return std::tie(c.offer); }

}  // namespace interleave::gui::command
