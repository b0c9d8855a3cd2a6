#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/function_table.h"
#include "core/scenario/scenario.h"
#include "core/scenario/step_reader.h"

namespace interleave {

// Reads "tasks", after the functions have been read.
class TaskReader {
 public:
  TaskReader(const SourceText& source, const Declarations& declarations, const FunctionTable& functions,
             StepReader& steps, Problems& problems)
      : source_(source), declarations_(declarations), functions_(functions), steps_(steps), problems_(problems) {}

  std::vector<Task> read(const Field& tasks);

  // What is wrong with the tasks that steps name.
  void check_uses(const std::vector<Task>& tasks, const std::vector<TaskUse>& uses);

  // What is wrong with tasks that run on a thread beside an event loop.
  void check_threads(const Scenario& scenario);

  // Where the task begins in the text.
  std::size_t offset(TaskId id) const { return offsets_[index(id)]; }

 private:
  void read_task(JsonValue value, Task& task);
  void read_task_name(const Fields& fields, JsonValue value, Task& task);
  void read_work(const Fields& fields, JsonValue value, Task& task);
  void read_call(const Field& call, const Field* arguments, Task& task);
  void check_kind(const Function& function, const Task& task, std::size_t at, const Task*& first);
  void check_on_thread(const Task& task, const std::vector<Step>& steps);

  const SourceText& source_;
  const Declarations& declarations_;
  const FunctionTable& functions_;
  StepReader& steps_;
  Problems& problems_;
  std::unordered_set<std::string> names_;
  std::vector<std::size_t> offsets_;
};

}  // namespace interleave
