// How what stands at the keys of a step that calls a function is read.
#include <utility>

#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/text_template.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Callee& callee,
                           std::string& value) {
  if (!field.value.is(JsonKind::string)) {
    problems_.add(field.value.offset(), "\"{}\" is the name of a function, and not {}", callee.key,
                  describe(field.value));
    return;
  }
  value = field.value.text();
  call_uses_.push_back({.field = field, .depth = indexes_.size()});
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Arguments& /*arguments*/,
                           std::vector<PassedArgument>& value) {
  if (!field.value.is(JsonKind::object)) {
    problems_.add(field.value.offset(), R"("arguments" is an object, {{"parameter": value}}, and not {})",
                  describe(field.value));
  }
  const bool is_known = reading.verb.value.is(JsonKind::string);
  if (is_known) call_uses_.back().arguments = field.value.offset();
  if (is_known) call_uses_.back().is_broken = !field.value.is(JsonKind::object);
  if (!field.value.is(JsonKind::object)) return;
  for_each_field(field.value, [&](const Field& argument) {
    auto passed = read_passed(argument);
    if (!is_known) return;
    if (!passed) {
      call_uses_.back().is_broken = true;
      return;
    }
    value.push_back({std::string(argument.key.text()), passed->value});
    call_uses_.back().passed.push_back(std::move(*passed));
  });
}

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Flag& /*flag*/, bool& value) {
  value = read_boolean(field, problems_).value_or(false);
}

void StepReader::check_whole(const Reading& reading, const verb::Call& call) {
  const Field* const into = reading.fields.find("into");
  if (into == nullptr) return;
  if (call.into.is_list) {
    problems_.add(into->value.offset(), R"("into" takes one name here, for what the function returns)");
  } else if (call.forget) {
    problems_.add(into->key.offset(), "what is forgotten gives no value; leave out \"into\", or \"forget\"");
  }
}

std::optional<PassedUse> StepReader::read_passed(const Field& field) {
  const std::size_t offset = field.value.offset();
  if (field.value.is(JsonKind::number)) return PassedUse{.field = field, .value = read_number(field.value.text())};
  if (!field.value.is(JsonKind::string)) {
    problems_.add(offset, "an argument is text or a number, and not {}", describe(field.value));
    return std::nullopt;
  }
  const auto parsed = parse_template(field.value.text());
  if (!parsed) {
    problems_.add(offset, "{}", parsed.error().message);
    return std::nullopt;
  }
  const std::vector<TextPiece>& pieces = parsed.value();
  if (pieces.empty()) return PassedUse{.field = field, .value = std::string()};
  if (pieces.size() > 1 || (pieces.front().is_placeholder && pieces.front().text == "task")) {
    problems_.add(
        offset,
        "an argument of a step is a text without placeholders, or one placeholder alone such as \"{{left}}\", "
        "and not {}; the function itself knows {{task}}",
        describe(field.value));
    return std::nullopt;
  }
  const std::string& text = pieces.front().text;
  if (!pieces.front().is_placeholder) return PassedUse{.field = field, .value = text};
  check_placeholder(offset, text);
  PassedUse passed{.field = field, .value = Placeholder{text}};
  if (is_index(text)) {
    passed.source = PassedUse::Source::index;
  } else if (has_value(text)) {
    passed.source = PassedUse::Source::own;
  } else if (const auto found = signature_->positions.find(text); found != signature_->positions.end()) {
    passed.source = PassedUse::Source::parameter;
    passed.position = found->second;
  } else {
    return std::nullopt;
  }
  return passed;
}

}  // namespace interleave
