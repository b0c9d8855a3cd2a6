#include "core/scenario/call_check.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <string>

#include "core/base/utf8.h"
#include "core/scenario/argument_needs.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

using Need = std::optional<ParameterUse> ParameterNeeds::*;

constexpr std::array<Need, 7> kNeeds = {&ParameterNeeds::seconds, &ParameterNeeds::count,    &ParameterNeeds::number,
                                        &ParameterNeeds::value,   &ParameterNeeds::variable, &ParameterNeeds::lock,
                                        &ParameterNeeds::queue};
constexpr std::array<Need, 3> kNeedsOfNames = {&ParameterNeeds::variable, &ParameterNeeds::lock,
                                               &ParameterNeeds::queue};
constexpr std::array<Need, 2> kNeedsOfQuantities = {&ParameterNeeds::seconds, &ParameterNeeds::count};

std::size_t depth_of(const std::vector<Step>& steps) {
  std::size_t depth = 0;
  for (const Step& step : steps) {
    for_each_body(step, [&](const std::vector<Step>& body) { depth = std::max(depth, 1 + depth_of(body)); });
  }
  return depth;
}

std::size_t count_of(const std::vector<Step>& steps) {
  std::size_t count = 0;
  for_each_step(steps, [&](const Step&) { ++count; });
  return count;
}

}  // namespace

void CallCheck::check_functions(const std::vector<Function>& functions, const std::vector<CallUse>& calls) {
  for (const Function& function : functions) sizes_.push_back({count_of(function.steps), depth_of(function.steps)});
  std::vector<std::vector<std::size_t>> calls_of(functions.size());    // by the function that calls
  std::vector<std::vector<std::size_t>> callers_of(functions.size());  // one entry a call
  std::vector<std::size_t> unsettled(functions.size());                // calls of a function
  for (std::size_t at = 0; at < calls.size(); ++at) {
    resolve(calls[at]);
    const auto callee = table_.find(calls[at].field.value.text());
    if (!calls[at].caller || !callee) continue;
    calls_of[*calls[at].caller].push_back(at);
    callers_of[*callee].push_back(*calls[at].caller);
    ++unsettled[*calls[at].caller];
  }
  // A function is settled when all are that it calls.
  std::vector<std::size_t> next;
  for (std::size_t at = functions.size(); at-- > 0;) {
    if (unsettled[at] == 0) next.push_back(at);
  }
  std::vector<bool> is_settled(functions.size());
  while (!next.empty()) {
    const std::size_t function = next.back();
    next.pop_back();
    is_settled[function] = true;
    for (const std::size_t call : calls_of[function]) settle(calls[call]);
    for (const std::size_t caller : callers_of[function]) {
      if (--unsettled[caller] == 0) next.push_back(caller);
    }
  }
  report_circle(calls, is_settled);
}

void CallCheck::check_task(const CallUse& call) {
  resolve(call);
  settle(call);
}

void CallCheck::resolve(const CallUse& call) {
  const std::string_view name = call.field.value.text();
  const std::size_t offset = call.field.value.offset();
  if (table_.find(name) || !problems_.wants(offset)) return;
  problems_.add(offset, "unknown function {}{}", in_quotes(name), table_.hint(name));
}

// Whoever is not settled calls somebody who is not.
void CallCheck::report_circle(const std::vector<CallUse>& calls, const std::vector<bool>& is_settled) {
  const auto first = std::find(is_settled.begin(), is_settled.end(), false);
  if (first == is_settled.end()) return;
  std::vector<const CallUse*> way(is_settled.size());  // of each function not settled, to another one
  for (const CallUse& call : calls) {
    const auto callee = table_.find(call.field.value.text());
    if (!call.caller || !callee || is_settled[*callee] || is_settled[*call.caller]) continue;
    if (way[*call.caller] == nullptr) way[*call.caller] = &call;
  }
  std::vector<bool> is_on_way(is_settled.size());
  auto at = static_cast<std::size_t>(first - is_settled.begin());
  const auto behind = [&](std::size_t function) { return *table_.find(way[function]->field.value.text()); };
  while (!is_on_way[at]) {
    is_on_way[at] = true;
    at = behind(at);
  }
  std::string circle = in_quotes(table_.name(at));
  const std::size_t begin = at;
  std::size_t named = 0;
  constexpr std::size_t kMostNamed = 5;
  do {
    at = behind(at);
    if (named++ < kMostNamed || at == begin) circle += " calls " + in_quotes(table_.name(at)) + ", which";
    if (named == kMostNamed && behind(at) != begin) circle += " leads to others, of which one";
  } while (at != begin);
  circle.erase(circle.rfind(", which"));
  problems_.add(way[begin]->field.value.offset(),
                "{}: a function cannot call itself, directly or in a circle; take this call out, or go round with "
                "\"repeat\" or \"while\"",
                circle);
}

void CallCheck::settle(const CallUse& call) {
  const auto callee = table_.find(call.field.value.text());
  if (!callee) return;
  check_arguments(call, *callee);
  check_size(call, *callee);
}

void CallCheck::check_arguments(const CallUse& call, std::size_t callee) {
  const Signature& signature = table_.signature(callee);
  if (signature.is_broken) return;
  const std::string function = in_quotes(call.field.value.text());
  std::set<std::size_t> given;
  for (const PassedUse& passed : call.passed) {
    const std::string_view name = passed.field.key.text();
    const std::size_t offset = passed.field.key.offset();
    const auto parameter = signature.positions.find(std::string(name));
    if (parameter == signature.positions.end()) {
      const std::vector<std::string_view> names(signature.parameters.begin(), signature.parameters.end());
      problems_.add(offset, "function {} has no parameter {}{}", function, in_quotes(name), suggestion(name, names));
    } else if (!given.insert(parameter->second).second) {
      problems_.add(offset, "the key {} is given twice; keep one of them", in_quotes(name));
    } else {
      check_argument(call, passed, signature.needs[parameter->second]);
    }
  }
  if (call.is_broken || given.size() == signature.parameters.size()) return;
  std::size_t missing = 0;
  while (given.contains(missing)) ++missing;
  const std::size_t more = signature.parameters.size() - given.size() - 1;
  const std::string name = in_quotes(signature.parameters[missing]);
  problems_.add(call.arguments.value_or(call.field.value.offset()),
                "function {} needs an argument {}{}; write \"arguments\": {{{}: ...}}", function, name,
                more > 0 ? fmt::format(" and {} more", more) : "", name);
}

void CallCheck::check_argument(const CallUse& call, const PassedUse& passed, const ParameterNeeds& needs) {
  if (const auto* const number = std::get_if<Number>(&passed.value)) {
    return check_needs(passed.field, needs, *number, declarations_, problems_);
  }
  if (const auto* const text = std::get_if<std::string>(&passed.value)) {
    return check_needs(passed.field, needs, *text, declarations_, problems_);
  }
  if (passed.source == PassedUse::Source::parameter) {
    if (!call.caller) return;
    ParameterNeeds& of_caller = table_.needs(*call.caller, passed.position);
    for (const Need need : kNeeds) {
      if (!(of_caller.*need)) of_caller.*need = needs.*need;
    }
    return;
  }
  const bool is_index = passed.source == PassedUse::Source::index;
  const auto refuse = [&](const std::optional<ParameterUse>& need, std::string_view remedy) {
    if (!need) return false;
    problems_.add(passed.field.value.offset(), "{} is for \"{}\" in line {}, and {} is {}; {}",
                  in_quotes(passed.field.key.text()), need->verb, need->line,
                  in_quotes(std::get<Placeholder>(passed.value).name),
                  is_index ? "the index of a loop" : "a value of the task's own", remedy);
    return true;
  };
  for (const Need need : kNeedsOfNames) {
    if (refuse(needs.*need, "pass a name, or a parameter that is given one")) return;
  }
  for (const Need need : kNeedsOfQuantities) {
    if (!is_index && refuse(needs.*need, "pass a number, a parameter or an index")) return;
  }
}

void CallCheck::check_size(const CallUse& call, std::size_t callee) {
  const std::size_t offset = call.field.value.offset();
  const Size& size = sizes_[callee];
  const std::size_t depth = call.depth + 1 + size.depth;
  called_ += size.steps;
  if (depth > kMostRepeatDepth) {
    problems_.add(offset,
                  "steps stand within each other at most {} deep, also those of functions that they call; with this "
                  "call they do so {} deep",
                  kMostRepeatDepth, depth);
  } else if (called_ > kMostCalledSteps && !is_too_much_) {
    is_too_much_ = true;
    problems_.add(offset,
                  "with this call the functions that steps call come to more than 100 000 steps, counted wherever they "
                  "are called; call them in a \"repeat\" instead, or less often");
  }
  if (!call.caller) return;
  Size& of_caller = sizes_[*call.caller];
  of_caller.steps = std::min(of_caller.steps + size.steps, kMostCalledSteps + 1);
  of_caller.depth = std::min(std::max(of_caller.depth, depth), kMostRepeatDepth);
}

}  // namespace interleave
