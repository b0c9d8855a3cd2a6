#include "app/gui/model/explain/curve_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/picture/time_text.h"
#include "core/looks/wording.h"

namespace interleave::gui {

namespace {

// With so many workers, beyond the curve as the forecast has it.
SweepPoint point_of(const Forecast& forecast, Mode mode, int workers) {
  if (workers <= kCurveWorkers) return forecast.curves[index(mode)][static_cast<std::size_t>(workers - 1)];
  const Timeline& run = forecast.of(mode);
  return {workers, run.horizon(), run.end()->outcome};
}

bool makes_no_difference_from(int workers, const Curve& curve) {
  const SweepPoint& first = curve[static_cast<std::size_t>(workers - 1)];
  return workers < kCurveWorkers && std::all_of(curve.begin() + workers, curve.end(), [&](const SweepPoint& point) {
           return point.makespan == first.makespan && point.outcome == first.outcome;
         });
}

}  // namespace

std::string_view before_time(Outcome outcome) {
  if (outcome == Outcome::deadlocked) return "deadlock at ";
  return outcome == Outcome::failed ? "failure after " : "";
}

std::vector<std::string> curve_texts(const Forecast& forecast, const RunSettings& settings) {
  const int now = settings.max_workers;
  const bool is_set = traits(settings.mode).has_max_workers;
  const bool beyond = is_set && now > kCurveWorkers;
  const Mode mode = mode_of_curve(settings.mode);
  const auto makespan = [&](int workers) { return point_of(forecast, mode, workers).makespan; };
  const auto outcome_with = [&](int workers) { return point_of(forecast, mode, workers).outcome; };
  const Curve& curve = forecast.curves[index(mode)];
  int best = enough_workers(curve);
  if (beyond && makespan(now) < makespan(best)) best = now;
  const std::string among = fmt::format("1..{}{}", kCurveWorkers, beyond ? fmt::format(" and {}", now) : "");
  const std::string of_now =
      is_set ? fmt::format("Now {}: {}{}", now, before_time(outcome_with(now)), time_text(makespan(now))) : "";
  if (const Outcome outcome = outcome_with(best); outcome == Outcome::deadlocked)
    return {fmt::format("It deadlocks with each of {}.", among), "Always a deadlock."};
  else if (outcome == Outcome::failed)
    return {fmt::format("It fails with each of {}.", among), "It always fails."};
  if (is_set && now == best) return {fmt::format("{}, the best of {}.", of_now, among), of_now + ", the best."};
  const std::string before = is_set ? of_now + ".  " : "";
  const std::string time = time_text(makespan(best));
  const std::string also = !beyond && makes_no_difference_from(best, curve) ? fmt::format("{} to ", best) : "";
  const int last = also.empty() ? best : kCurveWorkers;
  return {fmt::format("{}Best of {}: {}{}, {}.", before, among, also,
                      counted(static_cast<std::size_t>(last), traits(mode).worker), time),
          fmt::format("{}Best of {}: {}{}, {}.", before, among, also, last, time),
          fmt::format("{}Best: {}{}, {}.", before, also, last, time)};
}

}  // namespace interleave::gui
