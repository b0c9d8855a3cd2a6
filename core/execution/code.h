#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/scenario.h"

// What a task executes: its steps as a flat list of instructions.
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
  Verb verb{};
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

}  // namespace interleave
