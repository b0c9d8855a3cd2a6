#include "core/listing/outline.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_set>
#include <utility>

#include "core/base/json_text.h"
#include "core/base/overloaded.h"
#include "core/listing/expression_text.h"
#include "core/listing/identifiers.h"
#include "core/listing/literals.h"
#include "core/listing/reads_without_switch.h"
#include "core/listing/reserved_names.h"

namespace interleave {
namespace {

// What the steps of a function tell of it.
struct Contents {
  bool names_task = false;
  bool sleeps = false;
  bool blocks = false;
  bool computes = false;
  std::vector<std::string_view> indexes;  // each once
  std::unordered_set<std::string_view> known_indexes;
  std::vector<std::string_view> owns;             // values of the task's own, each once
  std::unordered_set<std::string> reckoned_with;  // names in expressions
  std::unordered_set<std::string> computed_with;  // those of them that must be numbers, as they are not just passed on
  std::unordered_set<std::string> printed;        // names in texts
  std::unordered_set<std::string> called;         // functions
  std::unordered_set<std::string> started;        // tasks
  bool divides = false;
  std::size_t depth_of_unnamed = 0;  // loops without an index, in each other
  std::size_t depth_of_locks = 0;

  void read(const std::vector<Step>& steps, std::size_t depth = 0, std::size_t locks = 0) {
    depth_of_unnamed = std::max(depth_of_unnamed, depth);
    depth_of_locks = std::max(depth_of_locks, locks);
    for (const Step& step : steps) {
      sleeps = sleeps || step.verb() == Verb::sleep;
      blocks = blocks || step.verb() == Verb::block;
      computes = computes || step.verb() == Verb::compute;
      if (const auto* const start = std::get_if<verb::Start>(&step.action)) started.insert(start->task);
      std::size_t depth_within = depth;
      const std::size_t locks_within = locks + (step.verb() == Verb::lock ? 1 : 0);
      const auto read_text = [this](const part::Text&, const std::string& text) { read_names(text); };
      const auto read_own = [this](const part::Own&, const std::string& name) { note_own(name); };
      const auto read_owns = [this](const part::Owns&, const OneOrMore& names) {
        for (const std::string& name : names.names) note_own(name);
      };
      const bool passes_on = step.verb() == Verb::set || step.verb() == Verb::give_back;
      const auto read_made = [&](const part::Made&, const Expression& value) {
        read_names(value, passes_on && sole_name(value) != nullptr);
      };
      const auto read_condition = [this](const part::Condition&, const Expression& value) { read_names(value, false); };
      const auto read_arguments = [this](const part::Arguments&, const std::vector<PassedArgument>& arguments) {
        for (const PassedArgument& passed : arguments) {
          if (const auto* const name = std::get_if<Placeholder>(&passed.value)) reckoned_with.insert(name->name);
        }
      };
      const auto read_callee = [this](const part::Callee&, const std::string& name) { called.insert(name); };
      const auto read_index = [&](const part::Index&, const std::string& name) {
        if (name.empty()) {
          ++depth_within;
        } else if (known_indexes.insert(name).second) {
          indexes.push_back(name);
        }
      };
      const auto read_body = [&](const part::Body&, const std::vector<Step>& body) {
        read(body, depth_within, locks_within);
      };
      const auto read_optional_body = [&](const part::OptionalBody&, const std::optional<std::vector<Step>>& body) {
        if (body) read(*body, depth_within, locks_within);
      };
      for_each_part(step, Overloaded{read_text, read_index, read_own, read_owns, read_made, read_condition, read_body,
                                     read_optional_body, read_arguments, read_callee, [](const auto&, const auto&) {}});
    }
  }

  void note_own(std::string_view name) {
    if (std::find(owns.begin(), owns.end(), name) == owns.end()) owns.push_back(name);
  }

  void read_names(const std::string& text) {
    const auto pieces = parse_template(text);
    for (const TextPiece& piece : pieces.value()) {
      if (piece.is_placeholder) printed.insert(piece.text);
    }
    names_task = printed.contains("task");
  }

  void read_names(const Expression& expression, bool is_passed_on) {
    for (const Expression::Node& node : expression.nodes) {
      if (node.name.empty()) continue;
      reckoned_with.insert(node.name);
      if (!is_passed_on) computed_with.insert(node.name);
    }
    divides = divides || interleave::divides(expression);
  }
};

// Who calls a function calls the task's name by its own.
std::vector<Contents> contents_of(const Scenario& scenario, const std::vector<KnownSteps>& functions) {
  std::vector<Contents> all(functions.size());
  for (std::size_t at = 0; at < functions.size(); ++at) all[at].read(*functions[at].steps);
  std::unordered_set<std::string> naming;  // functions that name the task
  bool is_new = true;
  while (is_new) {
    is_new = false;
    for (std::size_t at = 0; at < all.size(); ++at) {
      Contents& one = all[at];
      one.names_task = one.names_task || std::any_of(one.called.begin(), one.called.end(),
                                                     [&](const std::string& name) { return naming.contains(name); });
      const bool is_function = at < scenario.functions.size();
      if (one.names_task && is_function) is_new = naming.insert(scenario.functions[at].name).second || is_new;
    }
  }
  return all;
}

// `called`: the identifiers of the functions that it calls.
void name_locals(ListedFunction& function, const Contents& contents, const std::vector<std::string>& parameters,
                 const std::vector<std::string>& called, const Outline& outline) {
  IdentifierScope scope(outline.language, is_reserved_in_functions);
  for (const std::string& identifier : called) scope.leave_alone(identifier);
  leave_alone_words_of_dealings(scope, outline.dealings, outline.language);
  for_each_use(*function.steps, [&](SharedUse use, const SharedName& name) {
    const std::string* const text = fixed_name(name);
    const bool is_in_dict = outline.language == Language::python && outline.objects.has_table(use);
    if (text != nullptr && !is_in_dict) scope.leave_alone(outline.objects.find(use, *text).identifier);
  });
  std::vector<std::string_view> names;
  if (function.takes_task) names.emplace_back("task");
  names.insert(names.end(), parameters.begin(), parameters.end());
  names.insert(names.end(), contents.indexes.begin(), contents.indexes.end());
  names.insert(names.end(), contents.owns.begin(), contents.owns.end());
  const std::vector<std::string> taken = scope.take(names, "value");
  for (std::size_t at = 0; at < names.size(); ++at) function.identifiers.emplace(names[at], taken[at]);
  for (std::size_t at = 0; at < parameters.size(); ++at) {
    function.parameters.push_back(function.identifiers[parameters[at]]);
    function.form_of.emplace(parameters[at], function.forms[at]);
  }
  for (const std::string_view own : contents.owns) {
    const std::string name(own);
    const bool is_read = contents.reckoned_with.contains(name) || contents.printed.contains(name);
    const auto kinds = function.kinds.owns.find(name);
    const bool is_number = kinds == function.kinds.owns.end() || kinds->second.is_number();
    function.owns.push_back({function.identifiers.at(name), is_read, is_number});
  }
  function.reckoned_with = contents.reckoned_with;
  function.counters = scope.take(std::vector<std::string_view>(contents.depth_of_unnamed, "round"), "round");
  function.guards = scope.take(std::vector<std::string_view>(contents.depth_of_locks, "guard"), "guard");
}

// Whether some step releases a lock; a semaphore has one permit more, whoever held it.
bool releases_locks(const Scenario& scenario, const ListedObjects& objects) {
  bool releases = false;
  for_each_step(scenario, [&](const Step& step) {
    const auto* const release = std::get_if<verb::Release>(&step.action);
    if (release == nullptr) return;
    const std::string* const name = fixed_name(release->lock);
    releases = releases || name == nullptr || objects.find(SharedUse::lock, *name).what.kind == ObjectKind::lock;
  });
  return releases;
}

}  // namespace

std::vector<TextPiece> ListedFunction::pieces_of(std::string_view text) const {
  std::vector<TextPiece> pieces;
  const auto parsed = parse_template(text);
  for (const TextPiece& piece : parsed.value()) {
    const bool is_name_here = piece.is_placeholder && !own_task.empty() && piece.text == "task";
    if (piece.is_placeholder && !is_name_here) {
      pieces.push_back({true, identifiers.at(piece.text)});
      continue;
    }
    if (pieces.empty() || pieces.back().is_placeholder) pieces.emplace_back();
    pieces.back().text += is_name_here ? own_task : piece.text;
  }
  return pieces;
}

ListedFunction::Local ListedFunction::local(const Placeholder& placeholder) const {
  const auto form = form_of.find(placeholder.name);
  return {identifiers.at(placeholder.name),
          form == form_of.end() ? ParameterForm{ParameterType::integer} : form->second};
}

bool ListedFunction::may_be_no_number(const std::string& name) const {
  if (const auto own = kinds.owns.find(name); own != kinds.owns.end()) return !own->second.is_number();
  const auto form = form_of.find(name);
  return form != form_of.end() && form->second.may_be_no_number;
}

std::string Outline::heading() const {
  std::string text = fmt::format("{}, {}", scenario->title, traits(mode).executed);
  if (traits(mode).has_max_workers) {
    text += fmt::format(" of {} {}", max_workers, max_workers == 1 ? traits(mode).executor : traits(mode).executors);
  }
  return text + ".";
}

std::vector<std::string> Outline::arguments(TaskId task) const {
  const Task& from = scenario->tasks[index(task)];
  const ListedFunction& function = functions[function_of[index(task)]];
  std::vector<std::string> literals;
  if (function.takes_task) literals.push_back(string_literal(from.name, language));
  for (std::size_t at = 0; at < from.arguments.size(); ++at) {
    literals.push_back(argument_literal(from.arguments[at], function.forms[at], language));
  }
  return literals;
}

std::string Outline::work(TaskId task) const {
  const auto list = arguments(task);
  const std::string joined = fmt::format("{}", fmt::join(list, ", "));
  if (functions[function_of[index(task)]].is_beside_loop) {
    return fmt::format("{}to_thread({}{}{})", language == Language::python ? "asyncio." : "", function_name(task),
                       list.empty() ? "" : ", ", joined);
  }
  // On the only worker the program calls it itself, if nothing can go wrong.
  if (is_async() || (traits(mode).one_worker && !may_fail())) return fmt::format("{}({})", function_name(task), joined);
  return fmt::format("{}{}{}", function_name(task), list.empty() ? "" : ", ", joined);
}

std::string Outline::call_parts(TaskId task) const {
  const bool is_beside_loop = functions[function_of[index(task)]].is_beside_loop;
  std::string parts = fmt::format("{}{}", is_beside_loop ? "asyncio.to_thread, " : "", function_name(task));
  for (const std::string& argument : arguments(task)) parts += ", " + argument;
  return parts;
}

TaskId Outline::task_named(const std::string& name) const {
  const auto found =
      std::find_if(scenario->tasks.begin(), scenario->tasks.end(), [&](const Task& task) { return task.name == name; });
  return task_id(static_cast<std::size_t>(found - scenario->tasks.begin()));
}

const std::string& Outline::name_of(const ListedFunction& function) const {
  if (!function.own_task.empty()) return function.own_task;
  return scenario->functions[static_cast<std::size_t>(&function - functions.data())].name;
}

std::size_t Outline::function_named(const std::string& name) const {
  const auto found = std::find_if(scenario->functions.begin(), scenario->functions.end(),
                                  [&](const Function& function) { return function.name == name; });
  return static_cast<std::size_t>(found - scenario->functions.begin());
}

void Outline::for_each_submission(const std::function<void(TaskId)>& submit,
                                  const std::function<void(TaskId, std::string_view)>& wait_until) const {
  Duration now{0};
  for (const TaskId task : by_submission) {
    const Duration after = scenario->tasks[index(task)].after;
    if (after > now) wait_until(task, exact_seconds(after));
    now = after;
    submit(task);
  }
}

Outline outline_of(const Scenario& scenario, Mode mode, int max_workers, Language language) {
  std::vector<std::string_view> names;
  std::vector<std::size_t> function_of;
  for (const Function& function : scenario.functions) names.push_back(function.name);
  for (const Task& task : scenario.tasks) {
    if (!task.function) names.push_back(task.name);
    function_of.push_back(task.function.value_or(names.size() - 1));
  }
  TaskDealings dealings = task_dealings(scenario, mode);
  // The program knows its processes' jobs by number.
  if (language == Language::cpp && !traits(mode).shares_memory) dealings.has_handles = false;
  // In C++ only the loop of tasks that deal with each other can be told of what threads have done.
  if (language == Language::cpp && has_threads_beside_loop(scenario, mode)) dealings.has_handles = true;
  IdentifierScope scope(language, is_reserved_for_functions);
  leave_alone_words_of_dealings(scope, dealings, language);
  const auto identifiers = scope.take(names, "work");
  Outline outline{.scenario = &scenario,
                  .mode = mode,
                  .max_workers = max_workers,
                  .language = language,
                  .function_of = std::move(function_of),
                  .objects = ListedObjects(scenario, scope),
                  .dealings = std::move(dealings)};
  outline.has_later_tasks = std::any_of(scenario.tasks.begin(), scenario.tasks.end(),
                                        [](const Task& task) { return task.after > Duration::zero(); });
  outline.releases = releases_locks(scenario, outline.objects);
  if (language == Language::python && outline.has_threads()) outline.switches = reads_without_a_switch(scenario);

  static const std::vector<std::string> kNoParameters;
  std::vector<KnownSteps> known;
  for (const Function& function : scenario.functions) known.push_back({&function.steps, &function.parameters});
  for (const Task& task : scenario.tasks) {
    if (!task.function) known.push_back({&task.steps, &kNoParameters});
  }
  std::vector<KindsOfFunction> kinds = value_kinds(scenario, known, outline.function_of);
  auto forms = parameter_forms(scenario, known, kinds, language);
  const std::vector<Contents> all_contents = contents_of(scenario, known);

  std::unordered_set<std::size_t> beside_loop;
  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    if (!outline.is_async() || !scenario.tasks[at].to_thread) continue;
    beside_loop.insert(outline.function_of[at]);
    const std::vector<std::size_t> called = functions_called_from(scenario, *known[outline.function_of[at]].steps);
    beside_loop.insert(called.begin(), called.end());
  }
  const auto add = [&](const std::vector<Step>& steps, const std::vector<std::string>& parameters,
                       const std::string& own_task) {
    const std::size_t at = outline.functions.size();
    ListedFunction& function = outline.functions.emplace_back();
    function.is_beside_loop = beside_loop.contains(at);
    const Contents& contents = all_contents[at];
    outline.sleeps_on_threads = outline.sleeps_on_threads || (contents.sleeps && !outline.is_coroutine(function));
    outline.blocks = outline.blocks || contents.blocks;
    outline.computes = outline.computes || contents.computes;
    outline.divides = outline.divides || contents.divides;
    function.identifier = identifiers[at];
    function.steps = &steps;
    function.takes_task = contents.names_task && own_task.empty();
    function.own_task = own_task;
    function.kinds = std::move(kinds[at]);
    if (own_task.empty()) function.forms = std::move(forms[at]);
    std::vector<std::string> called;
    for (const std::string& name : contents.called) called.push_back(identifiers[outline.function_named(name)]);
    for (const std::string& name : contents.started) {
      called.push_back(identifiers[outline.function_of[index(outline.task_named(name))]]);
    }
    name_locals(function, contents, parameters, called, outline);
    outline.is_careful =
        outline.is_careful || std::any_of(contents.computed_with.begin(), contents.computed_with.end(),
                                          [&](const std::string& name) { return function.may_be_no_number(name); });
  };
  outline.functions.reserve(names.size());
  for (const Function& function : scenario.functions) add(function.steps, function.parameters, "");
  for (const Task& task : scenario.tasks) {
    if (!task.function) add(task.steps, kNoParameters, task.name);
  }

  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    if (!scenario.tasks[at].manual) outline.by_submission.push_back(task_id(at));
  }
  std::stable_sort(outline.by_submission.begin(), outline.by_submission.end(), [&](TaskId one, TaskId other) {
    return scenario.tasks[index(one)].after < scenario.tasks[index(other)].after;
  });
  return outline;
}

}  // namespace interleave
