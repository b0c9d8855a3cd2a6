// What the processor has to do for a frame of a lesson: of all slides of all built-in lessons the one that costs most.
#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/play_lesson.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "core/lesson/built_in_lessons.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "tests/bench/figure.h"
#include "tests/bench/gui/hidden_window.h"

namespace interleave::bench {
namespace {

struct Place {
  std::string lesson;
  std::size_t slide = 0;
  std::size_t builds = 0;
};

// What a window has when somebody opens a lesson in it.
gui::ScenarioEntry coffee_shop() {
  const std::string name = "coffee-shop";
  return {name, std::make_shared<const Scenario>(load_scenario(find_built_in(name)->text, name).value())};
}

struct LessonWindow : HiddenWindow {
  explicit LessonWindow(bool in_hall)
      : HiddenWindow(gui::make_app(gui::engine_without_threads(), {coffee_shop()}), in_hall ? 1'920 : 1'280,
                     in_hall ? 1'080 : 720) {
    state.lesson_player = gui::lesson_player();
    state.presenting = in_hall;
  }

  // Each of them once, with a frame's time.
  std::vector<std::pair<std::chrono::nanoseconds, Place>> all_places() {
    std::vector<std::pair<std::chrono::nanoseconds, Place>> places;
    for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
      update(state, gui::command::OpenLesson{std::string(one.name)});
      places.emplace_back(time_of_frame(), here(one.name));
      while (!is_at_end()) {
        go_on();
        places.emplace_back(time_of_frame(), here(one.name));
      }
    }
    return places;
  }
  void show(const Place& place) {
    update(state, gui::command::OpenLesson{place.lesson});
    while (state.lesson->slide < place.slide || state.lesson->builds < place.builds) go_on();
  }

 private:
  bool is_at_end() const {
    const gui::LessonShow& show = *state.lesson;
    const bool is_last = show.slide + 1 == show.lesson->slides.size() && show.builds == show.shown().builds.size();
    return is_last && !state.answer_first;
  }
  // Alone, nothing more is shown before somebody has answered: one of those that are offered, or an order, or a number.
  void go_on() {
    if (!state.answer_first || state.presenting) return update(state, gui::command::NextBuild{});
    update(state, gui::command::CommitAnswer{0});
    update(state, gui::command::EnterInLesson{});
    if (!state.answer_first) return;
    update(state, gui::command::TypeInLesson{"1"});
    update(state, gui::command::EnterInLesson{});
  }
  Place here(std::string_view lesson) const { return {std::string(lesson), state.lesson->slide, state.lesson->builds}; }
  // The shortest of some: what it costs by itself.
  std::chrono::nanoseconds time_of_frame() {
    draw();
    auto least = std::chrono::nanoseconds::max();
    for (int i = 0; i < 3; ++i) {
      const auto before = std::chrono::steady_clock::now();
      draw();
      least = std::min<std::chrono::nanoseconds>(least, std::chrono::steady_clock::now() - before);
    }
    return least;
  }
};

// Looked for once: it takes some seconds.
const Place& costliest_place(bool in_hall) {
  static std::map<bool, Place> known;
  const auto found = known.find(in_hall);
  if (found != known.end()) return found->second;
  const auto places = LessonWindow(in_hall).all_places();
  const auto costliest =
      std::max_element(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return known.emplace(in_hall, costliest->second).first->second;
}

void draw_frames(benchmark::State& state, bool in_hall) {
  const Place& place = costliest_place(in_hall);
  LessonWindow window(in_hall);
  window.show(place);
  state.SetLabel(place.lesson + ", slide " + std::to_string(place.slide + 1));
  window.draw();
  for (auto _ : state) benchmark::DoNotOptimize(window.draw());
  count_items(state, 1);
}

BENCHMARK_CAPTURE(draw_frames, hall, true)->Name("lesson/frame, hall");
BENCHMARK_CAPTURE(draw_frames, alone, false)->Name("lesson/frame, alone");

}  // namespace
}  // namespace interleave::bench
