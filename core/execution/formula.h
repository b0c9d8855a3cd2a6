#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/execution/value_layout.h"
#include "core/scenario/expression.h"

namespace interleave {

// An expression as instructions compute it: its names are places among the task's values.
struct Formula {
  struct Node {
    Expression::Kind kind = Expression::Kind::number;
    Operand operand;         // of a number or a name
    std::uint32_t left = 0;  // positions of the operands
    std::uint32_t right = 0;
  };

  std::vector<Node> nodes;  // operands before what is made of them
  Operand kind;             // a Value::Kind: of the argument that it hands on as it is, if it does
  std::string text;         // as it was written, for messages
};

// What it comes to; of a condition 1 or 0. None where there is no such number.
std::optional<std::int64_t> value_of(const Formula& formula, const ValueLayout& layout, const Values& values);
// The same, or a text or none where it is but the name of one.
std::optional<Value> any_value_of(const Formula& formula, const ValueLayout& layout, const Values& values);
// Why there is none, as the error of a task says it.
std::string problem_of(const Formula& formula, const ValueLayout& layout, const Values& values);

}  // namespace interleave
