#pragma once

#include <optional>
#include <string>

#include "app/gui/model/files/files.h"

namespace interleave::gui {

// A file that was asked for, to be shown when it is there.
struct Opening {
  std::string given;  // as somebody named it
  std::string path;
  std::optional<Result<std::string, FileError>> text = {};  // once it has come
};

}  // namespace interleave::gui
