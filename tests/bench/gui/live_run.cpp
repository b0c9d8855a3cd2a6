// What the processor has to do for a frame of the window while a run goes on on real threads: what was recorded since
// the last one, a sixtieth of a second ago, is taken in, and the whole window is drawn. Processor time of that thread.
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "core/scenario/loader.h"
#include "tests/bench/figure.h"
#include "tests/bench/gui/hidden_window.h"

namespace interleave::bench {
namespace {

constexpr int kLiveTasks = 64;
constexpr int kFrames = 90;
constexpr std::chrono::duration<double> kFrameOfScreen(1.0 / 60);

// Each task waits ten milliseconds at a time, all at once, so that something happens in every frame.
std::shared_ptr<const Scenario> busy_tasks() {
  std::string text = R"({"interleave": 1, "title": "Live", "tasks": [)";
  for (int i = 1; i <= kLiveTasks; ++i) {
    text += R"({"name": "task )" + std::to_string(i) +
            R"(", "steps": [{"repeat": 3000, "steps": [{"print": "turn"}, {"sleep": 0.01}]}]})" +
            (i < kLiveTasks ? "," : "]}");
  }
  return std::make_shared<const Scenario>(load_scenario(text, "live").value());
}

void draw_live(benchmark::State& state, Mode mode) {
  HiddenWindow window(gui::make_app(gui::real_engine(), {{"live", busy_tasks()}}), 1'600, 900);
  gui::update(window.state, gui::command::SetMode{mode});
  gui::update(window.state, gui::command::SetClock{ClockKind::real_time});
  gui::update(window.state, gui::command::Run{});
  for (auto _ : state) {
    std::this_thread::sleep_for(kFrameOfScreen);
    gui::tick(window.state, kFrameOfScreen.count());
    benchmark::DoNotOptimize(window.draw());
    if (window.state.run.ended) return state.SkipWithError("the run ended while it was measured");
  }
  count_items(state, 1);
}

BENCHMARK_CAPTURE(draw_live, threads, Mode::threads)->Name("live run/frame, threads")->Iterations(kFrames);
BENCHMARK_CAPTURE(draw_live, coroutine, Mode::coroutine)->Name("live run/frame, coroutines")->Iterations(kFrames);

}  // namespace
}  // namespace interleave::bench
