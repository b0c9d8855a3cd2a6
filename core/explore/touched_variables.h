#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/passed_names.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Steps that tasks run: those of a function, or the own ones of a task.
struct Body {
  std::optional<std::size_t> function = {};  // position in Scenario::functions
  std::vector<std::size_t> tasks = {};       // that run it, by position
  bool is_called = false;                    // by steps too
  const std::vector<Step>* steps = nullptr;

  friend bool operator==(const Body&, const Body&) = default;
};

// All of them that any task runs, in the order of the file.
std::vector<Body> bodies_of(const Scenario& scenario);

// Which variables the steps of a scenario touch, as far as that can be said without running it: whatever a task could
// come to is taken as if it did. Refers to the scenario.
class TouchedVariables {
 public:
  using Variables = std::set<std::size_t>;  // by position in Scenario::shared

  explicit TouchedVariables(const Scenario& scenario);

  // Several tasks touch it, and one of them writes.
  const Variables& contended() const { return contended_; }
  bool is_contended(const Variables& variables) const;

  // By the step, and those within it.
  const Variables& within(const Step& step) const { return touched_[index(step.id)].within; }
  // And by the functions that are called there.
  const Variables& by_way_of_calls(const Step& step) const { return touched_[index(step.id)].with_calls; }

 private:
  struct Touched {
    Variables within;
    Variables with_calls;
  };
  struct Users {
    std::set<std::size_t> tasks;
    bool is_written = false;
  };

  Touched look_at(const std::vector<Step>& steps, const PassedNames& names);
  void touch(const SharedName& variable, bool writes, const PassedNames& names, Touched& touched);

  const Scenario& scenario_;
  std::unordered_map<std::string, std::size_t> variables_;  // by name
  std::size_t task_ = 0;                                    // that is looked at
  std::vector<Touched> touched_;                            // by step
  std::vector<Users> users_;                                // by variable
  Variables contended_;
};

}  // namespace interleave
