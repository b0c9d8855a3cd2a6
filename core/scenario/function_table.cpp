#include "core/scenario/function_table.h"

#include <array>

#include "core/base/utf8.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

constexpr std::array<std::string_view, 2> kKeysOfFunction = {"parameters", "steps"};
constexpr std::array kFunctionSynonyms = {Synonym{"arguments", "parameters"}, Synonym{"args", "parameters"},
                                          Synonym{"body", "steps"}};
constexpr KnownKeys kFunctionKeys = {"a function", kKeysOfFunction, R"("parameters" and "steps")", kFunctionSynonyms};

}  // namespace

std::vector<Function> FunctionTable::read(const Field& functions, const SourceText& source, StepReader& steps) {
  std::vector<Function> list;
  if (!functions.value.is(JsonKind::object)) {
    problems_.add(functions.value.offset(), R"("functions" is an object, {{"name": {{"steps": [...]}}}}, and not {})",
                  describe(functions.value));
    return list;
  }
  for_each_field(functions.value, [&](const Field& field) {
    if (auto function = read_function(field, source, steps)) list.push_back(std::move(*function));
  });
  return list;
}

std::optional<std::size_t> FunctionTable::find(std::string_view name) const {
  const auto found = positions_.find(std::string(name));
  return found == positions_.end() ? std::nullopt : std::optional(found->second);
}

std::string FunctionTable::hint(std::string_view name) const {
  if (names_.empty()) return R"(; this file has no "functions")";
  const std::string meant = suggestion(name, names_);
  return meant.empty() ? fmt::format("; one that exists is {}", in_quotes(names_.front())) : meant;
}

std::optional<Function> FunctionTable::read_function(const Field& field, const SourceText& source, StepReader& steps) {
  const auto name = read_name(field.key, "a function's name", problems_);
  const Fields fields(field.value, kFunctionKeys, problems_);
  Signature signature;
  signature.is_broken = !fields.is_object();
  Function function;
  function.position = source.position(field.key.offset());
  if (const Field* parameters = fields.find("parameters")) read_parameters(*parameters, signature);
  if (const Field* body = fields.find("steps")) {
    function.steps = steps.read(*body, signature);
  } else if (fields.is_object()) {
    problems_.add(field.key.offset(), R"(a function needs "steps", the list of what it does)");
  }
  if (!name) return std::nullopt;
  if (!positions_.emplace(*name, signatures_.size()).second) {
    problems_.add(field.key.offset(), "a function of the name {} exists already; give this one another name",
                  in_quotes(*name));
    return std::nullopt;
  }
  steps.note_caller(signatures_.size());
  function.name = *name;
  function.parameters = signature.parameters;
  names_.push_back(field.key.text());
  signatures_.push_back(std::move(signature));
  return function;
}

void FunctionTable::read_parameters(const Field& field, Signature& signature) {
  signature.is_broken = !check_list(field, "names", problems_);
  if (signature.is_broken) return;
  for (const JsonValue value : field.value) {
    const auto name = read_name(value, "a parameter", problems_);
    if (!name) {
      signature.is_broken = true;
    } else if (*name == "task") {
      problems_.add(value.offset(), R"("task" is the task's own name; give the parameter another one)");
    } else if (!signature.positions.emplace(*name, signature.parameters.size()).second) {
      problems_.add(value.offset(), "the parameter {} is given twice; keep one of them", in_quotes(*name));
    } else {
      signature.parameters.push_back(*name);
    }
  }
  signature.needs.resize(signature.parameters.size());
}

}  // namespace interleave
