// What the processor has to do for a frame of the whole window on a run of a million spans, all of its 64 lanes in
// sight, up to what is handed to the graphics driver.
#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <memory>
#include <string>

#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/update.h"
#include "core/scenario/loader.h"
#include "tests/bench/figure.h"
#include "tests/bench/gui/hidden_window.h"
#include "tests/bench/million_spans.h"

namespace interleave::bench {
namespace {

constexpr float kWidth = 2'470;  // of which the lanes have 1 900
constexpr double kLaneWidth = 1'900;
constexpr float kUsualHeight = 1'000;  // a third of the lanes at once; the others scroll
constexpr float kWholeHeight = 2'700;  // 64 lanes and what stands around them

// The worst is where most spans are about as wide as what is shown by itself.
const std::vector<std::int64_t> kTimesCloser = {1, 2, 4, 8, 16, 32, 64, 256, 4'096};

// What the window needs beside the run: as many tasks, read as from a file.
std::shared_ptr<const Scenario> scenario_of_lanes() {
  std::string text = R"({"interleave": 1, "title": "A million spans", "tasks": [)";
  for (std::size_t i = 1; i <= kLanes; ++i) {
    text += R"({"name": "task )" + std::to_string(i) + R"(", "steps": [{"sleep": 1}]})" + (i < kLanes ? "," : "]}");
  }
  return std::make_shared<const Scenario>(load_scenario(text, "million").value());
}

gui::AppState app_of_million_spans() {
  const std::shared_ptr<const Timeline> run(std::shared_ptr<void>(), &run_of_million_spans());
  gui::RecordedRun recorded{.path = "million.interleave", .text = {}, .scenario = scenario_of_lanes(), .timeline = run};
  return gui::make_app(gui::engine_without_threads(), {gui::opened_entry(std::move(recorded), {})});
}

// A window on the whole run.
class WindowOfMillion : public HiddenWindow {
 public:
  explicit WindowOfMillion(float height) : HiddenWindow(app_of_million_spans(), kWidth, height) {
    gui::update(state, gui::command::GoToEnd{});
    gui::update(state, gui::command::Fit{});
    state.viewport.settle();
  }

  // Returns how wide the lanes are.
  double frame() { return static_cast<double>(draw().drawn.lanes.width()); }
};

void draw_frames(benchmark::State& state, gui::View view, float height) {
  WindowOfMillion window(height);
  gui::update(window.state, gui::command::SetView{view});
  const auto closer = static_cast<double>(state.range(0));
  const double end = window.state.viewport.extent();
  window.state.viewport.show({end / 2 - end / (2 * closer), end / 2 + end / (2 * closer)});
  window.state.viewport.settle();
  if (std::abs(window.frame() - kLaneWidth) > 20) return state.SkipWithError("the lanes have another width");
  for (auto _ : state) benchmark::DoNotOptimize(window.frame());
  count_items(state, 1);
}

// Every span a filled rectangle, at least a pixel wide, and nothing else.
void draw_naively(benchmark::State& state) {
  WindowOfMillion window(kWholeHeight);
  const double scale = kLaneWidth / window.state.viewport.extent();
  const auto draw = [&] {
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    float top = 0;
    for (const auto& lane : million_spans()) {
      for (const Span& span : lane) {
        const auto left = static_cast<float>(seconds(span.begin) * scale);
        const auto right = static_cast<float>(seconds(span.end) * scale);
        const auto shade = static_cast<ImU32>(span.state) * 60;
        list.AddRectFilled({left, top}, {std::max(right, left + 1), top + 20}, IM_COL32(shade, 200, 100, 255));
      }
      top += 30;
    }
    ImGui::Render();
  };
  draw();
  for (auto _ : state) {
    draw();
    benchmark::DoNotOptimize(ImGui::GetDrawData());
  }
  count_items(state, 1);
}

BENCHMARK_CAPTURE(draw_frames, usual, gui::View::by_task, kUsualHeight)
    ->Name("million spans/frame")
    ->ArgsProduct({kTimesCloser});
BENCHMARK_CAPTURE(draw_frames, whole, gui::View::by_task, kWholeHeight)
    ->Name("million spans/frame of all lanes")
    ->ArgsProduct({kTimesCloser});
BENCHMARK_CAPTURE(draw_frames, by_worker, gui::View::by_worker, kWholeHeight)
    ->Name("million spans/frame of all workers")
    ->ArgsProduct({kTimesCloser});
BENCHMARK(draw_naively)->Name("million spans/naive drawing");

}  // namespace
}  // namespace interleave::bench
