#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace interleave {

// Reads what a ByteWriter wrote, from bytes that may be anything. The first thing that is wrong is kept as problem();
// from then on everything reads as 0 or empty, so that a caller may look at the end, if only its loops are bounded by
// count().
class ByteReader {
 public:
  // The bytes must outlive the reader.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return problem_.empty(); }
  const std::string& problem() const { return problem_; }
  bool at_end() const { return rest_.empty(); }

  // `what` says what is wrong, for a person; only the first one counts.
  void fail(std::string_view what);

  std::uint8_t byte();
  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max());
  std::int64_t difference();
  std::string_view text();
  // How many items follow, each of which takes `bytes_each` bytes or more: never more than there is room for.
  std::size_t count(std::size_t bytes_each);

  // A value of an enumeration whose last enumerator is `last`.
  template <class Enum>
  Enum one_of(Enum last) {
    return static_cast<Enum>(number(static_cast<std::uint64_t>(last)));
  }

 private:
  std::string_view rest_;
  std::string problem_;
};

}  // namespace interleave
