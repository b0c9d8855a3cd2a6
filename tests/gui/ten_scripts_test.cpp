#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>

#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {
namespace {

std::vector<ScenarioEntry> ten_scripts() {
  std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/gui/ten_scripts.json");
  return from_text(std::string(std::istreambuf_iterator<char>(file), {}));
}

// The window on a finished run.
struct TenScripts : Headless {
  explicit TenScripts(std::vector<ScenarioEntry> scenarios = ten_scripts()) : Headless(std::move(scenarios)) {
    resize(1600, 1000);
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    frame();
    frame();
  }
};

}  // namespace

TEST_CASE("names in ten scripts are whole in the table, beside the bars and in the console, and over nothing else") {
  TenScripts window;
  const Scenario& scenario = window.state.scenario();
  for (const Task& task : scenario.tasks) {
    CAPTURE(task.name);
    const auto& texts = window.drawn().texts;
    const auto times =
        std::count_if(texts.begin(), texts.end(), [&](const DrawnText& t) { return t.text == task.name; });
    CHECK(times >= 2);
  }
  CHECK(window.shows("你好，世界!"));
  CHECK(window.shows("नमस्ते!"));
  CHECK(cut_or_small_texts(window.drawn(), {1600, 1000, 100}, Cuts::none, {scenario.title}) == Broken{});
  CHECK(overlapping_texts(window.drawn()) == Broken{});
}

TEST_CASE("the code panel has room for string literals in any script") {
  TenScripts window;
  for (const float width : {900.0F, 1100.0F, 1280.0F, 1600.0F}) {
    window.resize(width, 1000);
    window.frame();
    window.frame();
    for (const DrawnText& text : window.drawn().texts) {
      if (text.text.find("greet(") == std::string::npos) continue;
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
    }
  }
}

TEST_CASE("the pointer over a box is told what stands in it, and over other letters nothing of the kind") {
  TenScripts window(from_text(R"({"interleave": 1, "title": "t", "functions": {"f": {"steps": [{"sleep": 1}]}},
      "tasks": [{"name": "a)"
                              "\U0010FFFD"
                              R"(", "call": "f"}, {"name": "plain", "call": "f"}]})"));
  const auto point_at = [&](std::string_view text) {
    for (const DrawnText& drawn : window.drawn().texts) {
      if (drawn.text == text) return window.move_to(drawn.box.center());
    }
    FAIL("not drawn");
  };
  point_at("a\U0010FFFD");
  window.frame();
  CHECK(window.shows("In a box: the number of a letter"));
  point_at("plain");
  window.frame();
  CHECK_FALSE(window.shows("In a box"));
}

}  // namespace interleave::gui
