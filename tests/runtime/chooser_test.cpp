#include "core/runtime/chooser.h"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <vector>

#include "core/runtime/virtual_runtime.h"

using namespace interleave;
using namespace std::chrono_literals;

namespace {

using Turns = std::vector<std::string>;

struct Run {
  VirtualRuntime& runtime;
  Turns turns = {};
};

Routine two_turns(Run& run, std::string name) {
  Worker& self = co_await ThisWorker{};
  co_await Park{run.runtime, self, Time(1s)};
  run.turns.push_back(name);
  co_await Park{run.runtime, self, Time(2s)};
  run.turns.push_back(name);
}

Routine start_three(Run& run) {
  for (const char* name : {"a", "b", "c"}) {
    if (!run.runtime.spawn(name, two_turns(run, name))) co_return;
  }
}

Routine wake_it(Run& run, Worker& sleeper, std::string name) {
  run.runtime.unpark(sleeper);
  run.turns.push_back(name);
  co_return;
}

// Waits until one of two others wakes it.
Routine woken(Run& run) {
  Worker& self = co_await ThisWorker{};
  for (const char* name : {"a", "b"}) {
    if (!run.runtime.spawn(name, wake_it(run, self, name))) co_return;
  }
  co_await Park{run.runtime, self, kNever};
  run.turns.emplace_back("main program");
}

// Always the last; notes how many there were, and whether the main program was among them.
class Last final : public Chooser {
 public:
  std::size_t choose(const Candidates& candidates) override {
    sizes.push_back(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) CHECK(candidates[i].number > 0);
    return candidates.size() - 1;
  }

  std::vector<std::size_t> sizes;
};

Turns turns_with(std::uint64_t seed) {
  VirtualRuntime runtime({.seed = seed});
  Run run{runtime};
  CHECK(runtime.run(start_three(run)) == VirtualRuntime::End::finished);
  CHECK(runtime.now() == Time(2s));
  return run.turns;
}

}  // namespace

TEST_CASE("lots give every order of three, each time anew, and the same ones from the same seed") {
  std::set<Turns> first_turns;
  bool orders_change = false;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Turns turns = turns_with(seed);
    CHECK(turns == turns_with(seed));
    const Turns first(turns.begin(), turns.begin() + 3);
    const Turns second(turns.begin() + 3, turns.end());
    first_turns.insert(first);
    orders_change = orders_change || first != second;
    CHECK(std::set<std::string>(second.begin(), second.end()).size() == 3);
  }
  CHECK(first_turns.size() == 6);
  CHECK(orders_change);
}

TEST_CASE("the main program is no candidate: whoever wakes it, it goes on before the others, and nobody is asked") {
  Last chooser;
  VirtualRuntime runtime({.chooser = &chooser});
  Run run{runtime};
  CHECK(runtime.run(woken(run)) == VirtualRuntime::End::finished);
  CHECK(run.turns == Turns{"b", "main program", "a"});
  CHECK(chooser.sizes == std::vector<std::size_t>{2, 1});
}
