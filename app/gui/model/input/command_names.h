#pragma once

#include <string>
#include <vector>

namespace interleave::gui {

// What commands may speak of by name: in their order.
struct CommandNames {
  std::vector<std::string> tasks;
  std::vector<std::string> scenarios;
};

}  // namespace interleave::gui
