#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace interleave {

// What went wrong, as a sentence for the user; none when all went well.
using WriteError = std::optional<std::string>;

// Gives the file of that name these contents, wholly or not at all: they are written to a new file beside it, brought
// to the disk, and renamed over the old one. On an error the old file is as it was, and nothing else is left behind.
// A symbolic link stays and what it leads to is replaced; permissions stay. What is no regular file (a device, a pipe)
// is written to.
WriteError replace_file(const std::string& path, std::string_view contents);

// Whether replace_file is likely to succeed, found out before a run of minutes rather than after it. Changes nothing.
WriteError can_replace_file(const std::string& path);

}  // namespace interleave
