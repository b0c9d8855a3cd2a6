#include "core/explore/repair_wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

#include "core/base/json_text.h"
#include "core/base/overloaded.h"
#include "core/explore/wording.h"
#include "core/record/names.h"
#include "core/scenario/step.h"

namespace interleave {
namespace {

std::string in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  }
  return text;
}

// "read tickets", "if left > 0", "sleep"
std::string step_words(const Step& step) {
  const std::string verb(name(step.verb()));
  std::string what;
  for_each_part(step, [&](const auto& part, const auto& value) {
    if (part.key != verb) return;
    const Overloaded words = {
        [](const part::Shared&, const SharedName& shared) { return text_of(shared); },
        [](const part::Condition&, const Expression& condition) { return condition.text; },
        [](const part::Callee&, const std::string& callee) { return callee; },
        [](const auto&, const auto&) { return std::string(); },
    };
    what = words(part, value);
  });
  return what.empty() ? verb : verb + " " + what;
}

// The words of a change, said of the bodies of a scenario.
class ChangeWords {
 public:
  ChangeWords(const LockChange& change, const Scenario& scenario) : change_(change), scenario_(scenario) {
    for (const Function& function : scenario.functions) add(function.name, function.steps);
    for (const Task& task : scenario.tasks) add(task.name, task.steps);
  }

  std::string text() && {
    for (std::size_t at = 0; at < bodies_.size(); ++at) say_locks(at);
    std::vector<std::string> said;
    for (const auto& [words, bodies] : said_) {
      const bool are_many = bodies.size() > kMostNamed;
      said.push_back(words + ", in " + (are_many ? fmt::format("{} tasks", bodies.size()) : in_a_row(bodies)));
    }
    for (const ExchangedLocks& one : change_.exchanged) {
      const std::string who = one.task ? scenario_.tasks[index(*one.task)].name : bodies_[body_of(one.outer)].name;
      said.push_back(fmt::format("{} takes {} before {}", who, one.first, one.second));
    }
    return in_a_row(said);
  }

 private:
  static constexpr std::size_t kMostNamed = 4;

  struct NamedBody {
    std::string name;
    const std::vector<Step>* steps = nullptr;
  };

  void add(const std::string& name, const std::vector<Step>& steps) { bodies_.push_back({name, &steps}); }

  const Step& step(StepId id) const {
    return *find_step(*bodies_[body_of(id)].steps, [&](const Step& one) { return one.id == id; });
  }

  std::size_t body_of(StepId id) const {
    const auto found = std::find_if(bodies_.begin(), bodies_.end(), [&](const NamedBody& body) {
      return contains(*body.steps, {id, id});
    });
    return static_cast<std::size_t>(found - bodies_.begin());
  }

  // What is done in the body; of several in which it is the same it is said once.
  void say_locks(std::size_t at) {
    const std::vector<Place> places = places_in(at);
    if (places.empty()) return;
    const bool have_one_lock = std::all_of(places.begin(), places.end(),
                                           [&](const Place& place) { return place.lock == places.front().lock; });
    std::vector<std::string> where;
    for (const Place& place : places) where.push_back((have_one_lock ? "" : place.lock + " ") + place.where);
    std::string words = (have_one_lock ? places.front().lock + " " : "") + in_a_row(where);
    if (places.size() == 1 && places.front().is_short) words += " alone";
    const auto said = std::find_if(said_.begin(), said_.end(), [&](const auto& one) { return one.first == words; });
    if (said == said_.end()) {
      said_.push_back({words, {bodies_[at].name}});
    } else {
      said->second.push_back(bodies_[at].name);
    }
  }

  struct Place {
    std::string lock;
    std::string where;
    bool is_short = false;  // one step, and none within it
  };

  std::vector<Place> places_in(std::size_t body) const {
    std::vector<Place> places;
    for (const LockedSteps& place : change_.around) {
      const StepRun& run = place.steps;
      if (body_of(run.first) != body) continue;
      const bool is_for_each = std::holds_alternative<Placeholder>(place.lock);
      places.push_back({"lock " + text_of(place.lock) + (is_for_each ? ", one for each task," : ""), place_words(run),
                        run.first == run.last && !has_body(step(run.first))});
    }
    for (const RenamedLock& one : change_.renamed) {
      if (body_of(one.step) != body) continue;
      places.push_back({"lock " + one.lock, "in place of " + text_of(*taken_lock(step(one.step)))});
    }
    return places;
  }

  std::string place_words(const StepRun& run) const {
    if (run.first == run.last) return "around " + step_words(step(run.first));
    const std::string_view until = has_body(step(run.last)) ? " to the end of " : " to ";
    return "from " + step_words(step(run.first)).append(until) + step_words(step(run.last));
  }

  const LockChange& change_;
  const Scenario& scenario_;
  std::vector<NamedBody> bodies_;
  std::vector<std::pair<std::string, std::vector<std::string>>> said_;  // and of which bodies
};

}  // namespace

std::string change_text(const LockChange& change, const Scenario& scenario) {
  return ChangeWords(change, scenario).text();
}

std::string verdict_text(const Verdict& verdict) {
  if (!verdict.complete) {
    return verdict.goes_wrong
               ? fmt::format("not all are known, some go wrong, chance about {}", percent_text(verdict.chance))
               : "not all are known, none seen that goes wrong";
  }
  const std::string number = in_groups(verdict.interleavings.text());
  if (verdict.endless) {
    return "infinitely many interleavings, " +
           (verdict.goes_wrong ? "some go wrong, chance " + percent_text(verdict.chance) : "none goes wrong");
  }
  if (!verdict.goes_wrong) return fmt::format("{} interleaving{}, none goes wrong", number, number == "1" ? "" : "s");
  const std::string bad = in_groups(verdict.bad.text());
  return fmt::format("{} of {} {} wrong, chance {}", bad, number, bad == "1" ? "goes" : "go",
                     percent_text(verdict.chance));
}

std::string gone_wrong_text(const Verdict& verdict) {
  if (!verdict.complete) return verdict.goes_wrong ? "some" : "none seen";
  if (verdict.endless) return verdict.goes_wrong ? "some" : "none";
  return in_groups(verdict.bad.text()) + " of " + in_groups(verdict.interleavings.text());
}

std::string wrong_chance_text(const Verdict& verdict) {
  return (verdict.complete ? "" : "about ") + percent_text(verdict.chance);
}

std::string makespan_text(const Verdict& after, const Verdict& before) {
  const std::string takes = exact_seconds(after.makespan) + " s";
  if (after.outcome != Outcome::finished) return fmt::format("{} at {}", name(after.outcome), takes);
  if (before.outcome != Outcome::finished) return takes;
  if (after.makespan == before.makespan) return takes + " as before";
  return fmt::format("{} instead of {} s", takes, exact_seconds(before.makespan));
}

std::string repair_text(const Repair& repair, const Verdict& before, const Scenario& scenario) {
  return fmt::format("{}: {}, {}", change_text(repair.change, scenario), verdict_text(repair.verdict),
                     makespan_text(repair.verdict, before));
}

std::string repairs_heading(const Repairs& repairs) {
  if (!repairs.before.goes_wrong) return "";
  const auto tried = repairs.tried.size();
  const auto cures = std::count_if(repairs.tried.begin(), repairs.tried.end(),
                                   [](const Repair& repair) { return repair.verdict.is_cured(); });
  std::string text = "No lock was found that is worth a try";
  if (tried > 0) {
    text = fmt::format("{} way{} to lock: {}", tried, tried == 1 ? "" : "s",
                       cures == 0 ? "none cures it" : fmt::format("{} cure{} it", cures, cures == 1 ? "s" : ""));
  }
  if (repairs.not_tried == 0) return text;
  return text + fmt::format("; {} more {} not tried", repairs.not_tried, repairs.not_tried == 1 ? "was" : "were");
}

}  // namespace interleave
