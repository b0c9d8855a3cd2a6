#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

namespace interleave::gui::command {

// Some of the commands: those of one part of the window.
template <class... Wishes>
struct CommandList {
  static constexpr std::size_t kSize = sizeof...(Wishes);
};

// Lists, one behind the other.
template <class... Lists>
struct JoinedLists;
template <class... Wishes>
struct JoinedLists<CommandList<Wishes...>> {
  using Type = CommandList<Wishes...>;
};
template <class... Some, class... More, class... Others>
struct JoinedLists<CommandList<Some...>, CommandList<More...>, Others...>
    : JoinedLists<CommandList<Some..., More...>, Others...> {};
template <class... Lists>
using Joined = typename JoinedLists<Lists...>::Type;

// Where in the list; its size for what is not in it.
template <class Wish, class... Wishes>
constexpr std::size_t position_in(CommandList<Wishes...> /*list*/) {
  constexpr std::array<bool, sizeof...(Wishes)> kIsIt = {std::is_same_v<Wish, Wishes>...};
  std::size_t position = 0;
  while (position < kIsIt.size() && !kIsIt[position]) ++position;
  return position;
}

}  // namespace interleave::gui::command
