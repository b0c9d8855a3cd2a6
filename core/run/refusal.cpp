#include "core/run/refusal.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace interleave {
namespace {

// What takes more than one process at a time, of which none knows the others' tasks and queues.
constexpr std::array kAcrossProcesses = {Verb::start,  Verb::await, Verb::as_completed,
                                         Verb::cancel, Verb::put,   Verb::get};

}  // namespace

std::optional<std::string> refusal(const Scenario& scenario, Mode mode) {
  if (traits(mode).shares_memory) return std::nullopt;
  const auto* const verb =
      std::find_if(kAcrossProcesses.begin(), kAcrossProcesses.end(), [&](Verb one) { return contains(scenario, one); });
  if (verb == kAcrossProcesses.end()) return std::nullopt;
  return fmt::format(
      "in mode {} a task is in a worker process, from which no step \"{}\" reaches other tasks or their queues; "
      "run it with threads or a pool",
      name(mode), name(*verb));
}

}  // namespace interleave
