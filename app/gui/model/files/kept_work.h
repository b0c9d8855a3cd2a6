#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/gui/model/files/files.h"

// Unsaved work as a file of the program's own keeps it.
namespace interleave::gui {

// What a kept file holds.
struct KeptWork {
  std::string path;   // where the scenario is saved; empty where nowhere
  std::string time;   // when it was kept
  FileStamp stamp;    // of the file that the work began from
  std::string text;   // the scenario's file
  std::string typed;  // the same as somebody was typing it, which could not be read yet; else empty
};

std::string to_text(const KeptWork& work);
// None where it is no such file, or only a part of one.
std::optional<KeptWork> parse_kept(std::string_view text);

}  // namespace interleave::gui
