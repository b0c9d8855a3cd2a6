#include "core/explore/lock_candidates.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/explore/step_runs.h"
#include "core/explore/touched_variables.h"

namespace interleave {
namespace {

class LockCandidates {
 public:
  explicit LockCandidates(const Scenario& scenario)
      : scenario_(scenario), touched_(scenario), fresh_(fresh_lock_names(scenario, most_fresh_names())) {
    for (Body& body : bodies_of(scenario)) {
      if (std::any_of(body.steps->begin(), body.steps->end(), is_contended_)) bodies_.push_back(std::move(body));
    }
  }

  std::vector<LockChange> find() && {
    if (bodies_.empty()) return {};
    lock_wholes();
    lock_each();
    lock_in_one_body();
    lock_for_each_task();
    use_locks_there_are();
    lock_variables();
    lock_calls();
    lock_runs();
    return std::move(found_);
  }

 private:
  std::size_t most_fresh_names() const {
    return scenario_.functions.size() + scenario_.tasks.size() + scenario_.shared.size();
  }

  StepRun whole(const Body& body) const { return *span_of(*body.steps, touches_); }

  // Without any place it is no change.
  void add(LockChange change) {
    if (!change.around.empty() || !change.renamed.empty()) found_.push_back(std::move(change));
  }

  void lock_wholes() {
    LockChange change;
    for (const Body& body : bodies_) change.around.push_back({whole(body), fresh_.front()});
    add(std::move(change));
  }

  void lock_each() {
    const auto is_of = [this](const Step& step, Verb verb) { return step.verb() == verb && is_contended_(step); };
    const auto lock_those = [&](const StepTest& passes) {
      LockChange change;
      for (const Body& body : bodies_) {
        for (const StepRun& run : each_of(*body.steps, passes)) change.around.push_back({run, fresh_.front()});
      }
      add(std::move(change));
    };
    lock_those([&](const Step& step) { return is_of(step, Verb::read) || is_of(step, Verb::write); });
    lock_those([&](const Step& step) { return is_of(step, Verb::write); });
    lock_those([&](const Step& step) { return is_of(step, Verb::read); });
  }

  void lock_in_one_body() {
    if (bodies_.size() == 1) return;
    for (const Body& body : bodies_) add({.around = {{whole(body), fresh_.front()}}});
  }

  void lock_for_each_task() {
    LockChange change;
    std::size_t names = 0;
    for (const Body& body : bodies_) {
      if (body.is_called) return;
      if (body.tasks.size() == 1) {
        change.around.push_back({whole(body), fresh_[names++]});
      } else if (auto parameter = telling_parameter(body)) {
        change.around.push_back({whole(body), Placeholder{std::move(*parameter)}});
      } else {
        return;
      }
    }
    add(std::move(change));
  }

  // That is another text for each task.
  std::optional<std::string> telling_parameter(const Body& body) const {
    const std::vector<std::string>& parameters = scenario_.functions[*body.function].parameters;
    for (std::size_t at = 0; at < parameters.size(); ++at) {
      std::set<std::string> texts;
      for (const std::size_t task : body.tasks) {
        const auto* const text = std::get_if<std::string>(&scenario_.tasks[task].arguments[at]);
        if (text != nullptr) texts.insert(*text);
      }
      if (texts.size() == body.tasks.size()) return parameters[at];
    }
    return std::nullopt;
  }

  // The outermost locks around accesses.
  std::vector<const Step*> locks_in(const std::vector<Step>& steps) const {
    std::vector<const Step*> locks;
    for (const Step& step : steps) {
      if (!is_contended_(step)) continue;
      if (step.verb() == Verb::lock) {
        locks.push_back(&step);
        continue;
      }
      for_each_body(step, [&](const std::vector<Step>& body) {
        const auto within = locks_in(body);
        locks.insert(locks.end(), within.begin(), within.end());
      });
    }
    return locks;
  }

  void use_locks_there_are() {
    std::set<std::string> names;  // also "{lock}"
    LockChange same;
    for (const Body& body : bodies_) {
      for (const Step* const lock : locks_in(*body.steps)) {
        names.insert(text_of(*taken_lock(*lock)));
        same.renamed.push_back({lock->id, fresh_.front()});
      }
    }
    const auto is_fixed = [](const std::string& name) { return !name.starts_with('{'); };
    for (const std::string& name : names) {
      if (is_fixed(name)) lock_where_missing(name);
    }
    if (names.size() > 1 || !std::all_of(names.begin(), names.end(), is_fixed)) add(std::move(same));
  }

  void lock_where_missing(const std::string& lock) {
    LockChange change;
    for (const Body& body : bodies_) {
      const bool takes_it = find_step(*body.steps, [&](const Step& step) {
                              const SharedName* const taken = taken_lock(step);
                              return taken != nullptr && text_of(*taken) == lock;
                            }) != nullptr;
      if (!takes_it) change.around.push_back({whole(body), lock});
    }
    add(std::move(change));
  }

  void lock_variables() {
    if (touched_.contended().size() == 1) return;
    LockChange of_its_own;
    std::size_t names = 0;
    for (const std::size_t variable : touched_.contended()) {
      const auto touches_it = [&](const Step& step) { return touched_.within(step).contains(variable); };
      LockChange change;
      for (const Body& body : bodies_) {
        const auto span = span_of(*body.steps, touches_it);
        if (!span) continue;
        change.around.push_back({*span, fresh_.front()});
        of_its_own.around.push_back({*span, fresh_[names]});
      }
      ++names;
      add(std::move(change));
    }
    if (are_apart(of_its_own.around)) add(std::move(of_its_own));
  }

  // No run overlaps another one.
  bool are_apart(const std::vector<LockedSteps>& places) const {
    std::vector<std::pair<StepId, StepId>> runs;
    for_each_step(scenario_, [&](const Step& step) {
      for (const LockedSteps& place : places) {
        if (place.steps.last == step.id) runs.emplace_back(place.steps.first, last_within(step));
      }
    });
    std::sort(runs.begin(), runs.end());
    return std::adjacent_find(runs.begin(), runs.end(),
                              [](const auto& one, const auto& next) { return next.first <= one.second; }) == runs.end();
  }

  void lock_calls() {
    if (std::none_of(bodies_.begin(), bodies_.end(), [](const Body& body) { return body.is_called; })) return;
    LockChange change;
    for (const Body& body : bodies_of(scenario_)) {
      const bool is_entry = !body.tasks.empty();
      const auto span = span_of(
          *body.steps, [this](const Step& step) { return touched_.is_contended(touched_.by_way_of_calls(step)); });
      if (is_entry && span) change.around.push_back({*span, fresh_.front()});
    }
    add(std::move(change));
  }

  void lock_runs() {
    std::vector<bool> is_done(bodies_.size());
    for (std::size_t at = 0; at < bodies_.size(); ++at) {
      if (is_done[at]) continue;
      std::vector<bool> is_alike(bodies_.size());
      for (std::size_t other = at; other < bodies_.size(); ++other) {
        is_alike[other] = !is_done[other] && are_alike(bodies_[at], bodies_[other]);
        is_done[other] = is_done[other] || is_alike[other];
      }
      for (const StepRun& run : runs_in(*bodies_[at].steps, touches_, is_contended_)) lock_run(run, at, is_alike);
    }
  }

  // Of the body at that position, and the same steps of those that are alike.
  void lock_run(const StepRun& run, std::size_t at, const std::vector<bool>& is_alike) {
    LockChange change;
    for (std::size_t other = 0; other < bodies_.size(); ++other) {
      const auto moved = [&](StepId step) {
        return step_id(index(step) - index(bodies_[at].steps->front().id) + index(bodies_[other].steps->front().id));
      };
      const StepRun place = is_alike[other] ? StepRun{moved(run.first), moved(run.last)} : whole(bodies_[other]);
      change.around.push_back({place, fresh_.front()});
    }
    add(std::move(change));
  }

  // The same steps on the same variables.
  bool are_alike(const Body& one, const Body& other) const {
    if (!same_shape(*one.steps, *other.steps)) return false;
    const auto touched_by = [this](const Body& body) {
      std::vector<TouchedVariables::Variables> touched;
      for_each_step(*body.steps, [&](const Step& step) { touched.push_back(touched_.within(step)); });
      return touched;
    };
    return touched_by(one) == touched_by(other);
  }

  const Scenario& scenario_;
  const TouchedVariables touched_;
  const std::vector<std::string> fresh_;
  const StepTest touches_ = [this](const Step& step) { return !touched_.within(step).empty(); };
  const StepTest is_contended_ = [this](const Step& step) { return touched_.is_contended(touched_.within(step)); };
  std::vector<Body> bodies_;
  std::vector<LockChange> found_;
};

}  // namespace

std::vector<LockChange> lock_candidates(const Scenario& scenario) { return LockCandidates(scenario).find(); }

}  // namespace interleave
