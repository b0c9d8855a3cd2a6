#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/scenario/scenario.h"

// What a task executes: its steps as a flat list of instructions, and the plain data of where it stands in them.
namespace interleave {

// What an instruction does: has its verb performed, which the interpreter knows; or leads to another one.
enum class Op : std::uint8_t { perform, repeat, again, end };

// A number of an instruction: given, or found among the task's values.
struct Operand {
  enum class Kind : std::uint8_t { literal, argument, counter };
  Kind kind = Kind::literal;
  std::int64_t value = 0;  // the number (durations in ns), or the position in Code::arguments, or of the counter
};

// A number of the task's arguments, as instructions use it.
struct UsedArgument {
  std::size_t position = 0;  // among the arguments
  std::int64_t (*read)(const Number&) = nullptr;

  friend bool operator==(const UsedArgument&, const UsedArgument&) = default;
};

// A part of a print's text: characters as they are, or where to find what is inserted.
struct PrintPart {
  enum class Kind : std::uint8_t { characters, argument, counter, task_name };
  Kind kind = Kind::characters;
  std::string characters;
  std::size_t position = 0;  // of the argument or counter
};

struct Instruction {
  Op op = Op::end;
  Verb verb = Verb::print;
  StepId step = StepId::none;
  // repeat: behind the loop; again: the first instruction of the body; perform: the position of the step's text.
  std::uint32_t target = 0;
  std::uint32_t counter = 0;  // repeat, again: the loop's counter
  Operand operand;            // a duration, or the number of repetitions
};

// The instructions of a function, or of a task's own steps.
struct Code {
  std::vector<Instruction> instructions;
  std::vector<std::vector<PrintPart>> texts;
  std::vector<UsedArgument> arguments;
  std::size_t counters = 0;  // nesting depth of loops
};

// What a task has to do next.
struct Operation {
  Verb verb = Verb::print;
  StepId step = StepId::none;
  Duration length{0};      // where the step takes seconds
  std::uint32_t text = 0;  // where the step has a text
};

// A task's state: where it stands, and its numbers. Refers to its code and to the scenario.
class StepMachine {
 public:
  StepMachine(const Code& code, const Task& task);

  // None where the task is at its end.
  std::optional<Operation> next();
  std::string text(const Operation& print) const;

 private:
  std::int64_t value(const Operand& operand, bool is_duration) const;

  const Code* code_;
  const Task* task_;
  std::uint32_t at_ = 0;
  // Its loop counters, then the arguments that its code uses: close together, for they are looked up at every step.
  std::unique_ptr<std::int64_t[]> values_;
};

// The code of every function and of every task's own steps. Refers to the scenario, which must outlive it.
class Program {
 public:
  explicit Program(const Scenario& scenario);

  const Scenario& scenario() const { return *scenario_; }
  StepMachine start(TaskId task) const;

 private:
  const Scenario* scenario_;
  std::vector<Code> functions_;
  std::vector<std::unique_ptr<Code>> own_;  // by task; null where it calls a function
};

}  // namespace interleave
