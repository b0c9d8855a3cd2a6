#include "app/gui/model/lesson/lesson_timer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fmt/format.h>

namespace interleave::gui {

namespace {

constexpr std::int64_t kSecondsOfMinute = 60;

std::int64_t whole_seconds(const LessonShow& show) { return static_cast<std::int64_t>(std::floor(show.talked_for)); }

// "7:32"
std::string clock_text(std::int64_t seconds) {
  return fmt::format("{}:{:02}", seconds / kSecondsOfMinute, seconds % kSecondsOfMinute);
}

}  // namespace

bool advance_timer(const AppState& state, LessonShow& show, double host_seconds) {
  const bool runs = show.talked_for > 0 || show.slide > 0 || show.builds > 1;
  if (!runs) return false;
  const std::int64_t before = whole_seconds(show);
  show.talked_for += host_seconds;
  return shows_timer(state) && whole_seconds(show) != before;
}

bool shows_timer(const AppState& state) { return state.lesson != nullptr && state.lesson->shows_notes; }

std::string timer_text(const AppState& state, const LessonShow& show) {
  // Of "2024-05-01 12:30" the time.
  std::string text = state.files == nullptr ? "" : state.files->time_of_day();
  text = text.substr(std::min(text.find(' ') + 1, text.size()));
  const std::int64_t talked = whole_seconds(show);
  const int minutes = lesson::minutes_of(*show.lesson);
  const std::int64_t left = minutes * kSecondsOfMinute - talked;
  return fmt::format("{}{}{} of {} min, {} {}", text, text.empty() ? "" : "   ", clock_text(talked), minutes,
                     clock_text(std::abs(left)), left < 0 ? "over" : "left");
}

}  // namespace interleave::gui
