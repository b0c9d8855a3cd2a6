#include "core/execution/program.h"

#include <algorithm>
#include <utility>

#include "core/scenario/text_template.h"

namespace interleave {
namespace {

std::int64_t duration_of(const Number& number) { return number.duration.value_or(Duration::zero()).count(); }
std::int64_t integer_of(const Number& number) { return number.integer.value_or(0); }

class Compiler {
 public:
  explicit Compiler(const std::vector<std::string>& parameters) : parameters_(parameters) {}

  Code compile(const std::vector<Step>& steps) && {
    add(steps);
    code_.instructions.emplace_back();
    return std::move(code_);
  }

 private:
  void add(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      std::visit([&](const auto& action) { add(step.id, action); }, step.action);
    }
  }

  // A verb that is one instruction.
  template <class OneAction>
  void add(StepId step, const OneAction& action) {
    static_assert(!has_body<OneAction>(), "a verb with a body is compiled by a function of its own");
    Instruction instruction{.op = Op::perform, .verb = OneAction::kVerb, .step = step};
    for_each_part(action, [&](const auto& part, const auto& value) { set(instruction, part, value); });
    code_.instructions.push_back(instruction);
  }

  void set(Instruction& instruction, const part::Text& /*text*/, const std::string& value) {
    instruction.target = static_cast<std::uint32_t>(code_.texts.size());
    code_.texts.push_back(parts_of(value));
  }

  void set(Instruction& instruction, const part::Seconds& /*seconds*/, const Quantity& value) {
    instruction.operand = operand_of(value, duration_of);
  }

  void add(StepId step, const verb::Repeat& repeat) {
    const Operand times = operand_of(repeat.times, integer_of);
    const auto counter = static_cast<std::uint32_t>(indexes_.size());
    const std::size_t head = code_.instructions.size();
    code_.instructions.push_back({Op::repeat, verb::Repeat::kVerb, step, 0, counter, times});
    indexes_.push_back(repeat.index);
    code_.counters = std::max(code_.counters, indexes_.size());
    add(repeat.steps);
    indexes_.pop_back();
    code_.instructions.push_back(
        {Op::again, verb::Repeat::kVerb, step, static_cast<std::uint32_t>(head + 1), counter, times});
    code_.instructions[head].target = static_cast<std::uint32_t>(code_.instructions.size());
  }

  Operand operand_of(const Quantity& quantity, std::int64_t (*read)(const Number&)) {
    if (const auto* number = std::get_if<Number>(&quantity)) return {Operand::Kind::literal, read(*number)};
    const auto [is_counter, position] = find(std::get<Placeholder>(quantity).name);
    if (is_counter) return {Operand::Kind::counter, static_cast<std::int64_t>(position)};
    std::vector<UsedArgument>& arguments = code_.arguments;
    const UsedArgument argument{position, read};
    const auto used = std::find(arguments.begin(), arguments.end(), argument) - arguments.begin();
    if (static_cast<std::size_t>(used) == arguments.size()) arguments.push_back(argument);
    return {Operand::Kind::argument, used};
  }

  // The innermost index of that name, else the parameter.
  std::pair<bool, std::size_t> find(std::string_view name) const {
    for (std::size_t depth = indexes_.size(); depth-- > 0;) {
      if (indexes_[depth] == name) return {true, depth};
    }
    const auto parameter = std::find(parameters_.begin(), parameters_.end(), name);
    return {false, static_cast<std::size_t>(parameter - parameters_.begin())};
  }

  std::vector<PrintPart> parts_of(std::string_view text) const {
    std::vector<PrintPart> parts;
    // The loader has found nothing wrong with it.
    std::vector<TextPiece> pieces = parse_template(text).value();
    for (TextPiece& piece : pieces) {
      parts.push_back(piece.is_placeholder ? placeholder(piece.text)
                                           : PrintPart{PrintPart::Kind::characters, std::move(piece.text), 0});
    }
    return parts;
  }

  PrintPart placeholder(std::string_view name) const {
    if (name == "task") return {PrintPart::Kind::task_name, {}, 0};
    const auto [is_counter, position] = find(name);
    return {is_counter ? PrintPart::Kind::counter : PrintPart::Kind::argument, {}, position};
  }

  const std::vector<std::string>& parameters_;
  std::vector<std::string> indexes_;  // of the loops around, outermost first
  Code code_;
};

}  // namespace

Program::Program(const Scenario& scenario) : scenario_(&scenario), own_(scenario.tasks.size()) {
  for (const Function& function : scenario.functions) {
    functions_.push_back(Compiler(function.parameters).compile(function.steps));
  }
  static const std::vector<std::string> kNoParameters;
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const Task& task = scenario.tasks[i];
    if (!task.function) own_[i] = std::make_unique<Code>(Compiler(kNoParameters).compile(task.steps));
  }
}

const Code& Program::code(TaskId task) const {
  const auto function = scenario_->tasks[index(task)].function;
  return function ? functions_[*function] : *own_[index(task)];
}

TaskState Program::start(TaskId task) const { return first_state(code(task), scenario_->tasks[index(task)]); }

}  // namespace interleave
