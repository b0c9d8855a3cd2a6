#include "core/scenario/argument_needs.h"

#include <optional>
#include <string>

#include "core/base/utf8.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

void check_name(const Field& field, const std::optional<ParameterUse>& need, SharedUse use, const Argument& argument,
                const Declarations& declarations, Problems& problems) {
  if (!need) return;
  const std::size_t offset = field.value.offset();
  const auto* const name = std::get_if<std::string>(&argument);
  if (name == nullptr || name->empty()) {
    problems.add(offset, "{} is the {} of \"{}\" in line {}: write its name, in double quotes, and not {}",
                 in_quotes(field.key.text()), noun(use), need->verb, need->line, describe(field.value));
  } else if (const std::string problem = declarations.problem_with(*name, use); !problem.empty()) {
    problems.add(offset, "{} (for \"{}\" in line {})", problem, need->verb, need->line);
  }
}

}  // namespace

void check_needs(const Field& field, const ParameterNeeds& needs, const Argument& argument,
                 const Declarations& declarations, Problems& problems) {
  const auto* number = std::get_if<Number>(&argument);
  const std::size_t offset = field.value.offset();
  if (needs.seconds && (number == nullptr || !number->duration)) {
    problems.add(offset, "{} is the seconds of \"{}\" in line {}: write a number from 0 to 86400, and not {}",
                 in_quotes(field.key.text()), needs.seconds->verb, needs.seconds->line, describe(field.value));
  } else if (needs.count && (number == nullptr || !number->integer || *number->integer < 0)) {
    problems.add(offset,
                 "{} is how often \"repeat\" in line {} goes round: write a whole number, 0 or more, and not {}",
                 in_quotes(field.key.text()), needs.count->line, describe(field.value));
  } else if (needs.number && (number == nullptr || !number->integer)) {
    problems.add(offset, "{} stands in the expression of \"{}\" in line {}: write a whole number, and not {}",
                 in_quotes(field.key.text()), needs.number->verb, needs.number->line, describe(field.value));
  }
  if (needs.value && number != nullptr && !number->integer) {
    problems.add(offset, "{} is a value of \"{}\" in line {}: write a whole number or a text, and not {}",
                 in_quotes(field.key.text()), needs.value->verb, needs.value->line, describe(field.value));
  }
  check_name(field, needs.variable, SharedUse::variable, argument, declarations, problems);
  check_name(field, needs.lock, SharedUse::lock, argument, declarations, problems);
  check_name(field, needs.queue, SharedUse::queue, argument, declarations, problems);
}

}  // namespace interleave
