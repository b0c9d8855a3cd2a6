#include "core/lesson/own_fence.h"

#include <array>
#include <fmt/format.h>
#include <utility>

#include "core/base/blanks.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace interleave::lesson {
namespace {

constexpr std::string_view kScenarioFence = "json scenario";

std::string_view word_of(std::string_view info) { return info.substr(0, info.find_first_of(kBlanks)); }
std::string_view behind_word(std::string_view info) { return without_blanks(info.substr(word_of(info).size())); }

// What one was probably meant to be, and what stands behind that.
struct MeantFence {
  std::string word;
  std::string_view more;
};

std::optional<MeantFence> meant_fence(std::string_view info) {
  static constexpr std::array kOneWord = {kCommandsFence, kPredictFence};
  static constexpr std::array kTwoWords = {kScenarioFence};
  const std::string_view more = behind_word(info);
  if (auto meant = nearest_name(word_of(info), kOneWord)) return MeantFence{std::move(*meant), more};
  if (auto meant = nearest_name(info, kTwoWords)) return MeantFence{std::move(*meant), {}};
  if (info == "scenario") return MeantFence{std::string(kScenarioFence), {}};
  if (word_of(info) != "json" || word_of(more) != "scenario") return std::nullopt;
  return MeantFence{std::string(kScenarioFence), behind_word(more)};
}

}  // namespace

bool is_scenario_fence(std::string_view info) { return word_of(info) == "json" && behind_word(info) == "scenario"; }

bool is_own_fence(std::string_view info) {
  return info == kCommandsFence || info == kPredictFence || is_scenario_fence(info);
}

std::optional<std::string> fence_doubt(std::string_view info) {
  if (is_own_fence(info)) return std::nullopt;
  const auto meant = meant_fence(info);
  if (!meant) return std::nullopt;
  if (meant->more.empty()) {
    return fmt::format("no fence is called {}; did you mean {}?", in_quotes(info), meant->word);
  }
  return fmt::format("no fence is called {}; write {}, and {} as the first line of the fence", in_quotes(info),
                     meant->word, in_quotes(meant->more));
}

}  // namespace interleave::lesson
