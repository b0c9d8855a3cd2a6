#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace interleave {

// Either a value or the reason why there is none. Which of the two it holds is asked with operator bool; asking for
// the other one is a broken invariant.
template <class T, class E>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }

  T& value() & { return assert(*this), std::get<0>(state_); }
  const T& value() const& { return assert(*this), std::get<0>(state_); }
  T&& value() && { return assert(*this), std::get<0>(std::move(state_)); }

  const E& error() const& { return assert(!*this), std::get<1>(state_); }
  E&& error() && { return assert(!*this), std::get<1>(std::move(state_)); }

 private:
  std::variant<T, E> state_;
};

}  // namespace interleave
