#include "core/scenario/scenario_reader.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/base/utf8.h"
#include "core/scenario/call_check.h"
#include "core/scenario/decimal.h"
#include "core/scenario/declarations.h"
#include "core/scenario/fields.h"
#include "core/scenario/function_table.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/task_reader.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"
#include "core/scenario/workload.h"

namespace interleave {
namespace {

using std::chrono::milliseconds;

constexpr std::array<std::string_view, 14> kFileKeys = {
    "interleave",  "title",  "summary",  "functions", "tasks",      "mode",   "machine",
    "max_workers", "launch", "on_error", "shared",    "semaphores", "queues", "main"};
constexpr std::array kScenarioSynonyms = {Synonym{"version", "interleave"}, Synonym{"name", "title"},
                                          Synonym{"description", "summary"}, Synonym{"workers", "max_workers"}};
constexpr KnownKeys kScenarioKeys = {
    "a scenario", kFileKeys,
    R"("interleave", "title", "summary", "functions", "tasks", "mode", "max_workers", "machine", "shared", "semaphores", "queues", "launch", "on_error", "main")",
    kScenarioSynonyms, kLaterWords};

constexpr std::array<std::string_view, 5> kMachineFields = {"cores", "time_slice", "gil", "switch_cost",
                                                            "process_start"};
constexpr std::array kMachineSynonyms = {Synonym{"cpus", "cores"}, Synonym{"cpu", "cores"},
                                         Synonym{"quantum", "time_slice"}};
constexpr KnownKeys kMachineKeys = {"a machine", kMachineFields,
                                    R"("cores", "gil", "time_slice", "switch_cost" and "process_start")",
                                    kMachineSynonyms};

class ScenarioReader {
 public:
  ScenarioReader(const SourceText& source, Problems& problems, std::uint64_t most_steps)
      : source_(source),
        problems_(problems),
        declarations_(problems),
        steps_(source, declarations_, problems),
        functions_(problems) {
    scenario_.most_steps = most_steps;
  }

  Scenario read(JsonValue root);

 private:
  bool is_later_format(JsonValue root);
  void read_format(const Fields& fields, JsonValue root);
  void read_texts(const Fields& fields, JsonValue root);
  void read_settings(const Fields& fields);
  void read_main_program(const Fields& fields);
  void read_machine(const Field& field);
  void read_declarations(const Fields& fields);
  void read_work(const Fields& fields, JsonValue root);
  void check_work(const TaskReader& tasks);

  const SourceText& source_;
  Problems& problems_;
  Declarations declarations_;
  StepReader steps_;
  FunctionTable functions_;
  Scenario scenario_;
};

Scenario ScenarioReader::read(JsonValue root) {
  if (is_later_format(root)) return {};
  const Fields fields(root, kScenarioKeys, problems_);
  if (!fields.is_object()) return {};
  read_format(fields, root);
  read_texts(fields, root);
  read_settings(fields);
  read_declarations(fields);
  read_work(fields, root);
  return std::move(scenario_);
}

// Another version's file is not searched for further errors: they would be none of its own.
bool ScenarioReader::is_later_format(JsonValue root) {
  if (!root.is(JsonKind::object)) return false;
  bool is_later = false;
  for_each_field(root, [&](const Field& field) {
    if (field.key.text() != "interleave" || !field.value.is(JsonKind::number)) return;
    const auto version = read_number(field.value.text()).integer;
    if (!version || *version <= 1) return;
    problems_.add(field.value.offset(), "format version {} is not supported by this version; it reads version 1",
                  *version);
    is_later = true;
  });
  return is_later;
}

void ScenarioReader::read_format(const Fields& fields, JsonValue root) {
  if (const Field* version = fields.find("interleave")) {
    read_integer(*version, 1, 1, problems_);
  } else {
    problems_.add(root.offset(), R"(a scenario needs "interleave": 1, the version of its format)");
  }
}

void ScenarioReader::read_texts(const Fields& fields, JsonValue root) {
  const Field* title = fields.find("title");
  if (title == nullptr) {
    problems_.add(root.offset(), R"(a scenario needs a "title")");
  } else if (!title->value.is(JsonKind::string)) {
    problems_.add(title->value.offset(), "\"title\" is text in double quotes, and not {}", describe(title->value));
  } else if (title->value.text().empty() || has_control_characters(title->value.text())) {
    problems_.add(title->value.offset(), "\"title\" is one line of text; write a few words without control characters");
  } else {
    scenario_.title = title->value.text();
  }
  const Field* summary = fields.find("summary");
  if (summary == nullptr) return;
  if (!summary->value.is(JsonKind::string)) {
    problems_.add(summary->value.offset(), "\"summary\" is text in double quotes, and not {}",
                  describe(summary->value));
  }
  scenario_.summary = summary->value.text();
}

void ScenarioReader::read_settings(const Fields& fields) {
  if (const Field* mode = fields.find("mode")) {
    const auto word = read_word(*mode, kModeNames, problems_);
    scenario_.mode = kModes[word.value_or(0)];
  }
  if (const Field* workers = fields.find("max_workers")) {
    scenario_.max_workers = static_cast<int>(read_integer(*workers, 1, kMostWorkers, problems_).value_or(1));
  }
  if (const Field* machine = fields.find("machine")) read_machine(*machine);
  read_main_program(fields);
}

void ScenarioReader::read_main_program(const Fields& fields) {
  const auto read = [&](std::string_view key, std::span<const std::string_view> words, auto& choice) {
    if (const Field* field = fields.find(key)) {
      choice = static_cast<std::decay_t<decltype(choice)>>(read_word(*field, words, problems_).value_or(0));
    }
  };
  read("launch", kLaunchWords, scenario_.main.launch);
  read("on_error", kOnErrorWords, scenario_.main.on_error);
  read("main", kMainEndWords, scenario_.main.end);
}

void ScenarioReader::read_machine(const Field& field) {
  constexpr int kMostCores = 1024;
  const Fields fields(field.value, kMachineKeys, problems_);
  Machine& machine = scenario_.machine;
  if (const Field* cores = fields.find("cores")) {
    machine.cores = static_cast<int>(read_integer(*cores, 1, kMostCores, problems_).value_or(1));
  }
  if (const Field* slice = fields.find("time_slice")) {
    machine.time_slice =
        read_duration(*slice, milliseconds(1), milliseconds(1000), problems_).value_or(machine.time_slice);
  }
  if (const Field* gil = fields.find("gil")) machine.gil = read_boolean(*gil, problems_).value_or(machine.gil);
  const auto read_cost = [&](std::string_view key, Duration& cost) {
    if (const Field* found = fields.find(key)) {
      cost = read_duration(*found, Duration::zero(), std::chrono::seconds(60), problems_).value_or(cost);
    }
  };
  read_cost("switch_cost", machine.switch_cost);
  read_cost("process_start", machine.process_start);
}

// What steps are about is known before they are read.
void ScenarioReader::read_declarations(const Fields& fields) {
  if (const Field* variables = fields.find("shared")) scenario_.shared = declarations_.read_variables(*variables);
  if (const Field* semaphores = fields.find("semaphores")) {
    scenario_.semaphores = declarations_.read_semaphores(*semaphores);
  }
  if (const Field* queues = fields.find("queues")) scenario_.queues = declarations_.read_queues(*queues);
}

void ScenarioReader::read_work(const Fields& fields, JsonValue root) {
  if (const Field* functions = fields.find("functions")) {
    scenario_.functions = functions_.read(*functions, source_, steps_);
  }
  CallCheck calls(functions_, declarations_, problems_);
  calls.check_functions(scenario_.functions, steps_.call_uses());
  const std::size_t calls_of_functions = steps_.call_uses().size();
  const Field* tasks = fields.find("tasks");
  if (tasks == nullptr) {
    problems_.add(root.offset(), R"(a scenario needs "tasks", the list of what runs)");
    return;
  }
  TaskReader reader(source_, declarations_, functions_, steps_, problems_);
  scenario_.tasks = reader.read(*tasks);
  reader.check_uses(scenario_.tasks, steps_.task_uses());
  for (std::size_t at = calls_of_functions; at < steps_.call_uses().size(); ++at) {
    calls.check_task(steps_.call_uses()[at]);
  }
  if (problems_.empty()) reader.check_threads(scenario_);
  if (problems_.empty()) check_work(reader);
}

void ScenarioReader::check_work(const TaskReader& tasks) {
  if (const auto error = check_workload(scenario_)) {
    const std::size_t offset = error->step == StepId::none ? tasks.offset(error->task) : steps_.offset(error->step);
    problems_.add(offset, "{}", error->message);
  }
}

}  // namespace

Scenario read_scenario_document(const JsonDocument& document, const SourceText& source, Problems& problems,
                                std::uint64_t most_steps) {
  return ScenarioReader(source, problems, most_steps).read(document.root());
}

}  // namespace interleave
