#include "core/explore/explore_worlds.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "core/explore/outcomes.h"
#include "core/explore/random_runs.h"
#include "core/explore/state_graph.h"
#include "core/explore/state_table.h"
#include "core/explore/world.h"

namespace interleave {
namespace {

// Pairs of accesses that are possible in one state.
class UnorderedPairs {
 public:
  UnorderedPairs(const std::vector<SharedObject>& objects)
      : objects_(objects.size()),
        any_variables_(std::ranges::count(objects, ObjectKind::variable, &SharedObject::kind) > 0) {}

  void look_at(const World& world) {
    if (!any_variables_) return;
    world.find_touches(touches_);
    for (std::size_t i = 0; i < touches_.size(); ++i) {
      for (std::size_t j = i + 1; j < touches_.size(); ++j) look_at(touches_[i], touches_[j]);
    }
  }

  std::vector<UnorderedAccesses> all() const { return {pairs_.begin(), pairs_.end()}; }

 private:
  void look_at(const World::Touch& one, const World::Touch& other) {
    if (one.variable != other.variable || !(one.writes || other.writes)) return;
    const auto half = [](const World::Touch& touch) { return std::uint64_t{touch.at} << 6U | index(touch.task); };
    if (!seen_.insert(half(one) << 32U | half(other)).second) return;
    pairs_.insert({object_id(one.variable % objects_),
                   {UnorderedAccesses::Access{one.task, one.step, one.writes},
                    UnorderedAccesses::Access{other.task, other.step, other.writes}}});
  }

  std::size_t objects_;
  bool any_variables_;
  std::vector<World::Touch> touches_;
  std::unordered_set<std::uint64_t> seen_;
  std::set<UnorderedAccesses> pairs_;
};

class Explorer {
 public:
  Explorer(const Program& program, const ExploreSettings& settings)
      : settings_(settings), world_(program, settings.run, settings.with_lines), pairs_(program.objects().all()) {}

  Exploration run() {
    world_.begin();
    for (const Token& token : settings_.run.schedule) world_.take(token);
    world_.save(bytes_);
    states_.add(bytes_);
    for (std::size_t state = 0; state < states_.size() && goes_on(state); ++state) expand(state);
    const bool complete = graph_.outcomes.size() == states_.size();
    graph_.outcomes.resize(states_.size(), StateGraph::kBorder);
    graph_.first.resize(states_.size() + 1, static_cast<std::uint32_t>(graph_.targets.size()));
    Exploration found = what_is_known(std::move(graph_), std::move(results_), complete, settings_.most_states_kept);
    found.unordered = pairs_.all();
    if (complete) return found;
    world_.load(states_[0]);
    add_estimates(found, run_at_random(world_, kRandomRuns));
    return found;
  }

 private:
  static constexpr std::size_t kRandomRuns = 10'000;

  bool goes_on(std::size_t state) const {
    constexpr std::size_t kAskEvery = 4096;
    if (states_.size() > settings_.limit) return false;
    return state % kAskEvery != kAskEvery - 1 || !settings_.goes_on || settings_.goes_on(states_.size());
  }

  void expand(std::size_t state) {
    world_.load(states_[state]);
    world_.find_moves(moves_);
    pairs_.look_at(world_);
    graph_.outcomes.push_back(moves_.empty() ? outcome() : StateGraph::kGoesOn);
    followers_.clear();
    bytes_.clear();
    for (const Token& move : moves_) {
      if (&move != moves_.data()) world_.restore();
      const std::size_t begin = bytes_.size();
      world_.take(move);
      world_.save(bytes_);
      followers_.push_back({begin, bytes_.size() - begin});
      graph_.tokens.push_back(packed(move));
    }
    // Each step for all of them before the next one, so that no look-up waits for the memory of the one before.
    const auto bytes_of = [this](const Follower& one) {
      return std::span<const std::uint8_t>(bytes_).subspan(one.begin, one.length);
    };
    for (Follower& one : followers_) one.sought = states_.seek(bytes_of(one));
    for (const Follower& one : followers_) {
      graph_.targets.push_back(states_.add(bytes_of(one), one.sought).state);
    }
    graph_.first.push_back(static_cast<std::uint32_t>(graph_.targets.size()));
  }

  // What a step leads to, in the bytes of all that follow a state.
  struct Follower {
    std::size_t begin = 0;
    std::size_t length = 0;
    StateTable::Sought sought = {};
  };

  std::uint32_t outcome() {
    return results_.emplace(world_.result(), static_cast<std::uint32_t>(results_.size())).first->second;
  }

  const ExploreSettings& settings_;
  World world_;
  StateTable states_;
  StateGraph graph_;
  std::map<RunResult, std::uint32_t> results_;
  UnorderedPairs pairs_;
  std::vector<Token> moves_;
  std::vector<Follower> followers_;
  Bytes bytes_;
};

}  // namespace

Exploration explore_worlds(const Program& program, const ExploreSettings& settings) {
  return Explorer(program, settings).run();
}

}  // namespace interleave
