#include "app/gui/model/explain/outcome_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "core/explore/wording.h"
#include "core/looks/wording.h"

namespace interleave::gui {

std::string outcomes_heading(const Exploration& found) {
  return fmt::format("{}, {}{}", interleavings_text(found), found.complete ? "" : "at least ",
                     counted(found.outcomes.size(), "outcome"));
}

std::string mode_outcomes_text(const ExploredMode& known, Mode mode, bool is_brief) {
  if (!known.refusal.empty()) return known.refusal;
  if (known.found == nullptr) return "";
  const Exploration& found = *known.found;
  std::string all = interleavings_text(found);
  if (is_brief) all.erase(std::min(all.find(" interleaving"), all.size()));
  const GoneWrong wrong = gone_wrong(found);
  if (!wrong.any) {
    // What nobody shares nobody loses; but nobody knows what the others did, which need not be right.
    if (mode == Mode::processes)
      return all + (is_brief ? "; own variables each" : "; each process has its own variables");
    return fmt::format("{}, {}", all, found.complete ? "none goes wrong" : "none seen that goes wrong");
  }
  const std::string sure = found.complete ? percent_text(wrong.chance) : "about " + percent_text(wrong.chance);
  if (!found.complete || found.endless) return fmt::format("{}, some go wrong, chance {}", all, sure);
  const std::string number = in_groups(wrong.interleavings.text());
  return fmt::format("{}, {} {} wrong, chance {}", all, number, number == "1" ? "goes" : "go", sure);
}

std::vector<TaskId> tasks_of(const Schedule& schedule) {
  std::vector<TaskId> tasks;
  tasks.reserve(schedule.size());
  std::transform(schedule.begin(), schedule.end(), std::back_inserter(tasks),
                 [](const Token& token) { return token.task; });
  return tasks;
}

}  // namespace interleave::gui
