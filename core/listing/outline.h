#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/language.h"
#include "core/base/mode.h"
#include "core/listing/listed_objects.h"
#include "core/listing/parameters.h"
#include "core/listing/task_dealings.h"
#include "core/listing/value_kinds.h"
#include "core/scenario/scenario.h"
#include "core/scenario/text_template.h"

namespace interleave {

// A function of the program: one of the scenario's, or the own steps of a task.
struct ListedFunction {
  std::string identifier;
  const std::vector<Step>* steps = nullptr;
  bool is_beside_loop = false;                               // tasks of a loop have threads call it
  bool takes_task = false;                                   // its first parameter is the name of the task
  std::string own_task;                                      // of a task's own steps: the task's name
  std::vector<std::string> parameters;                       // their identifiers
  std::vector<ParameterForm> forms;                          // of the parameters
  std::unordered_map<std::string, std::string> identifiers;  // of parameters and indexes, by their names
  std::unordered_map<std::string, ParameterForm> form_of;    // of parameters, by their names
  std::vector<std::string> counters;                         // of loops without an index, outermost first
  // Values of the task's own: their identifiers, and whether any step reads them.
  struct Own {
    std::string identifier;
    bool is_read = false;
    bool is_number = true;  // and never a text or none
  };
  std::vector<Own> owns;
  KindsOfFunction kinds;            // of its values
  std::vector<std::string> guards;  // what holds locks, where the language has a name for it, outermost first
  std::unordered_set<std::string> reckoned_with;  // names that expressions have

  // What a text consists of, the names of placeholders as identifiers; two pieces of text never follow each other.
  std::vector<TextPiece> pieces_of(std::string_view text) const;

  // What a placeholder of a quantity stands for. An index is an integer.
  struct Local {
    std::string identifier;
    ParameterForm form;
  };
  Local local(const Placeholder& placeholder) const;

  // Whether the name stands for a value that may be no number.
  bool may_be_no_number(const std::string& name) const;
};

// What the programs of both languages have in common. Refers to the scenario.
struct Outline {
  const Scenario* scenario = nullptr;
  Mode mode = Mode::sequential;
  int max_workers = 1;
  Language language = Language::python;
  std::vector<ListedFunction> functions;
  std::vector<std::size_t> function_of;  // by task
  std::vector<TaskId> by_submission;     // those that main submits, in order of `after`, then of the file
  ListedObjects objects;                 // what tasks share
  TaskDealings dealings;                 // what they do with each other
  bool has_later_tasks = false;          // some are not submitted at once
  bool sleeps_on_threads = false;        // some step sleeps, in a function that is no coroutine
  bool blocks = false;                   // some step does; and so on
  bool computes = false;
  bool divides = false;     // some expression has // or %
  bool releases = false;    // some step releases a lock, which nobody may hold
  bool is_careful = false;  // some expression has a value that may be no number
  // Reads behind which the program lets another thread go on, as its interpreter would not.
  std::unordered_set<StepId> switches;

  // Whether the tasks' functions are coroutines of an event loop; but for those of tasks that have threads beside it.
  bool is_async() const { return is_event_loop(traits(mode)); }
  bool is_coroutine(const ListedFunction& function) const { return is_async() && !function.is_beside_loop; }
  // Whether tasks run on several threads.
  bool has_threads() const {
    const bool has_workers = !traits(mode).one_worker && traits(mode).shares_memory;
    return has_workers || has_threads_beside_loop(*scenario, mode);
  }

  // Whether a task may fail, so that the program must let the others go on.
  bool may_fail() const {
    const bool throws_to_return = language == Language::cpp && dealings.returns_past_finally;
    return divides || releases || is_careful || dealings.raises || dealings.times_out || dealings.has_handles ||
           throws_to_return;
  }

  // "Coffee shop, as coroutines on an event loop."
  std::string heading() const;

  // What the main program needs to have a task executed.
  std::string_view function_name(TaskId task) const { return functions[function_of[index(task)]].identifier; }
  std::vector<std::string> arguments(TaskId task) const;
  // The call where the program makes it itself or creates a coroutine, `order("coffee", 1)`; else what a thread, a pool
  // or who makes the call is given, `order, "coffee", 1`.
  std::string work(TaskId task) const;
  // What another function of Python's loop is given to call, `order, "coffee", 1`.
  std::string call_parts(TaskId task) const;
  TaskId task_named(const std::string& name) const;
  // What the scenario calls it, or the task whose steps it is.
  const std::string& name_of(const ListedFunction& function) const;
  // The position of the scenario's function of that name.
  std::size_t function_named(const std::string& name) const;

  // Tells of every submission, and before one that comes later than the one before, when that is: "2.5", in seconds.
  void for_each_submission(const std::function<void(TaskId)>& submit,
                           const std::function<void(TaskId, std::string_view)>& wait_until) const;
};

Outline outline_of(const Scenario& scenario, Mode mode, int max_workers, Language language);

}  // namespace interleave
