#pragma once

#include <functional>
#include <memory>
#include <string>

namespace interleave::gui {

// Where text is copied to and pasted from: the system's, or one of the window's own.
struct Clipboard {
  std::function<std::string()> read;
  std::function<void(const std::string&)> write;
};

// One that nobody else sees.
inline Clipboard own_clipboard() {
  auto text = std::make_shared<std::string>();
  return {[text] { return *text; }, [text](const std::string& copied) { *text = copied; }};
}

}  // namespace interleave::gui
