#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/execution/task_state.h"
#include "core/scenario/scenario.h"
#include "core/scenario/shared_objects.h"

namespace interleave {

// A scenario compiled: the code of every function and of every task's own steps. Made once, however often it runs.
// Refers to the scenario, which must outlive it.
class Program {
 public:
  explicit Program(const Scenario& scenario);
  explicit Program(const Scenario&&) = delete;

  const Scenario& scenario() const { return *scenario_; }
  const Code& code(TaskId task) const;
  TaskState start(TaskId id) const;
  const SharedObjects& objects() const { return objects_; }
  // Whether any task has to do with another, or the main program with their ends.
  bool has_dealings() const { return has_dealings_; }
  // What a value is as text: "None" where it is none.
  std::string text_of(Value value) const;

 private:
  // Texts that values stand for.
  struct PassedOn {
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::int64_t> numbers;
  };

  std::int64_t number_of(const Argument& argument, ArgumentUse use) const;
  void keep_texts(const Code& code, const Task& task);
  void keep_text(const std::string& text);

  const Scenario* scenario_;
  SharedObjects objects_;
  bool has_dealings_ = false;
  std::unique_ptr<PassedOn> passed_on_;
  std::vector<Code> functions_;
  std::vector<std::unique_ptr<Code>> own_;  // by task; null where it calls a function
};

}  // namespace interleave
