#include "core/base/file_text.h"

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave {

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::optional<BadByte> bad_byte(std::string_view text) {
  const std::size_t null = text.find('\0');
  const std::size_t invalid = first_invalid_utf8(text);
  if (null < invalid) {
    return BadByte{null, "there is a zero byte here, so this is no text file; save it as UTF-8 text"};
  }
  if (invalid == std::string_view::npos) return std::nullopt;
  return BadByte{invalid, fmt::format("the byte 0x{:02X} is not UTF-8 here; save the file as UTF-8 text",
                                      static_cast<unsigned char>(text[invalid]))};
}

std::optional<BadByte> lone_return(std::string_view text) {
  std::size_t at = text.find('\r');
  while (at != std::string_view::npos && text.substr(at).starts_with("\r\n")) at = text.find('\r', at + 1);
  if (at == std::string_view::npos) return std::nullopt;
  return BadByte{at, "a line ends here by CR alone; save the file with lines that end by LF, or by CR LF"};
}

}  // namespace interleave
