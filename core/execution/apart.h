#pragma once

#include <memory>
#include <utility>

namespace interleave {

// A value that few have: where there is none it is a null pointer, and else it stands elsewhere. Copied as a value is.
template <class T>
class Apart {
 public:
  Apart() = default;
  explicit Apart(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Apart(const Apart& other) : value_(other.value_ == nullptr ? nullptr : std::make_unique<T>(*other.value_)) {}
  Apart(Apart&& other) noexcept = default;
  Apart& operator=(Apart other) noexcept {
    value_.swap(other.value_);
    return *this;
  }
  ~Apart() = default;

  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const Apart& one, const Apart& other) {
    return one && other ? *one == *other : !one && !other;
  }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace interleave
