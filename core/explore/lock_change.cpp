#include "core/explore/lock_change.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/scenario/shared_objects.h"

namespace interleave {
namespace {

template <class AnyStep>
auto* find_taken_lock(AnyStep& step) {
  if (auto* const lock = std::get_if<verb::Lock>(&step.action)) return &lock->lock;
  auto* const acquire = std::get_if<verb::Acquire>(&step.action);
  return acquire != nullptr ? &acquire->lock : nullptr;
}

class LockWriter {
 public:
  explicit LockWriter(const LockChange& change) : change_(change) {}

  void write(std::vector<Step>& steps) const {
    std::vector<Step> written;
    for (std::size_t at = 0; at < steps.size();) {
      const auto place = std::find_if(change_.around.begin(), change_.around.end(),
                                      [&](const LockedSteps& one) { return one.steps.first == steps[at].id; });
      if (place == change_.around.end()) {
        written.push_back(done(std::move(steps[at++])));
        continue;
      }
      verb::Lock lock{place->lock, {}};
      bool is_last = false;
      while (!is_last) {
        is_last = steps[at].id == place->steps.last;
        lock.steps.push_back(done(std::move(steps[at++])));
      }
      written.push_back({.action = std::move(lock)});
    }
    steps = std::move(written);
  }

 private:
  Step done(Step step) const {
    for_each_body(step, [this](std::vector<Step>& body) { write(body); });
    for (const RenamedLock& one : change_.renamed) {
      if (one.step == step.id) *taken_lock(step) = one.lock;
    }
    return step;
  }

  const LockChange& change_;
};

}  // namespace

Scenario with_locks(Scenario scenario, const LockChange& change) {
  const LockWriter writer(change);
  for (Function& function : scenario.functions) writer.write(function.steps);
  for (Task& task : scenario.tasks) writer.write(task.steps);
  return scenario;
}

std::vector<std::string> fresh_lock_names(const Scenario& scenario, std::size_t count) {
  std::set<std::string> taken;
  const SharedObjects objects(scenario);
  for (const SharedObject& object : objects.all()) {
    if (object.kind != ObjectKind::variable) taken.insert(object.name);
  }
  std::vector<std::string> names;
  for (std::size_t number = 1; names.size() < count; ++number) {
    std::string name = number == 1 ? "m" : "m" + std::to_string(number);
    if (!taken.contains(name)) names.push_back(std::move(name));
  }
  return names;
}

std::string text_of(const SharedName& name) {
  const auto* const text = std::get_if<std::string>(&name);
  return text != nullptr ? *text : "{" + std::get<Placeholder>(name).name + "}";
}

const SharedName* taken_lock(const Step& step) { return find_taken_lock(step); }
SharedName* taken_lock(Step& step) { return find_taken_lock(step); }

}  // namespace interleave
