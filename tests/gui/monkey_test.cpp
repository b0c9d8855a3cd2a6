#include "tests/gui/monkey.h"

#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "app/gui/model/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/desk.h"
#include "tests/gui/instant_session.h"

namespace interleave::gui {

namespace {

constexpr int kUsualActs = 1'250;  // of each of four sizes
constexpr int kBetweenRuns = 100;
constexpr int kMostEscapes = 6;

// A number that somebody set for a longer search, else the usual one.
int number_from(const char* variable, int usual) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? usual : std::atoi(text);
}

std::vector<ScenarioEntry> all_built_in() {
  std::vector<ScenarioEntry> all;
  for (const BuiltIn& built_in : built_in_scenarios()) all.push_back(only(built_in.name).front());
  return all;
}

// A window with files to open, in which no thread runs.
struct Cage : Headless {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();

  Cage(float width, float height) : Headless(all_built_in(), instant_engine()) {
    files->put(kShop, shop_text());
    files->put(kBad, "{\"interleave\": 1, \"title\": \"Bad\",\n  \"taks\": []}\n");
    files->put("/home/lessons/notes.txt", "x");
    files->put("/home/other.interleave", "not a recording");
    state.files = files;
    resize(width, height);
    frame();
  }
};

// What somebody typed or made narrow may end in an ellipsis: only what the program arranged by itself must be whole.
bool arranged_by_program(const AppState& state) {
  const Document& document = state.document();
  const bool edited = !document.empty() && (document.is_dirty() || document.undoable() || document.redoable());
  return !edited && !state.scenario_edited && state.panels == PanelSizes{} && !typing(state) &&
         state.panel.tab == PanelTab::tasks && state.menu != Menu::scenarios && !state.dialog && !state.notice &&
         state.marks.all.empty() && !state.search.open;
}

bool is_title_on_toolbar_of(const DrawnText& text) { return text.box.top < 60 && text.box.left < 300; }

std::optional<std::string> cut_text(const Headless& window) {
  if (!arranged_by_program(window.state)) return std::nullopt;
  for (const DrawnText& text : window.drawn().texts) {
    if (text.cut && !is_title_on_toolbar_of(text)) return "cut off: " + text.text;
  }
  return std::nullopt;
}

std::optional<std::string> overlapping(const Drawn& drawn) {
  for (std::size_t a = 0; a < drawn.controls.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const DrawnControl& one = drawn.controls[a];
      const DrawnControl& other = drawn.controls[b];
      if (one.panel != other.panel || !overlap(one.box, other.box)) continue;
      return fmt::format("controls {} and {} overlap", static_cast<int>(one.control), static_cast<int>(other.control));
    }
  }
  for (std::size_t a = 0; a < drawn.panels.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (overlap(drawn.panels[a], drawn.panels[b])) return fmt::format("panels {} and {} overlap", a, b);
    }
  }
  return std::nullopt;
}

std::optional<std::string> outside(const Drawn& drawn, float width, float height) {
  for (const DrawnControl& control : drawn.controls) {
    const Rect& box = control.box;
    if (box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height) continue;
    return fmt::format("control {} is outside of the window", static_cast<int>(control.control));
  }
  return std::nullopt;
}

std::optional<std::string> broken(const AppState& state) {
  const TimeRange range = state.viewport.range();
  if (!std::isfinite(range.begin) || !std::isfinite(range.end) || range.end <= range.begin)
    return "no range is in sight";
  if (state.playhead < Time{} || state.playhead > picture_end(state)) {
    return fmt::format("the playhead is at {} s of a picture of {} s", seconds(state.playhead),
                       seconds(picture_end(state)));
  }
  if (state.chosen >= state.scenarios.size()) return "no scenario is chosen";
  if (state.selection) {
    const auto& tasks = timeline_of(state, state.selection->compared).tasks();
    const std::size_t task = index(state.selection->task);
    if (task >= tasks.size() || state.selection->span >= tasks[task].spans.size())
      return "what is selected is not there";
  }
  return std::nullopt;
}

// From here, a user who wants to run it: Esc until nothing lies over the window, then Run.
std::optional<std::string> no_way_to_run(Headless& window, int turn) {
  for (int i = 0; i < kMostEscapes; ++i) window.press_key({Key::escape});
  if (window.state.menu != Menu::none || window.state.dialog) return "Esc does not close what lies over the window";
  if (turn % 2 == 0)
    window.press_key({Key::none, U'r', true});
  else
    window.click(Control::run);
  if (!window.state.run.started || !(window.state.playing || window.state.run.ended)) {
    const bool says_why = window.state.notice || (window.state.panel.file && !window.state.panel.file->errors.empty());
    return says_why ? std::nullopt : std::optional<std::string>("Run does not run, and nothing says why");
  }
  window.pass(1);
  window.press_key({Key::end, 0, true});
  window.pass(1);
  if (!window.state.run.ended) return "the run does not end";
  if (window.state.run.record->tasks().size() != window.state.shown_scenario->tasks.size()) return "tasks are missing";
  return std::nullopt;
}

void let_loose(float width, float height) {
  const int acts = number_from("INTERLEAVE_MONKEY_FRAMES", 4 * kUsualActs) / 4;
  const int seed = number_from("INTERLEAVE_MONKEY_SEED", 1);
  Cage window(width, height);
  Monkey monkey(window, static_cast<std::uint32_t>(seed), width, height);
  for (int i = 0; i < acts; ++i) {
    monkey.act();
    std::optional<std::string> wrong;
    if ((i + 1) % kBetweenRuns == 0) wrong = no_way_to_run(window, i / kBetweenRuns);
    window.state.closed = false;  // who closed the window has it opened again
    const Drawn& drawn = window.frame();
    if (!wrong) wrong = broken(window.state);
    if (!wrong) wrong = overlapping(drawn);
    if (!wrong) wrong = outside(drawn, width, height);
    if (!wrong) wrong = cut_text(window);
    if (wrong) {
      FAIL("seed ", seed, ", act ", i, ": ", *wrong, "\n", monkey.done());
    }
  }
}

}  // namespace

TEST_CASE("a monkey finds nothing wrong in a window of 1280x720") { let_loose(1'280, 720); }
TEST_CASE("a monkey finds nothing wrong in a window of 1600x900") { let_loose(1'600, 900); }
TEST_CASE("a monkey finds nothing wrong in a window of 1920x1080") { let_loose(1'920, 1'080); }
TEST_CASE("a monkey finds nothing wrong in a window of 3840x2160") { let_loose(3'840, 2'160); }

}  // namespace interleave::gui
