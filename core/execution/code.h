#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/execution/formula.h"
#include "core/execution/operand.h"
#include "core/execution/value_layout.h"
#include "core/scenario/scenario.h"

// What a task executes: its steps as a flat list of instructions.
namespace interleave {

// What an instruction does: has its verb performed, which the interpreter knows, on something that tasks share or not;
// gives a value; leads to another instruction: around loops that count, past where a condition is false, or anyway;
// begins to clean up where nothing has gone wrong, or is done with that, and whatever was going on before goes on.
enum class Op : std::uint8_t {
  perform,
  perform_on_shared,
  assign,
  repeat,
  again,
  pass_unless,
  jump,
  begin_clean_up,
  end_clean_up,
  end
};

inline constexpr std::uint32_t kNoFormula = 0xffff'ffffU;

// What instructions use an argument for, which a number tells: nanoseconds, itself, or the id of what it names.
enum class ArgumentUse : std::uint8_t { duration, integer, variable, lock, queue };

struct UsedArgument {
  std::size_t position = 0;  // among the arguments
  ArgumentUse use{};

  friend bool operator==(const UsedArgument&, const UsedArgument&) = default;
};

// Instructions that are left, by a failure, by way of others that clean up behind them.
struct GuardedRegion {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t clean_up = 0;  // the first instruction that does
  std::uint32_t depth = 0;     // how many such regions are around
};

// A part of a print's text: characters as they are, or where to find what is inserted.
struct PrintPart {
  enum class Kind : std::uint8_t { characters, argument, counter, own, task_name };
  Kind kind = Kind::characters;
  std::string characters;
  std::size_t position = 0;  // of the argument, the counter or the task's own value
};

struct Instruction {
  Op op = Op::end;
  Verb verb{};
  StepId step = StepId::none;
  // repeat: behind the loop; again: the first instruction of the body; pass_unless, jump: where it goes on; assign,
  // perform_on_shared: the task's own value that is given; perform: the position of the step's text.
  std::uint32_t target = 0;
  // repeat, again: the loop's counter; assign, pass_unless, perform_on_shared: the position of the formula, or none;
  // begin_clean_up, end_clean_up: the depth of the region.
  std::uint32_t counter = 0;
  Operand operand;  // a duration, the number of repetitions, or the id of what tasks share
};

// The instructions of a function, or of a task's own steps.
struct Code {
  std::vector<Instruction> instructions;
  std::vector<std::vector<PrintPart>> texts;
  std::vector<UsedArgument> arguments;
  std::vector<Formula> formulas;
  ValueLayout layout;                  // of the task's values
  std::vector<GuardedRegion> guarded;  // inner ones first
  std::size_t clean_ups = 0;           // nesting depth of those regions
  bool may_go_on_for_ever = false;     // it has loops that do not count
};

}  // namespace interleave
