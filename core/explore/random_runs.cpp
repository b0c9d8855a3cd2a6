#include "core/explore/random_runs.h"

#include <cstdint>
#include <random>

namespace interleave {

RandomRuns run_at_random(World& world, std::size_t runs) {
  constexpr std::size_t kLongest = 100'000;
  RandomRuns found{.runs = runs};
  std::minstd_rand draw(1);
  Bytes start;
  world.save(start);
  std::vector<Token> moves;
  std::size_t all_steps = 0;
  for (std::size_t run = 0; run < runs; ++run) {
    world.load(start.data());
    Schedule schedule;
    for (;;) {
      world.find_moves(moves);
      if (moves.empty() || schedule.size() == kLongest) break;
      schedule.push_back(moves[draw() % moves.size()]);
      world.take(schedule.back());
    }
    all_steps += schedule.size();
    if (!moves.empty()) {
      ++found.unfinished;
    } else {
      RandomRuns::Found& its = found.results[world.result()];
      if (its.runs++ == 0) its.schedule = std::move(schedule);
    }
    if (all_steps > 20 * kLongest) {
      found.runs = run + 1;
      break;
    }
  }
  return found;
}

}  // namespace interleave
