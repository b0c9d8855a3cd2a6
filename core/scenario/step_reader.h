#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/source_text.h"
#include "core/scenario/call_use.h"
#include "core/scenario/declarations.h"
#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Which values of the task's own have one, on every way to a place that is read, and whether any way leads there.
struct KnownValues {
  std::vector<std::string> names = {};  // sorted
  bool is_reached = true;
};

// The first step that takes a parameter for something of this kind.
struct ParameterUse {
  std::string verb;
  std::size_t line = 0;
};

// A task that a step names.
struct TaskUse {
  std::size_t offset = 0;  // of the name
  std::string name;
  std::string verb;
};

// What the steps of a function need of one of its parameters.
struct ParameterNeeds {
  std::optional<ParameterUse> seconds;
  std::optional<ParameterUse> count;
  std::optional<ParameterUse> number;    // in an expression
  std::optional<ParameterUse> value;     // a whole number, or a text that is passed on
  std::optional<ParameterUse> variable;  // for the name of one; and so on
  std::optional<ParameterUse> lock;
  std::optional<ParameterUse> queue;
};

// A function as its steps and its callers see it.
struct Signature {
  std::vector<std::string> parameters;
  std::unordered_map<std::string, std::size_t> positions;  // of the parameters
  std::vector<ParameterNeeds> needs;                       // of each parameter
  bool is_broken = false;  // some parameters could not be read, so nobody is blamed for not knowing them
};

// Reads lists of steps. Their ids are in order of reading.
class StepReader {
 public:
  StepReader(const SourceText& source, const Declarations& declarations, Problems& problems)
      : source_(source), declarations_(declarations), problems_(problems) {}

  // The steps of a function, or those of a task, which has no parameters. What they need of the parameters is noted.
  std::vector<Step> read(const Field& steps, Signature& signature);

  // The tasks that steps name, in the order of the text.
  const std::vector<TaskUse>& task_uses() const { return task_uses_; }

  // The steps that call functions, in the order of the text.
  const std::vector<CallUse>& call_uses() const { return call_uses_; }

  // What was read last are the steps of that function.
  void note_caller(std::size_t function);

  // Where the step begins in the text.
  std::size_t offset(StepId id) const { return offsets_[index(id)]; }

 private:
  // A step that is being read: the field of its verb, all its fields, and its line.
  struct Reading {
    const Field& verb;
    const Fields& fields;
    std::size_t line;
    std::vector<KnownValues>&
        behind_bodies;  // what has a value behind each of its bodies, as far as they have been read
  };

  std::vector<Step> read_list(const Field& steps);
  std::optional<Step> read_step(JsonValue value);
  void read_action(const Reading& reading, Step& step);
  template <class OneAction>
  void read_parts(const Reading& reading, OneAction& action);
  void read_part(const Reading& reading, const Field& field, const part::Text& text, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Seconds& seconds, Quantity& value);
  void read_part(const Reading& reading, const Field& field, const part::Count& count, Quantity& value);
  void read_part(const Reading& reading, const Field& field, const part::Index& index, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Own& own, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Made& made, Expression& value);
  void read_part(const Reading& reading, const Field& field, const part::Condition& condition, Expression& value);
  void read_part(const Reading& reading, const Field& field, const part::Shared& shared, SharedName& value);
  void read_part(const Reading& reading, const Field& field, const part::Owns& owns, OneOrMore& value);
  void read_part(const Reading& reading, const Field& field, const part::OtherTask& task, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::OtherTasks& tasks, OneOrMore& value);
  void read_part(const Reading& reading, const Field& field, const part::Timeout& timeout,
                 std::optional<Quantity>& value);
  void read_part(const Reading& reading, const Field& field, const part::Callee& callee, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Arguments& arguments,
                 std::vector<PassedArgument>& value);
  void read_part(const Reading& reading, const Field& field, const part::Flag& flag, bool& value);
  void read_part(const Reading& reading, const Field& field, const part::Body& body, std::vector<Step>& value);
  void read_part(const Reading& reading, const Field& field, const part::OptionalBody& body,
                 std::optional<std::vector<Step>>& value);
  void read_body(const Reading& reading, const Field& field, std::vector<Step>& steps);
  // What is wrong with a step that no part of it tells.
  void check_whole(const Reading& /*reading*/, const auto& /*action*/) {}
  void check_whole(const Reading& reading, const verb::Try& attempt);
  void check_whole(const Reading& reading, const verb::Await& await);
  void check_whole(const Reading& reading, const verb::Call& call);
  std::optional<PassedUse> read_passed(const Field& field);
  std::optional<std::string> read_own(JsonValue value);
  void read_task(const Reading& reading, JsonValue value, std::string& name);
  static bool may_be_text(const Reading& reading);
  void take_expression(const Reading& reading, const Field& field, Result<Expression, ExpressionError> parsed,
                       Expression& value);
  void check_operand(const Reading& reading, std::size_t offset, const Expression::Node& node);
  bool has_value(const std::string& name) const;
  void give_value(const std::string& name);
  std::optional<std::string> read_placeholder(const Field& field, std::string_view example);
  void check_placeholder(std::size_t offset, const std::string& name);
  void note_use(const Reading& reading, const std::string& parameter,
                std::optional<ParameterUse> ParameterNeeds::*need);
  bool is_index(const std::string& name) const;
  std::vector<std::string_view> names_in_scope() const;

  const SourceText& source_;
  const Declarations& declarations_;
  Problems& problems_;
  Signature* signature_ = nullptr;
  std::vector<std::string> indexes_;       // of the steps with bodies that are being read, empty where they have none
  KnownValues known_;                      // on the ways to what is being read
  std::vector<std::string> set_anywhere_;  // values of the task's own in the function, so far; sorted
  std::vector<TaskUse> task_uses_;
  std::vector<CallUse> call_uses_;
  std::size_t first_call_ = 0;        // of what was read last
  std::vector<std::size_t> offsets_;  // of the steps, by id
};

}  // namespace interleave
