#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "core/scenario/quantity.h"

// The table of what a step can do. A verb is one row: a struct of what it needs, which says at which keys of a file
// that stands. Reading, checking, writing and walking follow the rows; what a verb means is said by the interpreter and
// by the listings.
namespace interleave {

struct Step;

enum class Verb : std::uint8_t { print, sleep, block, compute, repeat };

// What can stand at a key of a step.
namespace part {

// A text as written, with {placeholders}, {{ and }}. `meaning` is for messages.
struct Text {
  using Value = std::string;
  std::string_view key;
  std::string_view meaning;
};

// A duration that the step takes.
struct Seconds {
  using Value = Quantity;
  std::string_view key;
};

// A whole number, 0 or more.
struct Count {
  using Value = Quantity;
  std::string_view key;
};

// A name for the number of the pass, known in the bodies of the step. Empty where the file leaves it out.
struct Index {
  using Value = std::string;
  std::string_view key;
};

// Steps within the step. `meaning` is for messages.
struct Body {
  using Value = std::vector<Step>;
  std::string_view key;
  std::string_view meaning;
};

}  // namespace part

namespace verb {

// A line of output.
struct Print {
  std::string text;

  static constexpr Verb kVerb = Verb::print;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Text{"print", "the text to print"}, &Print::text));
  }
  friend bool operator==(const Print&, const Print&) = default;
};

// A wait that can be awaited.
struct Sleep {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::sleep;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"sleep"}, &Sleep::seconds)); }
  friend bool operator==(const Sleep&, const Sleep&) = default;
};

// A wait that holds its worker in every mode.
struct Block {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::block;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"block"}, &Block::seconds)); }
  friend bool operator==(const Block&, const Block&) = default;
};

// Needs a core for so much CPU time.
struct Compute {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::compute;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"compute"}, &Compute::seconds)); }
  friend bool operator==(const Compute&, const Compute&) = default;
};

struct Repeat {
  Quantity times;
  std::string index;
  std::vector<Step> steps;

  static constexpr Verb kVerb = Verb::repeat;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Count{"repeat"}, &Repeat::times),
                           std::pair(part::Index{"index"}, &Repeat::index),
                           std::pair(part::Body{"steps", "the list of what to do each time"}, &Repeat::steps));
  }
  friend bool operator==(const Repeat&, const Repeat&) = default;
};

}  // namespace verb

// What a step does. In the order of Verb.
using Action = std::variant<verb::Print, verb::Sleep, verb::Block, verb::Compute, verb::Repeat>;

// The words of a verb: its name, which is the key of its first part, and the keys that may stand beside it.
struct VerbWords {
  std::string_view name;
  std::span<const std::string_view> companions;
  bool is_supported = true;
};

// Verbs of the format that this version refuses by name. Any of them may have the companions; a body only `lock` has,
// and what stands in it is checked.
inline constexpr std::array<std::string_view, 4> kLaterCompanions = {"steps", "into", "from", "plus"};
inline constexpr std::array kLaterVerbs = {
    VerbWords{"lock", kLaterCompanions, false},
    VerbWords{"acquire", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"release", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"read", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"write", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"start", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"await", std::span(kLaterCompanions).subspan(1), false},
    VerbWords{"raise", std::span(kLaterCompanions).subspan(1), false},
};

inline constexpr std::size_t kVerbCount = std::variant_size_v<Action>;

// The keys of an action's row, that of its verb first.
template <class OneAction>
inline constexpr auto kKeys = std::apply([](const auto&... at) { return std::array{at.first.key...}; },
                                         OneAction::row());

// The words of all verbs: those that are built, in the order of Verb, then the later ones.
inline constexpr auto kVerbWords = []<std::size_t... at>(std::index_sequence<at...>) {
  std::array<VerbWords, kVerbCount + kLaterVerbs.size()> words{
      VerbWords{kKeys<std::variant_alternative_t<at, Action>>.front(),
                std::span<const std::string_view>(kKeys<std::variant_alternative_t<at, Action>>).subspan(1)}...};
  for (std::size_t i = 0; i < kLaterVerbs.size(); ++i) words[kVerbCount + i] = kLaterVerbs[i];
  static_assert(((std::variant_alternative_t<at, Action>::kVerb == static_cast<Verb>(at)) && ...));
  return words;
}
(std::make_index_sequence<kVerbCount>{});

// The verb's key in files.
constexpr std::string_view name(Verb verb) { return kVerbWords[static_cast<std::size_t>(verb)].name; }

}  // namespace interleave
