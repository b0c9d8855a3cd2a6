#include "core/scenario/step_reader.h"

#include <algorithm>
#include <fmt/ranges.h>
#include <span>
#include <utility>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/step_words.h"
#include "core/scenario/text_template.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

// What does not go with the verb of its step, or would only go with one that is not there.
void check_companions(const Fields& fields, const VerbWords& verb, Problems& problems) {
  for (const Field& field : fields.in_order()) {
    const std::string_view key = field.key.text();
    const std::size_t offset = field.key.offset();
    if (key == verb.name || has_companion(verb, key)) continue;
    if (find_verb(key) != nullptr) {
      problems.add(offset, "a step has one verb, and this one has \"{}\" already; give \"{}\" a step of its own",
                   verb.name, key);
    } else if (const auto others = verbs_beside(key); !others.empty()) {
      problems.add(offset, "\"{}\" goes with {} only; leave it away here", key, in_quotes_each(others));
    } else {
      problems.add(offset, "\"{}\" is not supported by this version; leave it away", key);
    }
  }
}

// What a part lacks whose key is not there. All but bodies may be left out.
void report_missing(const Field& /*verb*/, const auto& /*part*/, Problems& /*problems*/) {}
void report_missing(const Field& verb, const part::Body& body, Problems& problems) {
  problems.add(verb.key.offset(), "\"{}\" needs \"{}\", {}", verb.key.text(), body.key, body.meaning);
}

}  // namespace

std::vector<Step> StepReader::read(const Field& steps, Signature& signature) {
  signature_ = &signature;
  return read_list(steps);
}

std::vector<Step> StepReader::read_list(const Field& steps) {
  std::vector<Step> list;
  if (!check_list(steps, "steps", problems_)) return list;
  for (const JsonValue value : steps.value) {
    if (auto step = read_step(value)) list.push_back(std::move(*step));
  }
  return list;
}

std::optional<Step> StepReader::read_step(JsonValue value) {
  const Fields fields(value, step_keys(), problems_);
  if (!fields.is_object()) return std::nullopt;
  const auto& in_order = fields.in_order();
  const auto verb = std::find_if(in_order.begin(), in_order.end(),
                                 [](const Field& field) { return find_verb(field.key.text()) != nullptr; });
  if (verb == in_order.end()) {
    if (!fields.has_unknown_keys()) {
      problems_.add(value.offset(), "a step has one of the keys {}", in_quotes_each(built_verbs()));
    }
    return std::nullopt;
  }
  Step step;
  step.id = step_id(offsets_.size());
  step.position = source_.position(value.offset());
  offsets_.push_back(value.offset());
  read_action({*verb, fields, step.position.line}, step);
  return step;
}

void StepReader::read_action(const Reading& reading, Step& step) {
  const VerbWords& verb = *find_verb(reading.verb.key.text());
  check_companions(reading.fields, verb, problems_);
  if (!verb.is_supported) return read_later_verb(reading, verb);
  step.action = empty_action(verb.name);
  std::visit([&](auto& action) { read_parts(reading, action); }, step.action);
}

void StepReader::read_later_verb(const Reading& reading, const VerbWords& verb) {
  problems_.add(reading.verb.key.offset(), "\"{}\" is not supported by this version; the steps are {}", verb.name,
                fmt::join(built_verbs(), ", "));
  const Field* body = reading.fields.find("steps");
  if (body != nullptr && has_companion(verb, "steps")) read_list(*body);
}

template <class OneAction>
void StepReader::read_parts(const Reading& reading, OneAction& action) {
  const bool is_too_deep = has_body<OneAction>() && indexes_.size() == kMostRepeatDepth;
  if (has_body<OneAction>()) indexes_.emplace_back();
  for_each_part(action, [&](const auto& part, auto& value) {
    if (is_too_deep && part.key != reading.verb.key.text()) return;
    const Field* field = reading.fields.find(part.key);
    if (field != nullptr) return read_part(reading, *field, part, value);
    report_missing(reading.verb, part, problems_);
  });
  if (has_body<OneAction>()) indexes_.pop_back();
  if (is_too_deep) {
    problems_.add(reading.verb.key.offset(), "repeats stand in each other at most {} deep; take this one out",
                  kMostRepeatDepth);
  }
}

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
  }
  value = indexes_.back() = *name;
}

void StepReader::read_part(const Reading& /*reading*/, const Field& field, const part::Body& /*body*/,
                           std::vector<Step>& value) {
  value = read_list(field);
}

// The name of a value that is one placeholder, where a number could stand.
std::optional<std::string> StepReader::read_placeholder(const Field& field, std::string_view example) {
  const std::size_t offset = field.value.offset();
  const std::string_view key = field.key.text();
  if (field.value.is(JsonKind::string)) {
    const auto pieces = parse_template(field.value.text());
    if (pieces && pieces.value().size() == 1 && pieces.value().front().is_placeholder) {
      const std::string& name = pieces.value().front().text;
      if (name == "task") {
        problems_.add(offset, "{{task}} is a name, and \"{}\" takes a number", key);
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

void StepReader::check_placeholder(std::size_t offset, const std::string& name) {
  if (name == "task" || is_index(name) || signature_->positions.contains(name)) return;
  if (signature_->is_broken) return;
  if (!problems_.wants(offset)) return;
  const std::vector<std::string_view> known = names_in_scope();
  const auto meant = nearest_name(name, known);
  constexpr std::size_t kMostNamed = 8;
  const auto named = std::span(known).first(std::min(known.size(), kMostNamed));
  const std::string hint =
      meant ? fmt::format("did you mean {{{}}}?", *meant)
            : fmt::format("known here: {{{}}}; a brace itself is written {{{{ or }}}}", fmt::join(named, "}, {"));
  problems_.add(offset, "unknown placeholder {}; {}", in_quotes("{" + name + "}"), hint);
}

void StepReader::note_use(const Reading& reading, const std::string& parameter,
                          std::optional<QuantityUse> ParameterNeeds::*need) {
  const auto found = signature_->positions.find(parameter);
  if (found == signature_->positions.end()) return;
  auto& use = signature_->needs[found->second].*need;
  if (!use) use = QuantityUse{std::string(reading.verb.key.text()), reading.line};
}

bool StepReader::is_index(const std::string& name) const {
  return std::find(indexes_.begin(), indexes_.end(), name) != indexes_.end();
}

std::vector<std::string_view> StepReader::names_in_scope() const {
  std::vector<std::string_view> names = {"task"};
  for (const std::string& name : indexes_) {
    if (!name.empty()) names.push_back(name);
  }
  names.insert(names.end(), signature_->parameters.begin(), signature_->parameters.end());
  return names;
}

}  // namespace interleave
