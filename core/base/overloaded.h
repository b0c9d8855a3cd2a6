#pragma once

namespace interleave {

// One function made of several, for std::visit and its like: the overload that fits is called.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace interleave
