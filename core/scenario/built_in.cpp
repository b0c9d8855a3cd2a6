#include "core/scenario/built_in.h"

#include <algorithm>
#include <vector>

namespace interleave {
namespace {

// What is said of the files, and their order. A file without a row comes last.
struct Topic {
  std::string_view name;
  std::string_view group;
  std::string_view question;
};

constexpr Topic kTopics[] = {
    {"coffee-shop", "waiting", "How long do three waits take together?"},
    {"downloads", "waiting", "Is it the sum of both, or the longer one?"},
    {"frozen-loop", "waiting", "What does one blocking call do to the others?"},
    {"to-thread", "waiting", "Who is held up while the report is written?"},
    {"gather-results", "waiting", "In which order are they ready, and served?"},
    {"as-completed", "waiting", "What does the first guest gain?"},
    {"ticket-desk", "pools", "Who queues when there are two clerks?"},
    {"limited-downloads", "pools", "What would a third permit change?"},
    {"self-waiting-pool", "pools", "Who does what the only worker waits for?"},
    {"photo-filters", "computing", "Whom does a second core help?"},
    {"last-ticket", "sharing", "Can two desks sell one ticket?"},
    {"wrong-lock", "sharing", "Both lock: what is it that they lock?"},
    {"own-copies", "sharing", "Two processes count to 4: who gets there?"},
    {"async-race", "sharing", "One runs at a time: how is an update lost?"},
    {"stale-price", "sharing", "Which price is paid?"},
    {"producer-consumer", "sharing", "Who waits for whom when the belt is full?"},
    {"bank-transfer", "sharing", "Who waits for whom in the end?"},
    {"philosophers", "sharing", "What must happen so that nobody eats?"},
    {"timeout", "failing", "What becomes of a meal nobody waits for?"},
    {"one-fails", "failing", "Who learns of it, and when?"},
    {"task-group", "failing", "Who stops because the disk is full?"},
    {"forgotten-await", "failing", "Which loaf was never baked?"},
};

std::vector<BuiltIn> in_order_of_topics() {
  const auto files = embedded_scenarios();
  std::vector<BuiltIn> all(files.begin(), files.end());
  auto left = all.begin();
  for (const Topic& topic : kTopics) {
    const auto found = std::find_if(left, all.end(), [&](const BuiltIn& one) { return one.name == topic.name; });
    if (found == all.end()) continue;
    found->group = topic.group;
    found->question = topic.question;
    std::rotate(left, found, found + 1);
    ++left;
  }
  return all;
}

}  // namespace

std::span<const BuiltIn> built_in_scenarios() {
  static const std::vector<BuiltIn> all = in_order_of_topics();
  return all;
}

const BuiltIn* find_built_in(std::string_view name) {
  const auto all = built_in_scenarios();
  const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltIn& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace interleave
