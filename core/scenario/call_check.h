#pragma once

#include <cstddef>
#include <vector>

#include "core/scenario/call_use.h"
#include "core/scenario/declarations.h"
#include "core/scenario/function_table.h"

namespace interleave {

// Checks the steps that call functions, once all functions have been read: that there are such functions and that they
// are given what they need; that none calls itself, directly or in a circle; that what they come to, each wherever it
// is called, is no more than limits.h allows.
class CallCheck {
 public:
  CallCheck(FunctionTable& functions, const Declarations& declarations, Problems& problems)
      : table_(functions), declarations_(declarations), problems_(problems) {}

  // Those in functions. What these need of their parameters is known completely afterwards.
  void check_functions(const std::vector<Function>& functions, const std::vector<CallUse>& calls);
  // Those in steps of tasks, and after those in functions.
  void check_task(const CallUse& call);

 private:
  // What a function comes to where it is called.
  struct Size {
    std::size_t steps = 0;
    std::size_t depth = 0;  // of steps within each other
  };

  void resolve(const CallUse& call);
  void report_circle(const std::vector<CallUse>& calls, const std::vector<bool>& is_settled);
  void settle(const CallUse& call);
  void check_arguments(const CallUse& call, std::size_t callee);
  void check_argument(const CallUse& call, const PassedUse& passed, const ParameterNeeds& needs);
  void check_size(const CallUse& call, std::size_t callee);

  FunctionTable& table_;
  const Declarations& declarations_;
  Problems& problems_;
  std::vector<Size> sizes_;  // of the functions
  std::size_t called_ = 0;   // steps, by all calls so far
  bool is_too_much_ = false;
};

}  // namespace interleave
