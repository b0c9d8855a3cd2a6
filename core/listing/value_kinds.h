#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/scenario/scenario.h"

namespace interleave {

// What a value may be, as far as the steps tell that. A number alone needs no care in a program.
struct ValueKinds {
  bool number = false;
  bool text = false;
  bool none = false;

  bool is_number() const { return number && !text && !none; }
  ValueKinds& operator|=(const ValueKinds& other);

  friend bool operator==(const ValueKinds&, const ValueKinds&) = default;
};

// Of the values of a function, or of a task's own steps.
struct KindsOfFunction {
  std::unordered_map<std::string, ValueKinds> owns;
  std::vector<ValueKinds> parameters;
  ValueKinds returned;
  bool may_reach_end = true;  // without a return or a raise
};

// A function's steps, which tasks execute. Those of the scenario come first, in its order.
struct KnownSteps {
  const std::vector<Step>* steps = nullptr;
  const std::vector<std::string>* parameters = nullptr;
};

// Of each of the functions; `function_of` tells which one a task executes.
std::vector<KindsOfFunction> value_kinds(const Scenario& scenario, const std::vector<KnownSteps>& functions,
                                         const std::vector<std::size_t>& function_of);

// The name that the expression is, and nothing else: then it passes on what that stands for, text or number. Null where
// it is more.
const std::string* sole_name(const Expression& expression);

}  // namespace interleave
