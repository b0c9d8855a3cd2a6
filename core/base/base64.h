#pragma once

#include <string>
#include <string_view>

namespace interleave {

// The bytes as RFC 4648 writes them, with '=' at the end where their number is no multiple of three.
std::string base64(std::string_view bytes);

}  // namespace interleave
