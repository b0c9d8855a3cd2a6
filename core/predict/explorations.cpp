#include "core/predict/explorations.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "core/base/digit_groups.h"
#include "core/explore/explore.h"

namespace interleave {

Explorations::Found Explorations::find(const Asked& asked) {
  const bool is_known = last_ && last_->settings == asked.settings && last_->scenario == asked.scenario;
  if (!is_known) last_ = Known{asked.scenario, asked.settings, explore_all(asked)};
  return last_->found;
}

Explorations::Found Explorations::explore_all(const Asked& asked) {
  ExploreSettings settings{.run = asked.settings, .limit = std::min(kMostAskedStates, states_left_)};
  settings.run.schedule.clear();
  if (auto why = exploration_refusal(asked.scenario, settings)) return NoAnswer{std::move(*why)};
  if (states_left_ == 0) {
    return NoAnswer{
        fmt::format("the questions before this one have looked at {} states, the most that is done for all "
                    "of them; ask about fewer tasks or steps there",
                    in_groups(most_states_))};
  }
  auto found = std::make_shared<const Exploration>(explore(asked.scenario, settings));
  states_left_ -= std::min(found->states, states_left_);
  if (found->complete) return found;
  return NoAnswer{fmt::format("there are more than {} states, too many to know all; ask about fewer tasks or steps",
                              in_groups(settings.limit))};
}

}  // namespace interleave
