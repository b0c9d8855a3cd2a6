#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/record/schedule.h"

namespace interleave {

// A token in 32 bits, in the order of tokens.
constexpr std::uint32_t packed(const Token& token) {
  const std::uint32_t taken = token.taken == TaskId::none ? 0 : static_cast<std::uint32_t>(token.taken) + 1U;
  return static_cast<std::uint32_t>(token.task) << 16U | static_cast<std::uint32_t>(token.kind) << 14U | taken;
}
constexpr std::uint32_t task_of(std::uint32_t packed_token) { return packed_token >> 16U; }
constexpr Token unpacked_token(std::uint32_t packed_token) {
  const std::uint32_t taken = packed_token & 0x3fffU;
  return {.task = task_id(task_of(packed_token)),
          .kind = static_cast<Token::Kind>((packed_token >> 14U) & 3U),
          .taken = taken == 0 ? TaskId::none : task_id(taken - 1)};
}

// The states that a scenario's runs come through, from 0 on, which is the first; and the steps that lead from one to
// another, those of a state together and in the order of tokens. Those of which no steps are known, while not all are,
// are its border.
struct StateGraph {
  static constexpr std::uint32_t kGoesOn = 0xffff'ffffU;
  static constexpr std::uint32_t kBorder = 0xffff'fffeU;

  std::vector<std::uint32_t> first = {0};  // by state, the first of its steps; one more
  std::vector<std::uint32_t> targets;      // by step
  std::vector<std::uint32_t> tokens;       // by step, packed
  std::vector<std::uint32_t> outcomes;     // by state: where nothing can follow, which one

  std::size_t size() const { return outcomes.size(); }
  std::size_t begin(std::size_t state) const { return first[state]; }
  std::size_t end(std::size_t state) const { return first[state + 1]; }
  bool is_end(std::size_t state) const { return outcomes[state] < kBorder; }
};

}  // namespace interleave
