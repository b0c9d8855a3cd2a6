#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/clipboard.h"
#include "app/gui/model/edit/document.h"
#include "app/gui/model/files/export_kind.h"
#include "app/gui/model/files/file_dialog.h"
#include "app/gui/model/files/opening.h"
#include "app/gui/model/files/recorded_run.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/viewport.h"
#include "app/gui/model/state/believed.h"
#include "app/gui/model/state/code.h"
#include "app/gui/model/state/directed.h"
#include "app/gui/model/state/engine.h"
#include "app/gui/model/state/explorer.h"
#include "app/gui/model/state/focus.h"
#include "app/gui/model/state/forecast.h"
#include "app/gui/model/state/hints.h"
#include "app/gui/model/state/lecture.h"
#include "app/gui/model/state/lesson_player.h"
#include "app/gui/model/state/marks.h"
#include "app/gui/model/state/notice.h"
#include "app/gui/model/state/painter.h"
#include "app/gui/model/state/panel_sizes.h"
#include "app/gui/model/state/repairing.h"
#include "app/gui/model/state/search.h"
#include "app/gui/model/state/selected_range.h"
#include "app/gui/model/state/task_panel.h"
#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/state/vocabulary.h"

namespace interleave::gui {

struct LessonShow;

inline constexpr std::array kSpeeds = {0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0};
inline constexpr std::array kTextScales = {50, 75, 100, 110, 125, 150, 175, 200, 250, 300, 400};

// What can be chosen: a scenario that was opened, or a built-in one, to be edited and run here; or the recording of a
// run that has no scenario, to be looked at alone.
struct ScenarioEntry {
  std::string name;
  std::shared_ptr<const Scenario> scenario;  // as its document says it now; without one, only the run's title
  Document document = {};                    // empty where there is no scenario
  std::shared_ptr<const RecordedRun> recorded = nullptr;  // shown until it is run here
  std::shared_ptr<const Scenario> given = nullptr;        // as a lesson has it, where it is a lesson's
  FileStamp stamp = {};                                   // of the file, when it was read or written last
  FileStamp told = {};                                    // of the file as somebody else changed it, which was told
  std::shared_ptr<const Scenario> kept = nullptr;         // the unsaved state that a crash would not lose
  std::string kept_typed = {};                            // and the text that could not be read yet
  double unkept_seconds = 0;                              // since the first change after that
  bool given_up = false;                                  // the window may close without saving it
  std::optional<std::size_t> made_from = std::nullopt;    // of a new scenario: what was shown before it
};

// The run that is on the screen. Before the first Run it is a prediction of what Run would show.
struct ShownRun {
  RunSettings settings;
  ClockKind clock = ClockKind::virtual_time;
  std::shared_ptr<const Timeline> prediction;  // the virtual run with these settings; without a scenario, the record
  std::unique_ptr<LiveSession> live;           // only of a run on the real clock
  std::shared_ptr<const Timeline> record;      // the real run's growing timeline, else the prediction itself
  // What the scenario would do in the same mode as it was edited since; null where it was not, or has other tasks now.
  std::shared_ptr<const Timeline> edited;
  bool started = false;  // somebody pressed Run
  bool ended = false;    // the run was seen to its end once: its figures are results
};

struct Selection {
  TaskId task = TaskId::none;
  std::size_t span = 0;          // position in the task's spans
  std::optional<Mode> compared;  // of that mode's run in the comparison; none: of the run on the screen

  friend bool operator==(const Selection&, const Selection&) = default;
};

// What is to be taken along, as it was chosen last.
struct Exporting {
  ExportKind kind = ExportKind::window;
  int times = 2;       // of a picture: pixels for one of the window, across and down
  std::string folder;  // empty: none was chosen yet

  friend bool operator==(const Exporting&, const Exporting&) = default;
};

// All that the window shows. Changed by update() and tick() only.
struct AppState {
  Engine engine;
  std::vector<ScenarioEntry> scenarios;
  std::size_t chosen = 0;
  // Of the run on the screen, which may be older than what the document says now; null where there is no scenario.
  std::shared_ptr<const Scenario> shown_scenario;
  std::shared_ptr<const Timeline> one_after_another;  // its virtual sequential run, the measure of speed-up
  bool scenario_edited = false;                       // Run would run something else than the shown scenario

  std::shared_ptr<Files> files;                    // null: there are none to work with
  std::vector<std::shared_ptr<Opening>> openings;  // files that have not come yet, in the order they were asked for
  std::optional<FileDialog> dialog;
  std::optional<Notice> notice;
  std::vector<std::string> recent;  // files, the newest first
  bool closed = false;              // the window is to go
  Exporting exporting;
  Painter paint;  // null: nobody draws pictures

  TaskPanel panel;
  Clipboard clipboard = own_clipboard();
  std::optional<bool> drag_fits;  // while a length is dragged: whether all of the run is to be in sight afterwards

  Forecaster forecaster;  // of the chosen scenario, for comparisons
  Explorer explorer;      // of the same, while its outcomes are shown
  OutcomesShown outcomes = OutcomesShown::no;
  GraphShown graph = GraphShown::no;
  SlideBeside slide_beside = SlideBeside::picture;
  bool slide_is_text = false;  // and has no picture of a run
  bool shows_slides = false;   // all of them, to choose from
  std::string next_lesson;     // that the one which is at its end leads on to; empty: to none
  Repairing repairing;

  RunSettings settings;                       // what the next Run takes
  std::optional<TextEdit> typed_workers;      // its max_workers, while that is being typed
  ClockKind clock = ClockKind::virtual_time;  // where it runs
  double speed = 1;

  ShownRun run;
  std::optional<Directed> directed;     // the same, while the user is its scheduler
  std::optional<KeptOrder> kept_order;  // the last that was left with any step taken
  Time playhead{};
  bool playing = false;
  bool following = true;  // of a real run: the playhead stays at its newest moment
  double pending = 0;     // playback seconds that were shorter than a nanosecond

  View view = View::by_task;
  bool comparing = false;                         // all modes below each other, in that view
  SharedLanes shared_lanes = SharedLanes::shown;  // of what tasks share, below the others
  Viewport viewport;
  std::optional<double> pointer_time;  // in seconds, where zooming by key is centred
  float lane_scroll = 0;               // pixels
  float console_scroll = 0;            // lines up from the newest
  PanelSizes panels;
  std::optional<Selection> selection;
  Code code;
  std::optional<LaneKey> lane;                  // the one that keys act on
  std::optional<SelectedRange> selected_range;  // or a span, never both
  bool view_follows = true;                     // a zoomed view goes along with the playhead
  Search search;
  Marks marks;  // of the chosen scenario

  Menu menu = Menu::none;
  int menu_entry = 0;
  float help_scroll = 0;  // rows
  std::optional<ActId> focused;
  std::optional<Panel> focused_panel;  // the one that keys act on; none: all of the window
  Offered offered;
  ThemeName theme = ThemeName::dark;
  int text_scale = 100;                      // per cent, on top of the display's own
  int most_text_scale = kTextScales.back();  // that the window has room for, as whoever draws it finds
  bool full_screen = false;
  bool presenting = false;                // to a hall: large text, only what all look at
  Lecture lecture;                        // how it is presented
  std::shared_ptr<LessonShow> lesson;     // the one that runs; null: none does
  LessonPlayer lesson_player;             // without its functions: there are no lessons
  bool answer_first = false;              // the lesson asks what a run would show, and nobody has committed yet
  bool future_hidden = false;             // the lesson shows of a run what has happened, and nothing else
  std::string highlighted;                // of the program: lines with that in them stand out; empty: none do
  std::vector<Mode> compared_modes;       // these alone are compared, as a lesson's slide says; empty: all
  std::string typed_in_lesson;            // an answer, or the number of a slide, before Enter
  std::optional<Believed> believed;       // what somebody has committed to
  std::vector<std::string> lessons_done;  // names of built-in ones that were seen to their ends
  bool reduced_motion = false;            // nothing glides: zoom and pan are there at once
  HintsSeen hints;

  // Whether a scenario is chosen. Else it is a run without one: nothing of it can be predicted, listed, edited or run.
  bool has_program() const { return !document().empty(); }
  const Scenario& scenario() const { return *scenarios[chosen].scenario; }
  const Document& document() const { return scenarios[chosen].document; }
};

}  // namespace interleave::gui
