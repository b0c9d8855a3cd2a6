// Every verb with every word that does not go with it, and every word of its own with every kind of value that it does
// not take: each is refused where it stands, and nothing else is.
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/step_words.h"
#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

using StepFields = std::vector<std::pair<std::string, std::string>>;

// A good step of each verb, with all that may accompany it. Where a word excludes another one, that is in
// `kInstead`.
const std::map<std::string, StepFields> kGood = {
    {"print", {{"print", "\"x\""}}},
    {"sleep", {{"sleep", "1"}}},
    {"block", {{"block", "1"}}},
    {"compute", {{"compute", "1"}}},
    {"repeat", {{"repeat", "2"}, {"index", "\"i\""}, {"steps", "[]"}}},
    {"set", {{"set", "\"x\""}, {"value", "1"}}},
    {"if", {{"if", "\"1 > 0\""}, {"steps", "[]"}, {"else", "[]"}}},
    {"while", {{"while", "\"1 > 2\""}, {"steps", "[]"}}},
    {"read", {{"read", "\"n\""}, {"into", "\"x\""}}},
    {"write", {{"write", "\"n\""}, {"value", "1"}}},
    {"lock", {{"lock", "\"m\""}, {"steps", "[]"}}},
    {"acquire", {{"acquire", "\"m\""}, {"timeout", "1"}}},
    {"release", {{"release", "\"m\""}}},
    {"put", {{"put", "\"q\""}, {"value", "1"}, {"timeout", "1"}}},
    {"get", {{"get", "\"q\""}, {"into", "\"x\""}, {"timeout", "1"}}},
    {"start", {{"start", "\"b\""}}},
    {"await", {{"await", "\"b\""}, {"into", "\"x\""}, {"timeout", "1"}}},
    {"as_completed", {{"as_completed", "[\"b\"]"}, {"into", "\"x\""}, {"steps", "[]"}}},
    {"return", {{"return", "1"}}},
    {"raise", {{"raise", "\"oh\""}}},
    {"try", {{"try", "[]"}, {"except", "[]"}, {"finally", "[]"}}},
    {"cancel", {{"cancel", "\"b\""}}},
    {"call", {{"call", "\"f\""}, {"arguments", "{\"s\": 1}"}, {"into", "\"x\""}}},
};

// Values of every kind, and numbers and texts that hardly anything takes.
constexpr std::string_view kValues[] = {
    "null",    "true",       "5",  "-1",  "1.5",    "1e30", "\"\"",       "\"no such\"", "\"{x}\"", "\"a{b\"",
    "\"1 +\"", "\"{task}\"", "[]", "[5]", "[null]", "{}",   "{\"a\": 1}", "[[]]",        "[\"\"]",  "\"and\""};

std::string step_of(const StepFields& fields) {
  std::string step;
  for (const auto& [key, value] : fields) step += fmt::format("{}\"{}\": {}", step.empty() ? "" : ", ", key, value);
  return "{" + step + "}";
}

// Its second line is the step.
std::string scenario_of_step(const StepFields& fields) {
  return "{\"interleave\": 1, \"title\": \"T\", \"shared\": {\"n\": 0}, \"queues\": {\"q\": 2}, \"functions\": {\"f\": "
         "{\"parameters\": [\"s\"], \"steps\": [{\"sleep\": \"{s}\"}, {\"return\": 1}]}}, \"tasks\": [{\"name\": "
         "\"b\", "
         "\"manual\": true, \"steps\": []}, {\"name\": \"a\", \"steps\": [\n" +
         step_of(fields) + "\n]}]}";
}

std::set<std::string> all_companions() {
  std::set<std::string> words;
  for (const VerbWords& verb : kVerbWords) {
    for (const std::string_view key : verb.companions) words.emplace(key);
  }
  return words;
}

std::size_t column_of(const StepFields& fields, const std::string& key) {
  return step_of(fields).find("\"" + key + "\"") + 1;
}

}  // namespace

TEST_CASE("a good step of every verb, with all that goes with it, loads") {
  CHECK(kGood.size() == kVerbWords.size());
  for (const auto& good : kGood) {
    CAPTURE(good.first);
    CHECK(errors_of(scenario_of_step(good.second)) == "");
  }
}

TEST_CASE("a word that does not go with a verb is refused at its key, with every verb") {
  std::size_t tried = 0;
  for (const auto& [verb, fields] : kGood) {
    const auto& own = find_verb(verb)->companions;
    for (const std::string& word : all_companions()) {
      if (std::find(own.begin(), own.end(), word) != own.end()) continue;
      StepFields more = fields;
      more.emplace_back(word, "1");
      const std::string place = fmt::format("2:{}: \"{}\" goes with ", column_of(more, word), word);
      const std::string errors = errors_of(scenario_of_step(more));
      CAPTURE(step_of(more));
      CAPTURE(errors);
      CHECK(errors.starts_with(place));
      CHECK(errors.find("leave it away here") != std::string::npos);
      CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
      ++tried;
    }
  }
  CHECK(tried > 150);
}

TEST_CASE("whatever value a word of a step has, it is taken, or refused within that value") {
  std::size_t refused = 0;
  for (const auto& [verb, fields] : kGood) {
    for (std::size_t field = 0; field < fields.size(); ++field) {
      for (const std::string_view value : kValues) {
        StepFields other = fields;
        other[field].second = value;
        const std::string text = scenario_of_step(other);
        const auto loaded = load_scenario(text, "test.json");
        if (loaded) continue;
        ++refused;
        CAPTURE(step_of(other));
        const std::size_t key = column_of(other, other[field].first);
        const std::size_t begin = key + other[field].first.size() + 4;
        for (const Diagnostic& diagnostic : loaded.error()) {
          CAPTURE(diagnostic.message);
          CHECK(diagnostic.position.line == 2);
          // How many names are right depends on what is awaited.
          if (diagnostic.message.starts_with("\"into\" takes a list of ")) continue;
          CHECK(diagnostic.position.column >= begin);
          CHECK(diagnostic.position.column <= begin + value.size());
        }
      }
    }
  }
  CHECK(refused > 500);
}

}  // namespace interleave
