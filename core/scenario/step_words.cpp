#include "core/scenario/step_words.h"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>
#include <span>
#include <utility>

#include "core/base/utf8.h"

namespace interleave {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array kStepSynonyms = {
    Synonym{"wait", "sleep"},  Synonym{"delay", "sleep"},  Synonym{"pause", "sleep"},  Synonym{"io", "sleep"},
    Synonym{"cpu", "compute"}, Synonym{"work", "compute"}, Synonym{"burn", "compute"}, Synonym{"busy", "compute"},
    Synonym{"say", "print"},   Synonym{"log", "print"},    Synonym{"echo", "print"},   Synonym{"output", "print"},
    Synonym{"loop", "repeat"}, Synonym{"for", "repeat"},   Synonym{"times", "repeat"}, Synonym{"unlock", "release"},
    Synonym{"mutex", "lock"},  Synonym{"with", "lock"},
};

void add_words(Words& words) {
  for (const VerbWords& verb : kVerbWords) words.push_back(verb.name);
  for (const VerbWords& verb : kVerbWords) {
    for (const std::string_view key : verb.companions) {
      if (std::find(words.begin(), words.end(), key) == words.end()) words.push_back(key);
    }
  }
}

}  // namespace

const KnownKeys& step_keys() {
  struct Keys {
    Words all;
    std::string offered;
    KnownKeys known;
    Keys() {
      add_words(all);
      offered = in_quotes_each(all);
      known = {"a step", all, offered, kStepSynonyms, kLaterWords};
    }
  };
  static const Keys keys;
  return keys.known;
}

const VerbWords* find_verb(std::string_view name) {
  const auto found =
      std::find_if(kVerbWords.begin(), kVerbWords.end(), [&](const VerbWords& verb) { return verb.name == name; });
  return found == kVerbWords.end() ? nullptr : &*found;
}

Words verb_names() {
  Words names;
  for (const VerbWords& verb : kVerbWords) names.push_back(verb.name);
  return names;
}

Words verbs_beside(std::string_view key) {
  Words names;
  for (const VerbWords& verb : kVerbWords) {
    if (has_companion(verb, key)) names.push_back(verb.name);
  }
  return names;
}

std::string in_quotes_each(const Words& words) {
  std::vector<std::string> quoted;
  for (const std::string_view word : words) quoted.push_back(in_quotes(word));
  return fmt::format("{}", fmt::join(quoted, ", "));
}

bool has_companion(const VerbWords& verb, std::string_view key) {
  return std::find(verb.companions.begin(), verb.companions.end(), key) != verb.companions.end();
}

Action empty_action(std::string_view verb) {
  Action action;
  [&]<std::size_t... at>(std::index_sequence<at...>) {
    ((kVerbWords[at].name == verb ? static_cast<void>(action.emplace<at>()) : void()), ...);
  }
  (std::make_index_sequence<kVerbCount>{});
  return action;
}

}  // namespace interleave
