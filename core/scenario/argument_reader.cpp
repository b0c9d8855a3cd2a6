#include "core/scenario/argument_reader.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/scenario/argument_needs.h"
#include "core/scenario/decimal.h"
#include "core/scenario/text_template.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

bool names_task(JsonValue value) {
  if (!value.is(JsonKind::string)) return false;
  const auto pieces = parse_template(value.text());
  return pieces && std::any_of(pieces.value().begin(), pieces.value().end(),
                               [](const TextPiece& piece) { return piece.is_placeholder; });
}

}  // namespace

std::vector<Argument> ArgumentReader::read(const Field& call, const Field* arguments) {
  if (arguments != nullptr && !arguments->value.is(JsonKind::object)) {
    problems_.add(arguments->value.offset(), R"("arguments" is an object, {{"parameter": value}}, and not {})",
                  describe(arguments->value));
    return {};
  }
  if (arguments != nullptr) {
    for_each_field(arguments->value, [&](const Field& field) { read_one(call, field); });
  }
  if (signature_ == nullptr || signature_->is_broken) return {};
  if (given_.size() < signature_->parameters.size()) {
    report_missing(call, arguments == nullptr ? call.value.offset() : arguments->value.offset());
    return {};
  }
  std::vector<Argument> in_order;
  in_order.reserve(given_.size());
  for (auto& [position, argument] : given_) in_order.push_back(std::move(argument));
  return in_order;
}

std::vector<std::string> ArgumentReader::templates() const {
  std::vector<std::string> in_order;
  if (templates_.empty()) return in_order;
  in_order.resize(signature_->parameters.size());
  for (const auto& [position, text] : templates_) in_order[position] = text;
  return in_order;
}

void ArgumentReader::read_one(const Field& call, const Field& field) {
  auto argument = read_value(field);
  if (signature_ == nullptr) return;
  const auto parameter = signature_->positions.find(std::string(field.key.text()));
  if (parameter == signature_->positions.end()) {
    report_unknown(call, field);
    return;
  }
  const std::size_t position = parameter->second;
  if (argument) check_needs(field, signature_->needs[position], *argument, declarations_, problems_);
  if (argument && names_task(field.value)) templates_.emplace(position, field.value.text());
  if (!given_.emplace(position, argument.value_or("")).second) {
    problems_.add(field.key.offset(), "the key {} is given twice; keep one of them", in_quotes(field.key.text()));
  }
}

std::optional<Argument> ArgumentReader::read_value(const Field& field) {
  if (field.value.is(JsonKind::number)) return read_number(field.value.text());
  if (field.value.is(JsonKind::string)) return read_text(field);
  problems_.add(field.value.offset(), "an argument is text or a number, and not {}", describe(field.value));
  return std::nullopt;
}

std::optional<std::string> ArgumentReader::read_text(const Field& field) {
  const std::size_t offset = field.value.offset();
  const auto pieces = parse_template(field.value.text());
  if (!pieces) {
    problems_.add(offset, "{}", pieces.error().message);
    return std::nullopt;
  }
  std::string text;
  for (const TextPiece& piece : pieces.value()) {
    if (piece.is_placeholder && piece.text != "task") {
      problems_.add(offset, "unknown placeholder {}; an argument knows {{task}} only, the name of its task",
                    in_quotes("{" + piece.text + "}"));
      return std::nullopt;
    }
    text += piece.is_placeholder ? task_name_ : piece.text;
  }
  return text;
}

void ArgumentReader::report_unknown(const Field& call, const Field& field) {
  const std::size_t offset = field.key.offset();
  if (signature_->is_broken || !problems_.wants(offset)) return;
  const std::vector<std::string_view> names(signature_->parameters.begin(), signature_->parameters.end());
  problems_.add(offset, "function {} has no parameter {}{}", in_quotes(call.value.text()), in_quotes(field.key.text()),
                suggestion(field.key.text(), names));
}

void ArgumentReader::report_missing(const Field& call, std::size_t offset) {
  if (!problems_.wants(offset)) return;
  std::size_t missing = 0;
  while (given_.contains(missing)) ++missing;
  const std::string name = in_quotes(signature_->parameters[missing]);
  const std::size_t count = signature_->parameters.size() - given_.size();
  const std::string more = count > 1 ? fmt::format(" and {} more", count - 1) : "";
  problems_.add(offset, "function {} needs an argument {}{}; write \"arguments\": {{{}: ...}}",
                in_quotes(call.value.text()), name, more, name);
}

}  // namespace interleave
