#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace interleave {

// "sequential, coroutine, threads or pool"
template <class Words>
std::string alternatives(const Words& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += std::string_view(words[i]);
  }
  return list;
}

}  // namespace interleave
