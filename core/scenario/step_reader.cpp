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

// What does not go with the verb of its step.
void check_companions(const Fields& fields, const VerbWords& verb, Problems& problems) {
  for (const Field& field : fields.in_order()) {
    const std::string_view key = field.key.text();
    const std::size_t offset = field.key.offset();
    if (key == verb.name || has_companion(verb, key)) continue;
    if (find_verb(key) != nullptr) {
      problems.add(offset, "a step has one verb, and this one has \"{}\" already; give \"{}\" a step of its own",
                   verb.name, key);
    } else {
      problems.add(offset, "\"{}\" goes with {} only; leave it away here", key, in_quotes_each(verbs_beside(key)));
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

void add_name(std::vector<std::string>& names, const std::string& name) {
  const auto place = std::lower_bound(names.begin(), names.end(), name);
  if (place == names.end() || *place != name) names.insert(place, name);
}

// Where two ways meet.
KnownValues met(const KnownValues& one, const KnownValues& other) {
  if (!one.is_reached) return other;
  if (!other.is_reached) return one;
  KnownValues both;
  std::set_intersection(one.names.begin(), one.names.end(), other.names.begin(), other.names.end(),
                        std::back_inserter(both.names));
  return both;
}

// What has a value behind a step, where that did `before` it, and this does behind each of its bodies.
KnownValues known_behind(const auto& /*action*/, KnownValues before, const std::vector<KnownValues>& /*bodies*/) {
  return before;
}
KnownValues known_behind(const verb::Repeat& repeat, KnownValues before, const std::vector<KnownValues>& bodies) {
  const auto* const times = std::get_if<Number>(&repeat.times);
  const bool surely = times != nullptr && times->integer.value_or(0) > 0;
  return surely && !bodies.empty() ? bodies.front() : before;
}
KnownValues known_behind(const verb::AsCompleted& /*each*/, KnownValues before,
                         const std::vector<KnownValues>& bodies) {
  return bodies.empty() ? before : bodies.front();
}
KnownValues known_behind(const verb::Branch& /*branch*/, KnownValues before, const std::vector<KnownValues>& bodies) {
  if (bodies.empty()) return before;
  return met(bodies.front(), bodies.size() == 2 ? bodies.back() : before);
}
KnownValues known_behind(const verb::Lock& /*lock*/, KnownValues before, const std::vector<KnownValues>& bodies) {
  return bodies.empty() ? before : bodies.front();
}
KnownValues known_behind(const verb::Try& attempt, KnownValues before, const std::vector<KnownValues>& bodies) {
  if (bodies.size() != 1U + (attempt.except ? 1 : 0) + (attempt.finally ? 1 : 0)) return before;
  KnownValues behind = attempt.except ? met(bodies[0], bodies[1]) : bodies[0];
  if (!attempt.finally) return behind;
  for (const std::string& name : bodies.back().names) add_name(behind.names, name);
  behind.is_reached = behind.is_reached && bodies.back().is_reached;
  return behind;
}
KnownValues known_behind(const verb::Return& /*end*/, KnownValues before, const std::vector<KnownValues>& /*bodies*/) {
  before.is_reached = false;
  return before;
}
KnownValues known_behind(const verb::Raise& /*end*/, KnownValues before, const std::vector<KnownValues>& /*bodies*/) {
  before.is_reached = false;
  return before;
}

}  // namespace

std::vector<Step> StepReader::read(const Field& steps, Signature& signature) {
  signature_ = &signature;
  known_ = {};
  set_anywhere_.clear();
  first_call_ = call_uses_.size();
  return read_list(steps);
}

void StepReader::note_caller(std::size_t function) {
  for (std::size_t at = first_call_; at < call_uses_.size(); ++at) call_uses_[at].caller = function;
  first_call_ = call_uses_.size();
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
      problems_.add(value.offset(), "a step has one of the keys {}", in_quotes_each(verb_names()));
    }
    return std::nullopt;
  }
  Step step;
  step.id = step_id(offsets_.size());
  step.position = source_.position(value.offset());
  offsets_.push_back(value.offset());
  std::vector<KnownValues> behind_bodies;
  read_action({*verb, fields, step.position.line, behind_bodies}, step);
  return step;
}

void StepReader::read_action(const Reading& reading, Step& step) {
  const VerbWords& verb = *find_verb(reading.verb.key.text());
  check_companions(reading.fields, verb, problems_);
  step.action = empty_action(verb.name);
  std::visit([&](auto& action) { read_parts(reading, action); }, step.action);
}

template <class OneAction>
void StepReader::read_parts(const Reading& reading, OneAction& action) {
  const bool is_too_deep = has_body<OneAction>() && indexes_.size() == kMostRepeatDepth;
  if (has_body<OneAction>()) indexes_.emplace_back();
  const KnownValues before = known_;
  for_each_part(action, [&](const auto& part, auto& value) {
    if (is_too_deep && part.key != reading.verb.key.text()) return;
    const Field* field = reading.fields.find(part.key);
    if (field != nullptr) return read_part(reading, *field, part, value);
    report_missing(reading.verb, part, problems_);
  });
  if (has_body<OneAction>()) indexes_.pop_back();
  known_ = known_behind(action, before, reading.behind_bodies);
  for_each_part(action, [&]<class Part>(const Part&, const auto& value) {
    if constexpr (std::same_as<Part, part::Own>) give_value(value);
    if constexpr (std::same_as<Part, part::Owns>) {
      for (const std::string& name : value.names) give_value(name);
    }
  });
  check_whole(reading, action);
  if (is_too_deep) {
    problems_.add(reading.verb.key.offset(), "steps stand within each other at most {} deep; take this one out",
                  kMostRepeatDepth);
  }
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::Body& /*body*/,
                           std::vector<Step>& value) {
  read_body(reading, field, value);
}

void StepReader::read_part(const Reading& reading, const Field& field, const part::OptionalBody& /*body*/,
                           std::optional<std::vector<Step>>& value) {
  read_body(reading, field, value.emplace());
}

// Whatever bodies there are, each begins with what is known before the step.
void StepReader::read_body(const Reading& reading, const Field& field, std::vector<Step>& steps) {
  const KnownValues before = known_;
  steps = read_list(field);
  reading.behind_bodies.push_back(std::exchange(known_, before));
}

void StepReader::check_whole(const Reading& reading, const verb::Try& attempt) {
  if (attempt.except || attempt.finally) return;
  problems_.add(reading.verb.key.offset(), R"("try" needs "except" or "finally", or both: lists of what to do then)");
}

void StepReader::check_whole(const Reading& reading, const verb::Await& await) {
  if (await.into.names.empty()) return;
  if (await.into.is_list == await.tasks.is_list && await.into.names.size() == await.tasks.names.size()) return;
  problems_.add(reading.fields.find("into")->value.offset(), "\"into\" takes {} here, as many as \"await\" has tasks",
                await.tasks.is_list ? fmt::format("a list of {} names", await.tasks.names.size()) : "one name");
}

void StepReader::give_value(const std::string& name) {
  if (name.empty()) return;
  add_name(known_.names, name);
  add_name(set_anywhere_, name);
}

bool StepReader::has_value(const std::string& name) const {
  const std::vector<std::string>& names = known_.is_reached ? known_.names : set_anywhere_;
  return std::binary_search(names.begin(), names.end(), name);
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
  names.insert(names.end(), known_.names.begin(), known_.names.end());
  return names;
}

}  // namespace interleave
