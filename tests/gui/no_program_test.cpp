#include "app/gui/model/state/no_program.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/explain/why.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/needs_program.h"
#include "app/gui/model/state/exportable.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/apply_settings.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/update.h"
#include "core/interchange/recording.h"
#include "core/interchange/span_csv.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"
#include "tests/gui/layout_rules.h"
#include "tests/gui/state_rules.h"
#include "tests/interchange/runs_by_hand.h"

namespace interleave::gui {

namespace {

constexpr const char* kServer = "/home/runs/server.interleave";

std::string bytes_of_run() { return write_recording(testing::run_of_another_program(), ""); }

// A window on a recording of another program's run, which is the second that can be chosen.
struct Visitor : Headless {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();

  Visitor() : Headless(only("coffee-shop")) {
    state.files = files;
    files->put(kServer, bytes_of_run());
    update(state, command::OpenFile{kServer});
    frame();
    frame();
  }

  // What is drawn at that moment keeps all rules.
  void check(double moment, Shape shape = kShapes[0]) {
    update(state, command::MovePlayhead{moment_at(moment)});
    frame();
    frame();
    CAPTURE(moment);
    for (const Broken& broken : {broken_state(state), misplaced(drawn()), bars_apart_from_spans(state, drawn()),
                                 cut_or_small_texts(drawn(), shape), overlapping_controls(drawn(), shape),
                                 overlapping_panels(drawn()), overlapping_texts(drawn())}) {
      for (const std::string& sentence : broken) FAIL_CHECK(sentence);
    }
  }

  // All texts, line after line.
  bool says(std::string_view sentence) const {
    std::string all;
    for (const DrawnText& text : drawn().texts) all += text.text + ' ';
    return all.find(sentence) != std::string::npos;
  }

  std::string occupancy() const {
    std::string text;
    for (const OccupancyPart& part : occupancy_at(*state.run.record, state.playhead)) {
      text += (text.empty() ? "" : " | ") + part.title + ":";
      if (part.items.empty()) text += " " + part.when_empty;
      for (const OccupancyItem& item : part.items) {
        if (!item.place.empty()) text += " [" + item.place + "]";
        text += " " + (item.task == TaskId::none ? item.text : state.run.record->tasks()[index(item.task)].name);
      }
    }
    return text;
  }
};

std::string reason(std::size_t task, std::size_t span) {
  const Timeline run = testing::run_of_another_program();
  return why(run, {task_id(task), span}, run.tasks()[task].spans[span].begin).sentence;
}

}  // namespace

TEST_CASE("a recording without a scenario opens, finished, and is drawn well in every view at every moment") {
  Visitor window;
  CHECK_FALSE(window.state.has_program());
  CHECK(window.state.scenario().title == "server.py");
  CHECK(phase(window.state) == Phase::finished);
  CHECK(window.state.playhead == moment_at(5));
  CHECK_FALSE(picture_is_outdated(window.state));
  for (const Shape shape : kShapes) {
    window.resize(shape.width, shape.height);
    window.use_scale(shape.scale);
    CAPTURE(shape.width);
    for (const View view : {View::by_task, View::by_worker}) {
      update(window.state, command::SetView{view});
      for (const double moment : {0.0, 0.7, 2.2, 3.2, 3.7, 5.0}) window.check(moment, shape);
    }
  }
}

TEST_CASE("the views show of a run without a scenario what its record says") {
  Visitor window;
  window.frame();
  CHECK(window.shows("server.py"));
  CHECK(window.shows("acquire"));
  CHECK(window.shows("Recorded, in real time"));
  CHECK(window.shows("reading"));
  CHECK(window.shows("failed after"));
  CHECK_FALSE(window.shows("one after another"));
  CHECK_FALSE(window.shows("against the simulation"));
  CHECK_FALSE(window.shows("as simulated"));
  update(window.state, command::SetView{View::by_worker});
  window.frame();
  CHECK(window.shows("MainThread"));
  CHECK(window.shows("WAITING, NO WORKER"));
}

TEST_CASE("panels that need a scenario say in a sentence why they are empty") {
  Visitor window;
  window.resize(1920, 1080);
  window.frame();
  CHECK(window.says(kNoTasks));
  CHECK(window.says(kNoCode));
  CHECK(window.says(kNoForecast));
  window.state.presenting = true;
  window.state.lecture.beside = Beside::code;
  window.frame();
  CHECK(window.says(kNoCode));
}

TEST_CASE("who waits where is told also of a run in no mode") {
  Visitor window;
  update(window.state, command::MovePlayhead{moment_at(0.7)});
  CHECK(window.occupancy() ==
        "WITHOUT A TURN: reader writer comes | WORKERS: [MainThread] main [Thread-1] free | "
        "WAITING, NO WORKER: none");
  update(window.state, command::MovePlayhead{moment_at(3.7)});
  CHECK(window.occupancy() ==
        "WITHOUT A TURN: empty | WORKERS: [MainThread] main [Thread-1] free [Thread-2] writer | "
        "WAITING, NO WORKER: reader");
}

TEST_CASE("why a task of another program is in its state is told by what was recorded, and by nothing else") {
  CHECK(reason(0, 0) == "main computes on MainThread until 2.00 s: it uses a core and its worker.");
  CHECK(reason(0, 1) == "main acquires until 5.00 s and holds MainThread meanwhile: nobody else can use it.");
  CHECK(reason(1, 2) == "reader waits for the end of main.");
  CHECK(reason(2, 0) == "writer is ready: it could go on, and has no turn yet.");
  CHECK(reason(2, 2) ==
        "writer could go on, but the GIL lets one thread at a time go on; it gets it at 5.00 s. "
        "writer failed at 5.00 s: no disk.");
}

TEST_CASE("a span is selected, a stretch measured, a word searched, a moment marked in a run without a scenario") {
  Visitor window;
  update(window.state, command::SelectSpan{task_id(0), 1});
  window.check(2.2);
  CHECK(window.shows("WHY IS main WAITING?"));
  CHECK(window.shows("acquire, line 12 of the scenario"));
  update(window.state, command::SelectRange{moment_at(1), moment_at(3)});
  window.check(2.2);
  update(window.state, command::OpenSearch{});
  window.type("acquire");
  update(window.state, command::GoToMatch{Direction::next});
  REQUIRE(window.state.search.matches.size() == 2);
  CHECK(window.state.search.matches[1].time == moment_at(3));
  update(window.state, command::EditMark{moment_at(1)});
  update(window.state, command::EndTyping{});
  CHECK(window.state.marks.all.size() == 1);
  window.check(1);
}

TEST_CASE("a line of the console of a run without a scenario selects what led to it") {
  Visitor window;
  const auto output = window.state.run.record->output();
  REQUIRE_FALSE(output.empty());
  const std::size_t last = output.size() - 1;
  update(window.state, command::ChoosePrinted{last});
  CHECK(window.state.playhead == output[last].time);
  REQUIRE(window.state.selection);
  CHECK(window.state.selection->task == output[last].task);
}

TEST_CASE("what needs a scenario does nothing where there is none") {
  Visitor window;
  const auto record = window.state.run.record;
  const Command commands[] = {command::Run{},
                              command::TogglePause{},
                              command::SetMode{Mode::pool},
                              command::SetMaxWorkers{7},
                              command::ChangeMaxWorkers{1},
                              command::SetClock{ClockKind::virtual_time},
                              command::SetComparing{Comparing::yes},
                              command::ShowTab{PanelTab::file},
                              command::SelectCell{{CellKind::name, 0}},
                              command::MoveInTable{1, 1},
                              command::EditCell{{CellKind::name, 0}},
                              command::SetCell{{CellKind::name, 0}, "a"},
                              command::AddTask{},
                              command::DuplicateTask{},
                              command::DeleteTask{},
                              command::SetDuration{task_id(0), step_id(1), 2},
                              command::Undo{},
                              command::Redo{},
                              command::FocusFileText{},
                              command::ChooseLine{0},
                              command::CopyProgram{},
                              command::Save{},
                              command::OpenDialog{FilePurpose::save}};
  for (const Command& command : commands) {
    update(window.state, command);
    window.frame();
    for (const std::string& sentence : broken_state(window.state)) FAIL_CHECK(sentence);
    CHECK(window.state.run.record == record);
    CHECK_FALSE(window.state.playing);
    CHECK_FALSE(window.state.comparing);
    CHECK_FALSE(window.state.dialog);
  }
  CHECK(window.files->files.size() == 2);  // the recording, and which files were opened lately
}

TEST_CASE("whatever needs a scenario cannot be pressed where there is none, and says why; where there is one it can") {
  Visitor window;
  std::size_t held = 0;
  for (const Act& act : acts()) {
    CAPTURE(act.id.name());
    if (!needs_program(act.command(window.state))) continue;
    ++held;
    CHECK_FALSE(act.enabled(window.state));
    CHECK_FALSE(act.chosen(window.state));
    CHECK(act.tooltip(window.state, "X") == kNoProgram);
  }
  CHECK(held > 20);
  update(window.state, command::ChooseScenario{0});
  CHECK(std::any_of(acts().begin(), acts().end(), [&](const Act& act) {
    return act.tooltip(window.state, "X") != kNoProgram && needs_program(act.command(window.state)) &&
           act.enabled(window.state);
  }));
}

TEST_CASE("a run without a scenario is played again") {
  Visitor window;
  update(window.state, command::GoToStart{});
  update(window.state, command::TogglePause{});
  window.pass(1.5);
  CHECK(window.state.playhead == moment_at(1.5));
  window.check(1.5);
}

TEST_CASE("a run without a scenario is taken along in every format of a run, and as a program in none") {
  Visitor window;
  const Timeline& run = *window.state.run.record;
  const std::string folder = "/home/runs/";
  const auto taken = [&](ExportKind kind) {
    update(window.state, command::OpenExport{});
    update(window.state, command::PickExport{kind});
    update(window.state, command::AcceptExport{});
    if (!window.state.dialog) return std::string("refused");
    const std::string name = window.state.dialog->name.text();
    update(window.state, command::AcceptDialog{});
    return name + (window.files->files.contains(folder + name) ? "" : ", not written");
  };
  CHECK(taken(ExportKind::bars) == "server-py-recorded.svg");
  CHECK(taken(ExportKind::trace) == "server-py-recorded-trace.json");
  CHECK(taken(ExportKind::table) == "server-py-recorded.csv");
  CHECK(taken(ExportKind::record) == "server-py-recorded-results.json");
  CHECK(taken(ExportKind::recording) == "server-py-recorded.interleave");
  CHECK(window.files->files[folder + "server-py-recorded.csv"].text == span_csv(run));
  CHECK(window.files->files[folder + "server-py-recorded.interleave"].text == bytes_of_run());
  CHECK(taken(ExportKind::python) == "refused");
  CHECK(why_not_exported(window.state, ExportKind::cpp) == "this recording holds no scenario");
}

TEST_CASE("choosing a scenario again brings back all that needs one, and leaving it takes that away") {
  Visitor window;
  update(window.state, command::ChooseScenario{0});
  window.frame();
  CHECK(window.state.has_program());
  CHECK(window.state.code.listing != nullptr);
  CHECK(window.state.forecaster.answer() != nullptr);
  update(window.state, command::SetComparing{Comparing::yes});
  update(window.state, command::SetCell{{CellKind::value, 1, "seconds"}, "7"});
  update(window.state, command::ChooseScenario{1});
  window.frame();
  CHECK_FALSE(window.state.has_program());
  CHECK_FALSE(window.state.comparing);
  CHECK(window.state.viewport.target().end < 1.2 * seconds(window.state.run.record->horizon()));
  CHECK(window.state.code.listing == nullptr);
  CHECK(window.state.forecaster.answer() == nullptr);
  window.check(5);
  update(window.state, command::ChooseScenario{0});
  CHECK(window.state.document().undoable() != nullptr);
  window.check(0);
}

TEST_CASE("a window can begin with a recording that holds no scenario, and be closed without a question") {
  auto recorded = read_recorded_run(bytes_of_run(), kServer);
  REQUIRE(recorded);
  std::vector<ScenarioEntry> entries = only("coffee-shop");
  entries.insert(entries.begin(), opened_entry(std::move(recorded).value(), {}));
  AppState state = make_app(real_engine(), std::move(entries));
  CHECK_FALSE(state.has_program());
  CHECK(state.run.record->tasks().size() == 3);
  Settings compared;
  compared.comparing = true;
  apply(compared, state);
  CHECK_FALSE(state.comparing);
  update(state, command::RequestClose{});
  CHECK(state.closed);
}

}  // namespace interleave::gui
