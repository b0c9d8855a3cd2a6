#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace interleave {

// "threads", "processes".
std::string plural(std::string_view noun);

// "1 process", "2 processes".
std::string counted(std::size_t count, std::string_view noun);

// "THREAD POOL"; letters of other alphabets stay as they are.
std::string in_capitals(std::string_view words);

}  // namespace interleave
