// How what stands at the keys of a step is read, part by part.
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/text_template.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

std::optional<ParameterUse> ParameterNeeds::*need_of(SharedUse use) {
  switch (use) {
    case SharedUse::variable:
      return &ParameterNeeds::variable;
    case SharedUse::lock:
      return &ParameterNeeds::lock;
    case SharedUse::queue:
      break;
  }
  return &ParameterNeeds::queue;
}

// The name of the placeholder that the text is, if it is one and nothing else.
std::optional<std::string> sole_placeholder(std::string_view text) {
  const auto pieces = parse_template(text);
  const bool is_one = pieces && pieces.value().size() == 1 && pieces.value().front().is_placeholder;
  return is_one ? std::optional(pieces.value().front().text) : std::nullopt;
}

// Words of expressions and of texts, which can name nothing.
constexpr std::array<std::string_view, 4> kTakenNames = {"and", "or", "not", "task"};

// Whether an expression can name it.
bool is_bare_name(std::string_view name) {
  const auto parsed = parse_condition(name);
  return parsed && parsed.value().nodes.size() == 1 && parsed.value().whole().kind == Expression::Kind::name &&
         parsed.value().whole().name == name;
}

}  // namespace

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Text& text, std::string& value) {
  const std::size_t offset = field.value.offset();
  if (!field.value.is(JsonKind::string)) {
    problems_.add(offset, "\"{}\" is {}, in double quotes, and not {}", text.key, text.meaning, describe(field.value));
    return;
  }
  value = field.value.text();
  const auto pieces = parse_template(value);
  if (!pieces) {
    problems_.add(offset, "{}", pieces.error().message);
    return;
  }
  for (const TextPiece& piece : pieces.value()) {
    if (piece.is_placeholder) check_placeholder(offset, piece.text);
  }
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Seconds& /*seconds*/,
                           Quantity& value) {
  if (field.value.is(JsonKind::number)) {
    read_duration(field, Duration::zero(), kLongestDuration, problems_);
    value = read_number(field.value.text());
  } else if (auto name = read_placeholder(field, "seconds")) {
    note_use(reading, *name, &ParameterNeeds::seconds);
    value = Placeholder{std::move(*name)};
  }
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Count& count, Quantity& value) {
  if (field.value.is(JsonKind::number)) {
    Number number = read_number(field.value.text());
    const std::size_t offset = field.value.offset();
    if (is_beyond_integers(number)) {
      problems_.add(offset, "{} times are more than the 10 000 000 steps of a scenario; repeat less often",
                    describe(field.value));
    } else if (!number.integer || *number.integer < 0) {
      problems_.add(offset, "\"{}\" takes a whole number of times, 0 or more, and not {}", count.key,
                    describe(field.value));
    }
    value = std::move(number);
  } else if (auto name = read_placeholder(field, "times")) {
    note_use(reading, *name, &ParameterNeeds::count);
    value = Placeholder{std::move(*name)};
  }
}

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Index& /*index*/,
                           std::string& value) {
  const auto name = read_name(field.value, "an index", problems_);
  if (!name) return;
  const std::size_t offset = field.value.offset();
  if (*name == "task") {
    problems_.add(offset, R"("task" is the task's own name; give the index another one)");
  } else if (is_index(*name)) {
    problems_.add(offset, "{} is the index of a repeat around this one; give this index another name",
                  in_quotes(*name));
  } else if (signature_->positions.contains(*name)) {
    problems_.add(offset, "{} is a parameter of the function; give the index another name", in_quotes(*name));
  } else if (std::binary_search(set_anywhere_.begin(), set_anywhere_.end(), *name)) {
    problems_.add(offset, "{} is a value that a step above sets; give the index another name", in_quotes(*name));
  }
  value = indexes_.back() = *name;
}

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Own& own, std::string& value) {
  const auto name = read_own(field.value);
  if (!name) return;
  value = *name;
  if (own.is_for_body) give_value(value);
}

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Owns& owns, OneOrMore& value) {
  value.is_list = field.value.is(JsonKind::array);
  if (!value.is_list) {
    if (const auto name = read_own(field.value)) value.names.push_back(*name);
    return;
  }
  for (const JsonValue one : field.value) {
    const auto name = read_own(one);
    if (name && std::find(value.names.begin(), value.names.end(), *name) != value.names.end()) {
      problems_.add(one.offset(), "{} is there twice; give each task's value a name of its own", in_quotes(*name));
    }
    value.names.push_back(name.value_or(""));
  }
  if (value.names.empty()) {
    problems_.add(field.value.offset(), "\"{}\" is an empty list; leave it away, or name the values", owns.key);
  }
}

// The name for a value of the task's own.
std::optional<std::string> StepReader::read_own(JsonValue value) {
  const auto name = read_name(value, "a value's name", problems_);
  if (!name) return std::nullopt;
  const std::size_t offset = value.offset();
  if (std::find(kTakenNames.begin(), kTakenNames.end(), *name) != kTakenNames.end() || !is_bare_name(*name)) {
    problems_.add(offset, "{} cannot name a value; take a letter, then letters, digits and _", in_quotes(*name));
  } else if (signature_->positions.contains(*name)) {
    problems_.add(offset, "{} is a parameter of the function; give the value another name", in_quotes(*name));
  } else if (is_index(*name)) {
    problems_.add(offset, "{} is the index of a repeat around this step; give the value another name",
                  in_quotes(*name));
  }
  return name;
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::OtherTask& /*task*/,
                           std::string& value) {
  read_task(reading, field.value, value);
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::OtherTasks& tasks,
                           OneOrMore& value) {
  value.is_list = field.value.is(JsonKind::array);
  if (!value.is_list) {
    if (tasks.is_always_list) {
      problems_.add(field.value.offset(), "\"{}\" is a list of the names of tasks, [...], and not {}", tasks.key,
                    describe(field.value));
      return;
    }
    return read_task(reading, field.value, value.names.emplace_back());
  }
  for (const JsonValue one : field.value) {
    std::string name;
    read_task(reading, one, name);
    if (!name.empty() && std::find(value.names.begin(), value.names.end(), name) != value.names.end()) {
      problems_.add(one.offset(), "{} is there twice; name each task once", in_quotes(name));
    }
    value.names.push_back(std::move(name));
  }
  if (value.names.empty()) {
    problems_.add(field.value.offset(), "\"{}\" is an empty list; name at least one task", tasks.key);
  }
}

// Which tasks there are is known only when all steps have been read.
void StepReader::read_task(const Reading& reading, JsonValue value, std::string& name) {
  if (auto read = read_name(value, "the name of a task", problems_)) {
    task_uses_.push_back({value.offset(), *read, std::string(reading.verb.key.text())});
    name = std::move(*read);
  }
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Timeout& /*timeout*/,
                           std::optional<Quantity>& value) {
  read_part(reading, field, part::Seconds{"timeout"}, value.emplace());
}

// Whether a text that the step gets by a parameter may be passed on by it.
bool StepReader::may_be_text(const Reading& reading) {
  const std::string_view verb = reading.verb.key.text();
  return verb == name(Verb::set) || verb == name(Verb::give_back);
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Made& made, Expression& value) {
  if (field.value.is(JsonKind::number)) {
    const Number number = read_number(field.value.text());
    if (!number.integer) {
      problems_.add(field.value.offset(), "\"{}\" takes a whole number of at most 64 bits, and not {}", made.key,
                    describe(field.value));
    }
    value = whole_number(number.integer.value_or(0));
    return;
  }
  if (!field.value.is(JsonKind::string)) {
    problems_.add(field.value.offset(), "\"{}\" takes a whole number or an expression, and not {}", made.key,
                  describe(field.value));
    return;
  }
  take_expression(reading, field, parse_number_expression(field.value.text()), value);
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Condition& condition,
                           Expression& value) {
  if (!field.value.is(JsonKind::string)) {
    problems_.add(field.value.offset(), "\"{}\" takes a condition, such as \"left > 0\", and not {}", condition.key,
                  describe(field.value));
    return;
  }
  take_expression(reading, field, parse_condition(field.value.text()), value);
}

void StepReader::take_expression(const Reading& reading, const Field& field, Result<Expression, ExpressionError> parsed,
                                 Expression& value) {
  // Behind the quote; a text with escapes is longer in the file, and only its beginning is told.
  const std::size_t quote = field.value.is(JsonKind::string) ? 1 : 0;
  const std::size_t begin = field.value.offset() + quote;
  const bool is_verbatim = source_.text().substr(begin).starts_with(field.value.text());
  const auto offset_of = [&](std::size_t column) { return is_verbatim ? begin + column : field.value.offset(); };
  if (!parsed) {
    problems_.add(offset_of(parsed.error().column), "{}", parsed.error().message);
    return;
  }
  value = std::move(parsed).value();
  for (const Expression::Node& node : value.nodes) check_operand(reading, offset_of(node.column), node);
}

void StepReader::check_operand(const Reading& reading, std::size_t offset, const Expression::Node& node) {
  if (node.kind != Expression::Kind::name && node.kind != Expression::Kind::placeholder) return;
  const std::string& name = node.name;
  if (has_value(name) || is_index(name)) return;
  if (signature_->positions.contains(name)) {
    const bool is_passed_on = node.kind == Expression::Kind::placeholder && may_be_text(reading);
    return note_use(reading, name, is_passed_on ? &ParameterNeeds::value : &ParameterNeeds::number);
  }
  if (signature_->is_broken || !problems_.wants(offset)) return;
  if (std::binary_search(set_anywhere_.begin(), set_anywhere_.end(), name)) {
    problems_.add(offset, "{} has no value here on some way through the steps; set it before", in_quotes(name));
    return;
  }
  std::vector<std::string_view> names = names_in_scope();
  std::erase(names, "task");
  problems_.add(offset, "there is no value {} here{}", in_quotes(name), suggestion(name, names));
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Shared& shared, SharedName& value) {
  const std::size_t offset = field.value.offset();
  const auto placeholder = field.value.is(JsonKind::string) ? sole_placeholder(field.value.text()) : std::nullopt;
  if (!placeholder) {
    const auto name = read_name(field.value, fmt::format("the name of a {}", noun(shared.use)), problems_);
    if (!name) return;
    if (const std::string problem = declarations_.problem_with(*name, shared.use); !problem.empty()) {
      problems_.add(offset, "{}", problem);
    }
    value = *name;
    return;
  }
  if (*placeholder == "task" || is_index(*placeholder) || has_value(*placeholder)) {
    problems_.add(offset, "\"{}\" takes the name of a {} here, or a parameter that is given one", shared.key,
                  noun(shared.use));
    return;
  }
  check_placeholder(offset, *placeholder);
  note_use(reading, *placeholder, need_of(shared.use));
  value = Placeholder{*placeholder};
}

// The name of a value that is one placeholder, where a number could stand.
std::optional<std::string> StepReader::read_placeholder(const Field& field, std::string_view example) {
  const std::size_t offset = field.value.offset();
  const std::string_view key = field.key.text();
  if (field.value.is(JsonKind::string)) {
    if (auto placeholder = sole_placeholder(field.value.text())) {
      const std::string& name = *placeholder;
      if (name == "task") {
        problems_.add(offset, "{{task}} is a name, and \"{}\" takes a number", key);
      } else if (has_value(name)) {
        problems_.add(offset, "\"{}\" takes an argument or an index, and {} is a value of the task's own", key,
                      in_quotes(name));
      } else {
        check_placeholder(offset, name);
      }
      return name;
    }
  }
  problems_.add(offset, "\"{}\" takes a number without quotes, or one placeholder such as \"{{{}}}\", and not {}", key,
                example, describe(field.value));
  return std::nullopt;
}

}  // namespace interleave
