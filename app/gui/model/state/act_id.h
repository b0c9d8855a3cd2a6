#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace interleave::gui {

// Something that can be pressed, by its name; input/acts.h says what it does. The name outlives it, as a literal does.
class ActId {
 public:
  constexpr ActId() = default;
  constexpr explicit ActId(std::string_view name) : name_(name) {}

  constexpr std::string_view name() const { return name_; }

  friend constexpr auto operator<=>(const ActId&, const ActId&) = default;

 private:
  std::string_view name_;
};

// "run"_act. A test holds that there is an act of every name that is written so.
constexpr ActId operator""_act(const char* name, std::size_t size) { return ActId({name, size}); }

}  // namespace interleave::gui
