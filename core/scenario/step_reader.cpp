#include "core/scenario/step_reader.h"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>
#include <span>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/text_template.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

constexpr std::array<std::string_view, 5> kVerbs = {"print", "sleep", "block", "compute", "repeat"};
constexpr std::array<std::string_view, 8> kLaterVerbs = {"lock",  "acquire", "release", "read",
                                                         "write", "start",   "await",   "raise"};
constexpr std::array<std::string_view, 3> kLaterKeys = {"into", "from", "plus"};
constexpr std::array<std::string_view, 18> kAllKeys = {"print", "sleep", "block",   "compute", "repeat", "index",
                                                       "steps", "lock",  "acquire", "release", "read",   "write",
                                                       "start", "await", "raise",   "into",    "from",   "plus"};
constexpr std::string_view kOffered = R"("print", "sleep", "block", "compute", "repeat", "index", "steps")";
constexpr KnownKeys kStepKeys = {"a step", kAllKeys, kOffered};

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_verb(std::string_view key) { return is_one_of(key, kVerbs) || is_one_of(key, kLaterVerbs); }

Verb verb_named(std::string_view key) {
  return static_cast<Verb>(std::find(kVerbs.begin(), kVerbs.end(), key) - kVerbs.begin());
}

// What does not go with the verb of its step, or would only go with one that is not there.
void check_companions(const Fields& fields, std::string_view verb, Problems& problems) {
  const bool has_body = verb == "repeat" || verb == "lock";
  for (const Field& field : fields.in_order()) {
    const std::string_view key = field.key.text();
    const std::size_t offset = field.key.offset();
    if ((key == "index" && verb != "repeat") || (key == "steps" && !has_body)) {
      problems.add(offset, "\"{}\" goes with \"repeat\" only; leave it away here", key);
    } else if (is_one_of(key, kLaterKeys) && !is_one_of(verb, kLaterVerbs)) {
      problems.add(offset, "\"{}\" is not supported by this version; leave it away", key);
    } else if (is_verb(key) && key != verb) {
      problems.add(offset, "a step has one verb, and this one has \"{}\" already; give \"{}\" a step of its own", verb,
                   key);
    }
  }
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
  const Fields fields(value, kStepKeys, problems_);
  if (!fields.is_object()) return std::nullopt;
  const auto& in_order = fields.in_order();
  const auto verb =
      std::find_if(in_order.begin(), in_order.end(), [](const Field& field) { return is_verb(field.key.text()); });
  if (verb == in_order.end()) {
    if (!fields.has_unknown_keys()) {
      problems_.add(value.offset(), R"(a step has one of the keys "print", "sleep", "block", "compute", "repeat")");
    }
    return std::nullopt;
  }
  Step step;
  step.id = step_id(offsets_.size());
  step.position = source_.position(value.offset());
  offsets_.push_back(value.offset());
  check_companions(fields, verb->key.text(), problems_);
  read_verb(*verb, fields, step);
  return step;
}

void StepReader::read_verb(const Field& verb, const Fields& fields, Step& step) {
  const std::string_view name = verb.key.text();
  if (is_one_of(name, kLaterVerbs)) {
    problems_.add(verb.key.offset(), "\"{}\" is not supported by this version; the steps are {}", name,
                  fmt::join(kVerbs, ", "));
    const Field* body = fields.find("steps");
    if (name == "lock" && body != nullptr) read_list(*body);
    return;
  }
  step.verb = verb_named(name);
  if (step.verb == Verb::print) {
    read_print(verb, step);
  } else {
    step.amount = read_quantity(verb, step.verb, step.position.line);
  }
  if (step.verb == Verb::repeat) read_repeat(verb, fields, step);
}

void StepReader::read_repeat(const Field& verb, const Fields& fields, Step& step) {
  if (indexes_.size() == kMostRepeatDepth) {
    problems_.add(verb.key.offset(), "repeats stand in each other at most {} deep; take this one out",
                  kMostRepeatDepth);
    return;
  }
  if (const Field* field = fields.find("index")) step.index = read_index(*field);
  const Field* body = fields.find("steps");
  if (body == nullptr) {
    problems_.add(verb.key.offset(), R"("repeat" needs "steps", the list of what to do each time)");
    return;
  }
  indexes_.push_back(step.index);
  step.steps = read_list(*body);
  indexes_.pop_back();
}

std::string StepReader::read_index(const Field& field) {
  const auto name = read_name(field.value, "an index", problems_);
  if (!name) return {};
  const std::size_t offset = field.value.offset();
  if (*name == "task") {
    problems_.add(offset, R"("task" is the task's own name; give the index another one)");
  } else if (is_index(*name)) {
    problems_.add(offset, "{} is the index of a repeat around this one; give this index another name",
                  in_quotes(*name));
  } else if (signature_->positions.contains(*name)) {
    problems_.add(offset, "{} is a parameter of the function; give the index another name", in_quotes(*name));
  }
  return *name;
}

void StepReader::read_print(const Field& field, Step& step) {
  const std::size_t offset = field.value.offset();
  if (!field.value.is(JsonKind::string)) {
    problems_.add(offset, "\"print\" is the text to print, in double quotes, and not {}", describe(field.value));
    return;
  }
  step.text = field.value.text();
  const auto pieces = parse_template(step.text);
  if (!pieces) {
    problems_.add(offset, "{}", pieces.error().message);
    return;
  }
  for (const TextPiece& piece : pieces.value()) {
    if (piece.is_placeholder) check_placeholder(offset, piece.text);
  }
}

Quantity StepReader::read_quantity(const Field& field, Verb verb, std::size_t line) {
  const std::size_t offset = field.value.offset();
  if (field.value.is(JsonKind::number)) {
    Number number = read_number(field.value.text());
    check_number(field, verb, number);
    return number;
  }
  const std::string_view key = field.key.text();
  if (field.value.is(JsonKind::string)) {
    const auto pieces = parse_template(field.value.text());
    if (pieces && pieces.value().size() == 1 && pieces.value().front().is_placeholder) {
      const std::string& name = pieces.value().front().text;
      if (name == "task") {
        problems_.add(offset, "{{task}} is a name, and \"{}\" takes a number", key);
      } else {
        check_placeholder(offset, name);
        note_use(name, verb, std::string(key), line);
      }
      return Placeholder{name};
    }
  }
  problems_.add(offset, "\"{}\" takes a number without quotes, or one placeholder such as \"{{{}}}\", and not {}", key,
                verb == Verb::repeat ? "times" : "seconds", describe(field.value));
  return {};
}

void StepReader::check_number(const Field& field, Verb verb, const Number& number) {
  const std::size_t offset = field.value.offset();
  if (verb != Verb::repeat) {
    read_duration(field, Duration::zero(), kLongestDuration, problems_);
  } else if (is_beyond_integers(number)) {
    problems_.add(offset, "{} times are more than the 10 000 000 steps of a scenario; repeat less often",
                  describe(field.value));
  } else if (!number.integer || *number.integer < 0) {
    problems_.add(offset, "\"repeat\" takes a whole number of times, 0 or more, and not {}", describe(field.value));
  }
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

void StepReader::note_use(const std::string& parameter, Verb verb, const std::string& verb_name, std::size_t line) {
  const auto found = signature_->positions.find(parameter);
  if (found == signature_->positions.end()) return;
  ParameterNeeds& needs = signature_->needs[found->second];
  auto& use = verb == Verb::repeat ? needs.count : needs.seconds;
  if (!use) use = QuantityUse{verb_name, line};
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
