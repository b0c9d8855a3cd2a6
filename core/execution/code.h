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
// begins to go through tasks as they end, or takes the next one; ends the task with a value; begins to clean up where
// nothing has gone wrong, or is done with that, and whatever was going on before goes on.
enum class Op : std::uint8_t {
  perform,
  perform_on_shared,
  assign,
  repeat,
  again,
  pass_unless,
  jump,
  begin_each,
  next_of_each,
  give_back,
  begin_clean_up,
  end_clean_up,
  end
};

inline constexpr std::uint32_t kNoFormula = 0xffff'ffffU;

// What instructions use an argument for, which a number tells: nanoseconds, itself, or the id of what it names.
// `value`: a whole number, or that of a text; `kind`: which of these.
enum class ArgumentUse : std::uint8_t { duration, integer, variable, lock, queue, value, kind };

struct UsedArgument {
  std::size_t position = 0;  // among the arguments
  ArgumentUse use{};

  friend bool operator==(const UsedArgument&, const UsedArgument&) = default;
};

// Instructions that are left before their end by way of others: that clean up behind them, whatever the reason is; or
// that go on instead, where it is a failure, or where a called function returns.
struct GuardedRegion {
  enum class Kind : std::uint8_t { cleans_up, takes_failure, takes_return };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t way = 0;    // the first of those others
  std::uint32_t depth = 0;  // how many regions that are cleaned up behind are around
  Kind kind = Kind::cleans_up;
};

// The tasks that an `await` or an `as_completed` waits for, and which of the task's own values they give.
struct AwaitedTasks {
  std::vector<TaskId> tasks;
  std::vector<std::uint32_t> into;  // as many, or none
  bool is_list = false;
};

inline constexpr std::uint32_t kNoTimeout = 0xffff'ffffU;

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
  std::uint8_t decisions = 0;  // `if` and `while` around it
  StepId step = StepId::none;
  // repeat: behind the loop; again: the first instruction of the body; pass_unless, jump: where it goes on; assign,
  // perform_on_shared: the task's own value that is given; perform: the position of the step's text, or the other task.
  std::uint32_t target = 0;
  // repeat, again, next_of_each: the loop's counter; assign, pass_unless, give_back, perform_on_shared: the position of
  // the formula, or none; begin_each: the depth of the loop;
  // begin_clean_up, end_clean_up: the depth of the region.
  std::uint32_t counter = 0;
  Operand operand;                     // a duration, the number of repetitions, the id of what tasks share
  std::uint32_t timeout = kNoTimeout;  // the position of the one that the step has
};

// The instructions of a function, or of a task's own steps.
struct Code {
  std::vector<Instruction> instructions;
  std::vector<std::vector<PrintPart>> texts;
  std::vector<UsedArgument> arguments;
  std::vector<Formula> formulas;
  std::vector<AwaitedTasks> awaited;
  std::vector<Operand> timeouts;
  ValueLayout layout;                                   // of the task's values
  std::vector<GuardedRegion> guarded;                   // inner ones first
  std::size_t clean_ups = 0;                            // nesting depth of those that are cleaned up behind
  bool reads_shared = false;                            // some step reads a shared variable
  std::size_t decisions = 0;                            // nesting depth of `if` and `while`
  std::size_t eaches = 0;                               // nesting depth of loops over tasks as they end
  const std::vector<std::string>* passed_on = nullptr;  // the texts that values stand for
  bool may_go_on_for_ever = false;                      // it has loops that do not count
};

}  // namespace interleave
