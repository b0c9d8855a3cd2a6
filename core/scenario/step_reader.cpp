#include "core/scenario/step_reader.h"

#include <algorithm>
#include <fmt/ranges.h>
#include <iterator>
#include <span>
#include <utility>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/step_words.h"
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

// What a part lacks whose key is not there. An index may be left out.
void report_missing(const Field& /*verb*/, const auto& /*part*/, Problems& /*problems*/) {}
void report_missing(const Field& verb, const part::Made& made, Problems& problems) {
  problems.add(verb.key.offset(), "\"{}\" needs \"{}\", a whole number or an expression", verb.key.text(), made.key);
}
void report_missing(const Field& verb, const part::Own& own, Problems& problems) {
  problems.add(verb.key.offset(), "\"{}\" needs \"{}\", a name for the value that the task gets", verb.key.text(),
               own.key);
}
void report_missing(const Field& verb, const part::Body& body, Problems& problems) {
  if (body.may_be_missing) return;
  problems.add(verb.key.offset(), "\"{}\" needs \"{}\", {}", verb.key.text(), body.key, body.meaning);
}

using Names = std::vector<std::string>;

void add_name(Names& names, const std::string& name) {
  const auto place = std::lower_bound(names.begin(), names.end(), name);
  if (place == names.end() || *place != name) names.insert(place, name);
}

Names in_both(const Names& one, const Names& other) {
  Names both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return both;
}

// Which names have a value behind a step, and did `before` it, where they do behind each of its bodies.
Names names_behind(const auto& /*action*/, Names before, const std::vector<Names>& /*bodies*/) { return before; }
Names names_behind(const verb::Repeat& repeat, Names before, const std::vector<Names>& bodies) {
  const auto* const times = std::get_if<Number>(&repeat.times);
  const bool surely = times != nullptr && times->integer.value_or(0) > 0;
  return surely && !bodies.empty() ? bodies.front() : before;
}
Names names_behind(const verb::Branch& /*branch*/, Names before, const std::vector<Names>& bodies) {
  return bodies.size() == 2 ? in_both(bodies.front(), bodies.back()) : before;
}
Names names_behind(const verb::Lock& /*lock*/, Names before, const std::vector<Names>& bodies) {
  return bodies.empty() ? before : bodies.front();
}

}  // namespace

std::vector<Step> StepReader::read(const Field& steps, Signature& signature) {
  signature_ = &signature;
  with_value_.clear();
  set_anywhere_.clear();
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
  std::vector<OwnNames> behind_bodies;
  read_action({*verb, fields, step.position.line, behind_bodies}, step);
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
}

template <class OneAction>
void StepReader::read_parts(const Reading& reading, OneAction& action) {
  const bool is_too_deep = has_body<OneAction>() && indexes_.size() == kMostRepeatDepth;
  if (has_body<OneAction>()) indexes_.emplace_back();
  const OwnNames before = with_value_;
  for_each_part(action, [&](const auto& part, auto& value) {
    if (is_too_deep && part.key != reading.verb.key.text()) return;
    const Field* field = reading.fields.find(part.key);
    if (field != nullptr) return read_part(reading, *field, part, value);
    report_missing(reading.verb, part, problems_);
  });
  if (has_body<OneAction>()) {
    indexes_.pop_back();
    with_value_ = names_behind(action, before, reading.behind_bodies);
  }
  for_each_part(action, [&]<class Part>(const Part&, const auto& value) {
    if constexpr (std::same_as<Part, part::Own>) give_value(value);
  });
  if (is_too_deep) {
    problems_.add(reading.verb.key.offset(), "steps stand within each other at most {} deep; take this one out",
                  kMostRepeatDepth);
  }
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Body& /*body*/,
                           std::vector<Step>& value) {
  const OwnNames before = with_value_;
  value = read_list(field);
  reading.behind_bodies.push_back(std::exchange(with_value_, before));
}

void StepReader::give_value(const std::string& name) {
  if (name.empty()) return;
  add_name(with_value_, name);
  add_name(set_anywhere_, name);
}

bool StepReader::has_value(const std::string& name) const {
  return std::binary_search(with_value_.begin(), with_value_.end(), name);
}

void StepReader::check_placeholder(std::size_t offset, const std::string& name) {
  if (name == "task" || is_index(name) || has_value(name) || signature_->positions.contains(name)) return;
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
                          std::optional<ParameterUse> ParameterNeeds::*need) {
  const auto found = signature_->positions.find(parameter);
  if (found == signature_->positions.end()) return;
  auto& use = signature_->needs[found->second].*need;
  if (!use) use = ParameterUse{std::string(reading.verb.key.text()), reading.line};
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
  names.insert(names.end(), with_value_.begin(), with_value_.end());
  return names;
}

}  // namespace interleave
