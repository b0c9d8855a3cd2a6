#include "core/scenario/writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/json_text.h"
#include "core/base/overloaded.h"
#include "core/base/utf8.h"

namespace interleave {
namespace {

constexpr std::size_t kLineLength = 100;  // of a task with steps of its own, in characters

// Final text as an argument is written: its braces are just braces.
std::string with_doubled_braces(std::string_view text) {
  std::string doubled;
  for (const char c : text) {
    doubled += c;
    if (c == '{' || c == '}') doubled += c;
  }
  return doubled;
}

std::string argument_text(const Task& task, std::size_t position) {
  if (const auto* number = std::get_if<Number>(&task.arguments[position])) return number->text;
  if (position < task.templates.size() && !task.templates[position].empty()) {
    return json_string(task.templates[position]);
  }
  return json_string(with_doubled_braces(std::get<std::string>(task.arguments[position])));
}

std::string quantity_text(const Quantity& quantity) {
  if (const auto* number = std::get_if<Number>(&quantity)) return number->text;
  return json_string("{" + std::get<Placeholder>(quantity).name + "}");
}

std::string steps_on_one_line(const std::vector<Step>& steps);

// What the file has at the part's key; nothing where that is left out.
std::string part_text(const part::Text& /*text*/, const std::string& value) { return json_string(value); }
std::string part_text(const part::Seconds& /*seconds*/, const Quantity& value) { return quantity_text(value); }
std::string part_text(const part::Count& /*count*/, const Quantity& value) { return quantity_text(value); }
std::string part_text(const part::Index& /*index*/, const std::string& value) {
  return value.empty() ? "" : json_string(value);
}
std::string part_text(const part::Own& /*own*/, const std::string& value) { return json_string(value); }
std::string part_text(const part::Made& /*made*/, const Expression& value) {
  return value.is_plain_number() ? value.text : json_string(value.text);
}
std::string part_text(const part::Condition& /*condition*/, const Expression& value) { return json_string(value.text); }
std::string part_text(const part::Shared& /*shared*/, const SharedName& value) {
  const auto* const name = std::get_if<std::string>(&value);
  return name != nullptr ? json_string(*name) : json_string("{" + std::get<Placeholder>(value).name + "}");
}
std::string one_or_more(const OneOrMore& value) {
  if (!value.is_list) return value.names.empty() ? "" : json_string(value.names.front());
  std::string list;
  for (const std::string& name : value.names) list += (list.empty() ? "" : ", ") + json_string(name);
  return "[" + list + "]";
}
std::string part_text(const part::Owns& /*owns*/, const OneOrMore& value) { return one_or_more(value); }
std::string part_text(const part::OtherTask& /*task*/, const std::string& value) { return json_string(value); }
std::string part_text(const part::OtherTasks& /*tasks*/, const OneOrMore& value) { return one_or_more(value); }
std::string part_text(const part::Callee& /*callee*/, const std::string& value) { return json_string(value); }
std::string part_text(const part::Arguments& /*arguments*/, const std::vector<PassedArgument>& value) {
  std::string list;
  for (const PassedArgument& argument : value) {
    const Overloaded written = {[](const std::string& text) { return json_string(with_doubled_braces(text)); },
                                [](const Number& number) { return number.text; },
                                [](const Placeholder& name) { return json_string("{" + name.name + "}"); }};
    list += (list.empty() ? "" : ", ") + json_string(argument.parameter) + ": " + std::visit(written, argument.value);
  }
  return list.empty() ? "" : "{" + list + "}";
}
std::string part_text(const part::Flag& /*flag*/, bool value) { return value ? "true" : ""; }
std::string part_text(const part::Timeout& /*timeout*/, const std::optional<Quantity>& value) {
  return value ? quantity_text(*value) : "";
}
std::string part_text(const part::OptionalBody& /*body*/, const std::optional<std::vector<Step>>& value) {
  return value ? steps_on_one_line(*value) : "";
}
bool is_left_out(const part::Body& body, const std::vector<Step>& value) {
  return body.may_be_missing && value.empty();
}
std::string part_text(const part::Body& body, const std::vector<Step>& value) {
  return is_left_out(body, value) ? "" : steps_on_one_line(value);
}

std::string step_on_one_line(const Step& step) {
  std::string text;
  for_each_part(step, [&](const auto& part, const auto& value) {
    const std::string written = part_text(part, value);
    if (!written.empty()) text += (text.empty() ? "{" : ", ") + json_string(part.key) + ": " + written;
  });
  return text + "}";
}

std::string steps_on_one_line(const std::vector<Step>& steps) {
  std::string text = "[";
  for (const Step& step : steps) text += (text.size() == 1 ? "" : ", ") + step_on_one_line(step);
  return text + "]";
}

// Objects and lists over several lines: begin, members each, end.
class Lines {
 public:
  void open(char bracket) {
    text_ += bracket;
    indent_ += 2;
    first_ = true;
  }
  void close(char bracket) {
    indent_ -= 2;
    if (!first_) break_line();
    text_ += bracket;
    first_ = false;
  }
  // The next member begins on a line of its own.
  void next() {
    if (!std::exchange(first_, false)) text_ += ',';
    break_line();
  }
  void key(std::string_view name) {
    next();
    append_json_string(text_, name);
    text_ += ": ";
  }
  void field(std::string_view name, std::string_view value) {
    key(name);
    text_ += value;
  }
  void append(std::string_view value) { text_ += value; }
  std::size_t indent() const { return indent_; }

  std::string finish() && { return std::move(text_) + "\n"; }

 private:
  void break_line() {
    text_ += '\n';
    text_.append(indent_, ' ');
  }

  std::string text_;
  std::size_t indent_ = 0;
  bool first_ = true;
};

void write_steps(Lines& lines, const std::vector<Step>& steps);

void write_part(Lines& lines, const auto& part, const auto& value) {
  const std::string written = part_text(part, value);
  if (!written.empty()) lines.field(part.key, written);
}
void write_part(Lines& lines, const part::Body& body, const std::vector<Step>& steps) {
  if (is_left_out(body, steps)) return;
  lines.key(body.key);
  write_steps(lines, steps);
}

void write_part(Lines& lines, const part::OptionalBody& body, const std::optional<std::vector<Step>>& steps) {
  if (!steps) return;
  lines.key(body.key);
  write_steps(lines, *steps);
}

void write_step(Lines& lines, const Step& step) {
  lines.next();
  if (!has_body(step)) return lines.append(step_on_one_line(step));
  lines.open('{');
  for_each_part(step, [&](const auto& part, const auto& value) { write_part(lines, part, value); });
  lines.close('}');
}

void write_steps(Lines& lines, const std::vector<Step>& steps) {
  lines.open('[');
  for (const Step& step : steps) write_step(lines, step);
  lines.close(']');
}

void write_function(Lines& lines, const Function& function) {
  lines.key(function.name);
  lines.open('{');
  if (!function.parameters.empty()) {
    std::string list;
    for (const std::string& parameter : function.parameters) {
      list += (list.empty() ? "" : ", ") + json_string(parameter);
    }
    lines.field("parameters", "[" + list + "]");
  }
  lines.key("steps");
  write_steps(lines, function.steps);
  lines.close('}');
}

std::string call_of(const Scenario& scenario, const Task& task) {
  const Function& function = scenario.functions[*task.function];
  std::string text = R"("call": )" + json_string(function.name);
  std::string list;
  for (std::size_t i = 0; i < task.arguments.size(); ++i) {
    list += (list.empty() ? "" : ", ") + json_string(function.parameters[i]) + ": " + argument_text(task, i);
  }
  return list.empty() ? text : text + R"(, "arguments": {)" + list + "}";
}

bool fits_on_one_line(const Lines& lines, const std::string& text, const std::vector<Step>& steps) {
  return std::none_of(steps.begin(), steps.end(), [](const Step& step) { return has_body(step); }) &&
         count_characters(text) + lines.indent() <= kLineLength;
}

void write_task(Lines& lines, const Scenario& scenario, const Task& task) {
  const std::string name = json_string(task.name);
  const std::string after = exact_seconds(task.after);
  const bool at_once = task.after == Duration::zero();
  const std::string work = task.function ? call_of(scenario, task) : R"("steps": )" + steps_on_one_line(task.steps);
  const std::string timeout = task.timeout ? exact_seconds(*task.timeout) : "";
  const std::string line = R"({"name": )" + name + ", " + work + (at_once ? "" : R"(, "after": )" + after) +
                           (task.timeout ? R"(, "timeout": )" + timeout : "") +
                           (task.manual ? R"(, "manual": true)" : "") +
                           (task.to_thread ? R"(, "to_thread": true})" : "}");
  lines.next();
  if (task.function || fits_on_one_line(lines, line, task.steps)) return lines.append(line);
  lines.open('{');
  lines.field("name", name);
  lines.key("steps");
  write_steps(lines, task.steps);
  if (!at_once) lines.field("after", after);
  if (task.timeout) lines.field("timeout", timeout);
  if (task.manual) lines.field("manual", "true");
  if (task.to_thread) lines.field("to_thread", "true");
  lines.close('}');
}

void write_machine(Lines& lines, const Machine& machine) {
  const Machine usual;
  std::string list;
  const auto add = [&list](std::string_view key, const std::string& value) {
    list += fmt::format("{}\"{}\": {}", list.empty() ? "" : ", ", key, value);
  };
  if (machine.cores != usual.cores) add("cores", std::to_string(machine.cores));
  if (machine.gil != usual.gil) add("gil", machine.gil ? "true" : "false");
  if (machine.time_slice != usual.time_slice) add("time_slice", exact_seconds(machine.time_slice));
  if (machine.switch_cost != usual.switch_cost) add("switch_cost", exact_seconds(machine.switch_cost));
  if (machine.process_start != usual.process_start) add("process_start", exact_seconds(machine.process_start));
  if (!list.empty()) lines.field("machine", "{" + list + "}");
}

void write_choice(Lines& lines, std::string_view key, std::span<const std::string_view> words, auto choice) {
  if (const auto word = static_cast<std::size_t>(choice); word != 0) lines.field(key, json_string(words[word]));
}

void write_declarations(Lines& lines, std::string_view key, const std::vector<Declaration>& declarations) {
  if (declarations.empty()) return;
  std::string list;
  for (const Declaration& one : declarations) {
    list += fmt::format("{}{}: {}", list.empty() ? "" : ", ", json_string(one.name), one.number);
  }
  lines.field(key, "{" + list + "}");
}

}  // namespace

std::string to_json(const Scenario& scenario) {
  const Scenario usual;
  Lines lines;
  lines.open('{');
  lines.field("interleave", "1");
  lines.field("title", json_string(scenario.title));
  if (!scenario.summary.empty()) lines.field("summary", json_string(scenario.summary));
  if (!scenario.functions.empty()) {
    lines.key("functions");
    lines.open('{');
    for (const Function& function : scenario.functions) write_function(lines, function);
    lines.close('}');
  }
  write_declarations(lines, "shared", scenario.shared);
  write_declarations(lines, "semaphores", scenario.semaphores);
  write_declarations(lines, "queues", scenario.queues);
  lines.key("tasks");
  lines.open('[');
  for (const Task& task : scenario.tasks) write_task(lines, scenario, task);
  lines.close(']');
  if (scenario.mode != usual.mode) lines.field("mode", json_string(name(scenario.mode)));
  // A pool's size is named even where it is the usual one: it is what the file is about.
  if (traits(scenario.mode).has_max_workers || scenario.max_workers != usual.max_workers) {
    lines.field("max_workers", std::to_string(scenario.max_workers));
  }
  write_choice(lines, "launch", kLaunchWords, scenario.main.launch);
  write_choice(lines, "on_error", kOnErrorWords, scenario.main.on_error);
  write_choice(lines, "main", kMainEndWords, scenario.main.end);
  write_machine(lines, scenario.machine);
  lines.close('}');
  return std::move(lines).finish();
}

}  // namespace interleave
