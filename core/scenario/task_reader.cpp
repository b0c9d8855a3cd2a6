#include "core/scenario/task_reader.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/text_template.h"
#include "core/scenario/values.h"

namespace interleave {
namespace {

constexpr std::array<std::string_view, 7> kKeys = {"name", "call", "arguments", "steps", "after", "timeout", "manual"};
constexpr KnownKeys kTaskKeys = {"a task", kKeys, R"("name", "call", "arguments", "steps", "after")"};

void check_later_keys(const Fields& fields, Problems& problems) {
  if (const Field* timeout = fields.find("timeout")) {
    if (read_duration(*timeout, Duration::zero(), kLongestDuration, problems)) {
      problems.add(timeout->key.offset(), R"("timeout" is not supported by this version; leave it away)");
    }
  }
  const Field* manual = fields.find("manual");
  if (manual != nullptr && read_boolean(*manual, problems).value_or(false)) {
    problems.add(manual->key.offset(), R"("manual": true is not supported by this version; leave it away)");
  }
}

}  // namespace

std::vector<Task> TaskReader::read(const Field& tasks) {
  std::vector<Task> list;
  if (!check_list(tasks, "tasks", problems_)) return list;
  if (tasks.value.empty()) {
    problems_.add(tasks.value.offset(), R"(a scenario has at least one task: {{"name": "...", "steps": [...]}})");
  }
  for (const JsonValue value : tasks.value) {
    if (list.size() == kMostTasks) {
      problems_.add(value.offset(), "a scenario has at most 100 000 tasks; leave out this one and those after it");
      break;
    }
    offsets_.push_back(value.offset());
    read_task(value, list.emplace_back());
  }
  return list;
}

void TaskReader::read_task(JsonValue value, Task& task) {
  task.position = source_.position(value.offset());
  const Fields fields(value, kTaskKeys, problems_);
  if (!fields.is_object()) return;
  read_task_name(fields, value, task);
  if (const Field* after = fields.find("after")) {
    task.after = read_duration(*after, Duration::zero(), kLongestDuration, problems_).value_or(Duration::zero());
  }
  check_later_keys(fields, problems_);
  read_work(fields, value, task);
}

void TaskReader::read_task_name(const Fields& fields, JsonValue value, Task& task) {
  const Field* field = fields.find("name");
  if (field == nullptr) {
    problems_.add(value.offset(), R"(a task needs a "name")");
    return;
  }
  const auto name = read_name(field->value, "a task's name", problems_);
  if (!name) return;
  task.name = *name;
  if (!names_.insert(*name).second) {
    problems_.add(field->value.offset(), "a task of the name {} exists already; give this one another name",
                  in_quotes(*name));
  }
}

void TaskReader::read_work(const Fields& fields, JsonValue value, Task& task) {
  const Field* call = fields.find("call");
  const Field* arguments = fields.find("arguments");
  const Field* own = fields.find("steps");
  if (call == nullptr && own == nullptr) {
    problems_.add(value.offset(), R"(a task needs either "call", the name of a function, or "steps" of its own)");
  }
  if (call != nullptr && own != nullptr) {
    problems_.add(std::max(call->key.offset(), own->key.offset()),
                  R"(a task has either "call" or "steps", and this one has both; leave one of them away)");
  }
  if (own != nullptr) {
    Signature none;
    task.steps = steps_.read(*own, none);
  }
  if (call != nullptr) {
    read_call(*call, arguments, task);
  } else if (arguments != nullptr) {
    problems_.add(arguments->key.offset(), R"("arguments" go with "call"; leave them away here)");
  }
}

void TaskReader::read_call(const Field& call, const Field* arguments, Task& task) {
  const std::size_t offset = call.value.offset();
  if (!call.value.is(JsonKind::string)) {
    problems_.add(offset, "\"call\" is the name of a function, and not {}", describe(call.value));
    return;
  }
  task.function = functions_.find(call.value.text());
  if (task.function) {
    read_arguments(call, arguments, *task.function, task);
  } else if (problems_.wants(offset)) {
    problems_.add(offset, "unknown function {}{}", in_quotes(call.value.text()), functions_.hint(call.value.text()));
  }
}

void TaskReader::read_arguments(const Field& call, const Field* arguments, std::size_t function, Task& task) {
  const Signature& signature = functions_.signature(function);
  if (signature.is_broken) return;
  std::vector<char> is_given(signature.parameters.size(), 0);
  task.arguments.resize(signature.parameters.size());
  if (arguments != nullptr && !arguments->value.is(JsonKind::object)) {
    problems_.add(arguments->value.offset(), R"("arguments" is an object, {{"parameter": value}}, and not {})",
                  describe(arguments->value));
    return;
  }
  if (arguments != nullptr) {
    for_each_field(arguments->value, [&](const Field& field) {
      const std::string parameter(field.key.text());
      const auto position = signature.positions.find(parameter);
      if (position == signature.positions.end()) {
        if (!problems_.wants(field.key.offset())) return;
        problems_.add(
            field.key.offset(), "function {} has no parameter {}{}", in_quotes(call.value.text()), in_quotes(parameter),
            suggestion(parameter,
                       std::vector<std::string_view>(signature.parameters.begin(), signature.parameters.end())));
      } else if (is_given[position->second] != 0) {
        problems_.add(field.key.offset(), "the key {} is given twice; keep one of them", in_quotes(parameter));
      } else {
        is_given[position->second] = 1;
        read_argument(field, signature.needs[position->second], task.name, task.arguments[position->second]);
      }
    });
  }
  report_missing(arguments == nullptr ? call.value.offset() : arguments->value.offset(), call, signature, is_given);
}

void TaskReader::report_missing(std::size_t offset, const Field& call, const Signature& signature,
                                const std::vector<char>& is_given) {
  const auto missing = std::find(is_given.begin(), is_given.end(), 0);
  if (missing == is_given.end() || !problems_.wants(offset)) return;
  const auto count = std::count(missing, is_given.end(), 0);
  const std::string name = in_quotes(signature.parameters[static_cast<std::size_t>(missing - is_given.begin())]);
  const std::string more = count > 1 ? fmt::format(" and {} more", count - 1) : "";
  problems_.add(offset, "function {} needs an argument {}{}; write \"arguments\": {{{}: ...}}",
                in_quotes(call.value.text()), name, more, name);
}

void TaskReader::read_argument(const Field& field, const ParameterNeeds& needs, const std::string& task_name,
                               Argument& argument) {
  const std::size_t offset = field.value.offset();
  if (field.value.is(JsonKind::number)) {
    argument = read_number(field.value.text());
  } else if (!field.value.is(JsonKind::string)) {
    problems_.add(offset, "an argument is text or a number, and not {}", describe(field.value));
    return;
  } else {
    const auto pieces = parse_template(field.value.text());
    if (!pieces) {
      problems_.add(offset, "{}", pieces.error().message);
      return;
    }
    std::string text;
    for (const TextPiece& piece : pieces.value()) {
      if (piece.is_placeholder && piece.text != "task") {
        problems_.add(offset, "unknown placeholder {}; an argument knows {{task}} only, the name of its task",
                      in_quotes("{" + piece.text + "}"));
        return;
      }
      text += piece.is_placeholder ? task_name : piece.text;
    }
    argument = std::move(text);
  }
  check_needs(field, needs, argument);
}

void TaskReader::check_needs(const Field& field, const ParameterNeeds& needs, const Argument& argument) {
  const auto* number = std::get_if<Number>(&argument);
  const std::size_t offset = field.value.offset();
  if (needs.seconds && (number == nullptr || !number->duration)) {
    const bool too_fine = number != nullptr && duration_error(*number) == DurationError::too_fine;
    problems_.add(offset, "{} is the seconds of \"{}\" in line {}: write a number from 0 to 86400{}, and not {}",
                  in_quotes(field.key.text()), needs.seconds->verb, needs.seconds->line,
                  too_fine ? " with at most 9 decimals" : "", describe(field.value));
  } else if (needs.count && (number == nullptr || !number->integer || *number->integer < 0)) {
    problems_.add(offset,
                  "{} is how often \"repeat\" in line {} goes round: write a whole number, 0 or more, and not {}",
                  in_quotes(field.key.text()), needs.count->line, describe(field.value));
  }
}

}  // namespace interleave
