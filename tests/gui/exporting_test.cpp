
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/as_picture.h"
#include "app/gui/model/files/file_names.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/tooltips.h"
#include "core/interchange/record_json.h"
#include "core/interchange/recording.h"
#include "core/interchange/span_csv.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"
#include "core/listing/list_program.h"
#include "tests/gui/desk.h"
#include "tests/gui/fake_session.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

// A window on a finished run, with files and somebody who paints.
struct Exporter : FinishedRun {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();
  std::string painting_fails;

  explicit Exporter(Mode mode = Mode::coroutine) : FinishedRun(mode) {
    state.files = files;
    files->put(kShop, shop_text());
    state.paint = [this](int times) -> Result<Painting, std::string> {
      if (!painting_fails.empty()) return painting_fails;
      const bool free = state.menu == Menu::none && !state.dialog;
      return Painting{free ? "a picture" : "a picture with a dialog", 1280 * times, 720 * times};
    };
  }
  void press_export() { press_key({Key::none, U'e', true, true}); }
  // By keys alone, up to the dialog that asks where to.
  void choose(ExportKind kind) {
    press_export();
    while (state.exporting.kind > kind) press(Key::up);
    while (state.exporting.kind < kind) press(Key::down);
    press(Key::enter);
  }
  std::string written(const std::string& path) const {
    const auto found = files->files.find(path);
    return found == files->files.end() ? "nothing" : found->second.text;
  }
};

std::string program_of(const AppState& state, Language language) {
  return list_program(state.scenario(), state.settings.mode, state.settings.max_workers, language).text();
}

}  // namespace

TEST_CASE("by keys alone, each kind is written as the command line writes it, with a name of its own") {
  Exporter window(Mode::pool);
  const Timeline& run = *window.state.run.record;
  const struct {
    ExportKind kind;
    const char* file;
    std::string bytes;
  } kinds[] = {
      {ExportKind::window, "/home/coffee-shop-thread-pool.png", "a picture"},
      {ExportKind::bars, "/home/coffee-shop-thread-pool.svg", svg_chart(run)},
      {ExportKind::trace, "/home/coffee-shop-thread-pool-trace.json", trace_json(run)},
      {ExportKind::table, "/home/coffee-shop-thread-pool.csv", span_csv(run)},
      {ExportKind::record, "/home/coffee-shop-thread-pool-results.json", record_json(run)},
      {ExportKind::recording, "/home/coffee-shop-thread-pool.interleave",
       write_recording(run, window.state.document().text())},
      {ExportKind::python, "/home/coffee-shop-thread-pool.py", program_of(window.state, Language::python)},
      {ExportKind::cpp, "/home/coffee-shop-thread-pool.cpp", program_of(window.state, Language::cpp)},
  };
  REQUIRE(std::size(kinds) == kExportKindCount);
  for (const auto& expected : kinds) {
    CAPTURE(expected.file);
    window.choose(expected.kind);
    REQUIRE(window.state.dialog);
    window.press(Key::enter);
    CHECK_FALSE(window.state.dialog);
    CHECK(window.written(expected.file) == expected.bytes);
    window.frame();
    CHECK(window.shows("Wrote " + file_name(expected.file) + " to /home ("));
    CHECK(window.shows(size_text(expected.bytes.size())));
  }
}

TEST_CASE("left and right say how many pixels a picture has") {
  Exporter window;
  window.press_export();
  CHECK(window.shows("2560 × 1440 pixels"));
  for (int i = 0; i < 5; ++i) window.press(Key::right);
  CHECK(window.shows("5120 × 2880 pixels"));
  window.press(Key::left);
  window.press(Key::enter);
  window.press(Key::enter);
  window.frame();
  CHECK(window.shows("3840 × 2160 pixels"));
  CHECK(window.state.exporting.times == 3);
}

TEST_CASE("by mouse: a click marks, a second one goes on, and so does the button") {
  Exporter window;
  const auto click_text = [&](std::string_view text) {
    for (const DrawnText& drawn : window.drawn().texts) {
      if (drawn.text == text) return window.click(drawn.box.center());
    }
    FAIL("not shown: " << text);
  };
  window.click("scenario"_act);
  click_text("Export…");
  REQUIRE(window.state.menu == Menu::exports);
  window.click("picture-4x"_act);
  CHECK(window.state.exporting.times == 4);
  CHECK(window.state.menu == Menu::exports);
  click_text("Table");
  CHECK(window.state.exporting.kind == ExportKind::table);
  REQUIRE(window.state.menu == Menu::exports);
  click_text("Table");
  REQUIRE(window.state.dialog);
  window.click("dialog-cancel"_act);
  window.press_export();
  window.click("export-accept"_act);
  REQUIRE(window.state.dialog);
  window.click("dialog-accept"_act);
  CHECK(window.written("/home/coffee-shop-coroutine.csv") == span_csv(*window.state.run.record));
  window.press_export();
  window.click("export-cancel"_act);
  CHECK(window.state.menu == Menu::none);
}

TEST_CASE("Tab visits every button of the dialog that can be pressed, and Enter presses it") {
  Exporter window;
  window.press_export();
  std::vector<ActId> visited;
  for (int i = 0; i < 6; ++i) {
    window.press(Key::tab);
    visited.push_back(window.state.focused.value());
  }
  CHECK(visited == std::vector{"picture-1x"_act, "picture-2x"_act, "picture-3x"_act, "picture-4x"_act,
                               "export-accept"_act, "export-cancel"_act});
  window.press(Key::enter);
  CHECK(window.state.menu == Menu::none);
  CHECK_FALSE(window.state.focused);
}

TEST_CASE("while it is asked what to export, keys do nothing to the run that is covered") {
  Exporter window;
  window.press_export();
  for (const char32_t character : U"1cmr0?/") {
    if (character != 0) window.press_key({Key::none, character});
  }
  window.press(Key::down);
  window.press(Key::left);
  window.press_with_control(Key::home);
  CHECK(window.state.menu == Menu::exports);
  CHECK(window.state.settings.mode == Mode::coroutine);
  CHECK(window.state.playhead == at(5));
  CHECK(window.state.exporting.times == 2);
  window.press(Key::escape);
  CHECK(window.state.menu == Menu::none);
}

TEST_CASE("before the first run there is a picture and the program of the mode, and the rest says what it needs") {
  Desk desk;
  update(desk.state, command::SetMode{Mode::threads});
  desk.control(U'e', true);
  CHECK(desk.shows("needs a run: press Run first"));
  update(desk.state, command::PickExport{ExportKind::trace});
  desk.press(Key::enter);
  CHECK_FALSE(desk.state.dialog);
  CHECK(desk.state.menu == Menu::exports);
  CHECK_FALSE(act("export-accept"_act).enabled(desk.state));
  update(desk.state, command::PickExport{ExportKind::cpp});
  desk.frame();
  CHECK(desk.shows("Threads, C++20"));
  desk.press(Key::enter);
  desk.press(Key::enter);
  CHECK(desk.files->files["/home/two-downloads-threads.cpp"].text == program_of(desk.state, Language::cpp));
}

TEST_CASE("of a run that goes on, what has been recorded so far is exported, but no recording") {
  testing::Events events;
  const auto run = std::make_shared<FakeRun>();
  run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::threads));
  events.at(0).worker(0, "thread 1").submitted(0, State::ready).started(0, 0).sleeps_holding(0, 1, 0).at(0.4);
  run->timeline->append(events.batch());
  run->now = at(0.4);
  Headless window(only("coffee-shop"), engine_of(run));
  const auto files = std::make_shared<FakeFiles>();
  files->put(kShop, shop_text());
  window.state.files = files;
  update(window.state, command::SetMode{Mode::threads});
  update(window.state, command::SetClock{ClockKind::real_time});
  update(window.state, command::Run{});
  window.pass(0.1);
  update(window.state, command::OpenExport{});
  update(window.state, command::PickExport{ExportKind::recording});
  window.frame();
  CHECK(window.shows("in real time, so far"));
  CHECK(window.shows("is there when the run has ended"));
  update(window.state, command::AcceptExport{});
  CHECK_FALSE(window.state.dialog);
  update(window.state, command::PickExport{ExportKind::trace});
  update(window.state, command::AcceptExport{});
  REQUIRE(window.state.dialog);
  // It goes on while it is asked where to.
  events.at(0.6).printed(0, "Ordered");
  run->timeline->append(events.batch());
  window.pass(0.1);
  update(window.state, command::AcceptDialog{});
  const std::string trace = files->files["/home/coffee-shop-threads-trace.json"].text;
  CHECK(trace.find("Ordered") != std::string::npos);
  CHECK(trace == trace_json(*run->timeline));
}

TEST_CASE("another file is overwritten only when asked twice, and the scenario's own not at all") {
  Exporter window;
  update(window.state, command::OpenFile{kShop});
  update(window.state, command::Run{});
  window.files->put("/home/lessons/mine.json", "mine");
  window.choose(ExportKind::record);
  CHECK(window.state.dialog->folder == "/home/lessons");
  window.type(U"mine");
  window.press(Key::enter);
  window.frame();
  CHECK(window.shows("mine.json exists already. Overwrite it?"));
  CHECK(window.written("/home/lessons/mine.json") == "mine");
  window.press(Key::enter);
  CHECK(window.written("/home/lessons/mine.json") == record_json(*window.state.run.record));
  window.choose(ExportKind::record);
  window.type(U"shop.json");
  window.press(Key::enter);
  window.press(Key::enter);
  window.frame();
  CHECK(window.shows("shop.json is the scenario itself"));
  CHECK(window.written(kShop) == shop_text());
  CHECK_FALSE(window.state.document().is_dirty());
}

TEST_CASE("what cannot be written or drawn is told in the notice bar, and nothing is left of it") {
  Exporter window;
  window.files->refuses = "No space left on device";
  window.choose(ExportKind::table);
  window.press(Key::enter);
  window.frame();
  CHECK_FALSE(window.state.dialog);
  CHECK(window.shows("cannot write /home/coffee-shop-coroutine.csv: No space left on device"));
  window.files->refuses.clear();
  window.painting_fails = "A picture of 5120 × 2880 pixels is too large.";
  window.choose(ExportKind::window);
  window.press(Key::enter);
  window.frame();
  CHECK(window.shows("A picture of 5120 × 2880 pixels is too large."));
  CHECK(window.files->files.size() == 1);
}

TEST_CASE("the next export begins with the kind and the folder of the last") {
  Exporter window;
  window.choose(ExportKind::trace);
  window.type(U"/home/lessons/first.json");
  window.press(Key::enter);
  window.press_export();
  CHECK(window.state.exporting.kind == ExportKind::trace);
  window.press(Key::enter);
  CHECK(window.state.dialog->folder == "/home/lessons");
  CHECK(window.shows("first.json"));
}

TEST_CASE("where the folder of the last export is gone, the dialog opens where the scenario is") {
  Exporter window;
  window.state.exporting.folder = "/home/gone";
  window.choose(ExportKind::trace);
  CHECK(window.state.dialog->folder == "/home");
  CHECK(window.state.dialog->error.empty());
}

TEST_CASE("the picture of all modes compared is named so") {
  Exporter window;
  update(window.state, command::SetComparing{Comparing::yes});
  window.choose(ExportKind::window);
  CHECK(window.state.dialog->name.text() == "coffee-shop-compared.png");
}

TEST_CASE("a picture is of the window with nothing over it, scrolled as far, and afterwards all is as it was") {
  Exporter window;
  update(window.state, command::ScrollLanes{30});
  update(window.state, command::OpenExport{});
  window.state.focused = "export-accept"_act;
  window.state.notice = Notice{NoticeKind::message, "told"};
  {
    const AsPicture as_picture(window.state, 3);
    CHECK(window.state.menu == Menu::none);
    CHECK_FALSE(window.state.focused);
    CHECK_FALSE(window.state.notice);
    CHECK(window.state.lane_scroll == 90);
  }
  CHECK(window.state.menu == Menu::exports);
  CHECK(window.state.focused == "export-accept"_act);
  CHECK(window.state.notice->text == "told");
  CHECK(window.state.lane_scroll == 30);
}

TEST_CASE("Ctrl+C and the button copy the whole program shown, and the button says so until it changes") {
  Exporter window;
  window.press_key({Key::none, U'c', true, false});
  CHECK(copied(window.state.clipboard) == program_of(window.state, Language::python));
  CHECK(tooltip_of(window.state, act("copy-program"_act)) == "The whole program is on the clipboard");
  update(window.state, command::SetLanguage{Language::cpp});
  CHECK(tooltip_of(window.state, act("copy-program"_act)).starts_with("Copy"));
  window.click("copy-program"_act);
  CHECK(copied(window.state.clipboard) == program_of(window.state, Language::cpp));
}

TEST_CASE("while text is typed, Ctrl+C copies what is selected of it and not the program") {
  Exporter window;
  update(window.state, command::EditCell{kFoodSeconds});
  window.press_key({Key::none, U'a', true, false});
  window.press_key({Key::none, U'c', true, false});
  CHECK(copied(window.state.clipboard) == "5");
}

TEST_CASE("a size is written as one reads it") {
  CHECK(size_text(812) == "812 bytes");
  CHECK(size_text(31'449) == "31.4 kB");
  CHECK(size_text(2'100'000) == "2.1 MB");
}

}  // namespace interleave::gui
