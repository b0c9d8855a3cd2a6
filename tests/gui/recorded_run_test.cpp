#include "app/gui/model/files/recorded_run.h"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/update.h"
#include "core/interchange/recording.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

constexpr const char* kRun = "/home/runs/shop.interleave";

// A window beside a folder of recorded runs.
struct Archive : Headless {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();

  Archive() : Headless(only("coffee-shop")) { state.files = files; }

  void open_run() {
    update(state, command::OpenFile{kRun});
    frame();
    frame();
  }
  void save_run() {
    press_key({Key::none, U'r', true, true});
    type(kRunName);
    press_key({Key::enter});
    frame();
  }
  static constexpr const char32_t* kRunName = U"/home/runs/shop";
};

// A run, saved by another window. One window at a time.
std::string saved_run(Mode mode = Mode::pool) {
  Archive other;
  update(other.state, command::SetMode{mode});
  update(other.state, command::Run{});
  other.pass(100);
  other.save_run();
  return other.files->files[kRun].text;
}

bool tells(const Archive& window, std::string_view part) {
  return window.state.dialog && window.state.dialog->error.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a recording that somebody else wrote anew is offered to be read again") {
  const std::string saved = saved_run(Mode::pool);
  const std::string anew = saved_run(Mode::coroutine);
  Archive window;
  window.files->put(kRun, saved);
  window.open_run();
  update(window.state, command::CheckFile{});
  CHECK_FALSE(window.state.notice);
  window.files->put(kRun, anew);
  update(window.state, command::CheckFile{});
  window.frame();
  CHECK(window.shows("shop.interleave was changed outside"));
  CHECK(window.state.run.settings.mode == Mode::pool);
  window.click("answer-first"_act);
  CHECK(window.state.run.settings.mode == Mode::coroutine);
  CHECK(window.state.scenarios.size() == 2);
  update(window.state, command::CheckFile{});
  CHECK_FALSE(window.state.notice);
}

TEST_CASE("what is saved here over the recording that is open was not changed by somebody else") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  window.open_run();
  window.save_run();
  window.press_key({Key::enter});
  CHECK_FALSE(window.state.dialog);
  update(window.state, command::CheckFile{});
  CHECK_FALSE(window.state.notice);
}

TEST_CASE("a recording that somebody else spoiled is said to be bad, and the run on the screen stays") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  window.open_run();
  window.files->put(kRun, "no recording");
  update(window.state, command::CheckFile{});
  window.frame();
  window.click("answer-first"_act);
  CHECK(window.state.dialog);
  CHECK(window.state.run.settings.mode == Mode::pool);
  CHECK(phase(window.state) == Phase::finished);
}

TEST_CASE("a run that was saved is shown as it was when its file is opened, finished, with its mode") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  update(window.state, command::SetMode{Mode::threads});
  window.open_run();
  CHECK(window.state.scenarios.size() == 2);
  CHECK(phase(window.state) == Phase::finished);
  CHECK(window.state.run.settings.mode == Mode::pool);
  CHECK(window.state.settings.mode == Mode::pool);
  CHECK(window.state.run.record->horizon() == moment_at(5));
  CHECK_FALSE(picture_is_outdated(window.state));
  CHECK_FALSE(window.state.document().is_dirty());
  CHECK(window.shows("sleep 5 s"));
}

TEST_CASE("a recorded run stays on the screen after an edit, and comes back when it is chosen again") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  window.open_run();
  const auto recorded = window.state.run.record;
  update(window.state, command::SetCell{{CellKind::value, 1, "seconds"}, "7"});
  CHECK(window.state.run.record == recorded);
  CHECK(picture_is_outdated(window.state));
  update(window.state, command::ChooseScenario{0});
  update(window.state, command::ChooseScenario{1});
  CHECK(window.state.run.record == recorded);
  CHECK(picture_is_outdated(window.state));
  update(window.state, command::Run{});
  CHECK(window.state.run.record->horizon() == moment_at(7));
}

TEST_CASE("what is no recording, is cut, or is empty is told in the dialog, and nothing changes") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  for (const std::string& bytes : {std::string("not a recording"), saved.substr(0, saved.size() / 2), std::string()}) {
    window.files->put(kRun, bytes);
    window.open_run();
    CHECK(tells(window, "shop.interleave"));
    CHECK(window.state.scenarios.size() == 1);
    CHECK(window.files->files[kRun].text == bytes);
    window.press_key({Key::escape});
  }
  window.click("run"_act);
  CHECK(window.state.run.started);
}

TEST_CASE("a recording with another run's scenario is refused with the reason") {
  Archive window;
  update(window.state, command::Run{});
  const std::string other = R"({"interleave": 1, "title": "x", "tasks": [{"name": "a", "steps": [{"sleep": 1}]}]})";
  window.files->put(kRun, write_recording(*window.state.run.record, other));
  window.open_run();
  CHECK(tells(window, "another scenario"));
}

TEST_CASE("a recording of the first version says of its steps what the scenario in it says of them") {
  std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/interchange/recordings/format-1.interleave", std::ios::binary);
  Archive window;
  window.files->put(kRun, std::string(std::istreambuf_iterator<char>(file), {}));
  window.open_run();
  CHECK(phase(window.state) == Phase::finished);
  CHECK(window.state.run.record->info().steps.size() == 3);
  CHECK(window.shows("sleep 5 s"));
}

TEST_CASE("there must be a run to be saved, and another file is replaced only when that was asked") {
  Archive window;
  window.press_key({Key::none, U'r', true, true});
  CHECK_FALSE(window.state.dialog);
  window.frame();
  CHECK(window.shows("press Run first"));
  update(window.state, command::Run{});
  window.pass(100);
  window.files->put(kRun, "theirs");
  window.save_run();
  CHECK(window.files->files[kRun].text == "theirs");
  CHECK(window.shows("Overwrite it?"));
  window.press_key({Key::enter});
  CHECK(read_recording(window.files->files[kRun].text));
}

TEST_CASE("saving a recorded run's scenario asks for a file of its own") {
  const std::string saved = saved_run();
  Archive window;
  window.files->put(kRun, saved);
  window.open_run();
  window.press_key({Key::none, U's', true});
  REQUIRE(window.state.dialog);
  CHECK(window.state.dialog->name.text() == "coffee-shop.json");
  CHECK(window.state.dialog->folder == "/home/runs");
}

}  // namespace interleave::gui
