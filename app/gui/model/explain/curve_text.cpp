#include "app/gui/model/explain/curve_text.h"

#include <fmt/format.h>

#include "app/gui/model/picture/time_text.h"

namespace interleave::gui {

namespace {

Outcome outcome_with(const Forecast& forecast, int workers) {
  if (workers <= kCurveWorkers) return forecast.curve[static_cast<std::size_t>(workers - 1)].outcome;
  return forecast.of(Mode::pool).end()->outcome;
}

std::string number_of_workers(int count) { return fmt::format("{} {}", count, count == 1 ? "worker" : "workers"); }

}  // namespace

std::string_view before_time(Outcome outcome) {
  if (outcome == Outcome::deadlocked) return "deadlock at ";
  return outcome == Outcome::failed ? "failure after " : "";
}

std::vector<std::string> curve_texts(const Forecast& forecast, const RunSettings& settings) {
  const int now = settings.max_workers;
  const bool is_set = traits(settings.mode).has_max_workers;
  const bool beyond = is_set && now > kCurveWorkers;
  const auto makespan = [&](int workers) {
    return workers > kCurveWorkers ? forecast.of(Mode::pool).horizon()
                                   : forecast.curve[static_cast<std::size_t>(workers - 1)].makespan;
  };
  int best = forecast.enough_workers();
  if (beyond && makespan(now) < makespan(best)) best = now;
  const std::string among = fmt::format("1..{}{}", kCurveWorkers, beyond ? fmt::format(" and {}", now) : "");
  const std::string of_now =
      is_set ? fmt::format("Now {}: {}{}", now, before_time(outcome_with(forecast, now)), time_text(makespan(now)))
             : "";
  if (const Outcome outcome = outcome_with(forecast, best); outcome == Outcome::deadlocked)
    return {fmt::format("It deadlocks with each of {}.", among), "Always a deadlock."};
  else if (outcome == Outcome::failed)
    return {fmt::format("It fails with each of {}.", among), "It always fails."};
  if (is_set && now == best) return {fmt::format("{}, the best of {}.", of_now, among), of_now + ", the best."};
  const std::string before = is_set ? of_now + ".  " : "";
  const std::string time = time_text(makespan(best));
  return {fmt::format("{}Best of {}: {}, {}.", before, among, number_of_workers(best), time),
          fmt::format("{}Best of {}: {}, {}.", before, among, best, time),
          fmt::format("{}Best: {}, {}.", before, best, time)};
}

}  // namespace interleave::gui
