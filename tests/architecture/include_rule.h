#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::architecture {

// The folder that a file or an include belongs to, as the rule knows it: "core/base", "app/gui/model", "app/gui" for
// main.cpp, "app/cli"; empty for a path outside core and app.
std::string layer_of(std::string_view path);

// Every include line of `text`, the contents of the file at `path` (relative to the repository's root), that the
// dependency rule does not allow: one sentence each, with path and line.
std::vector<std::string> forbidden_includes(std::string_view path, std::string_view text);

// What the include lines of `text` name in quotes, in their order.
std::vector<std::string> own_includes(std::string_view text);

// Our own files below the given folder of the repository that end in one of `extensions`, relative to the root, sorted.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& root, std::string_view folder,
                                               const std::vector<std::string_view>& extensions);

std::string read_text(const std::filesystem::path& file);

}  // namespace interleave::architecture
