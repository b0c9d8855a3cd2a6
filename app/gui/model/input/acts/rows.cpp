#include "app/gui/model/input/acts/rows.h"

#include <fmt/format.h>

namespace interleave::gui {

std::function<std::string(const AppState&)> says(std::string label) {
  return [label = std::move(label)](const AppState&) { return label; };
}

std::function<std::string(const AppState&, std::string_view)> tells(std::string tooltip) {
  return [tooltip = std::move(tooltip)](const AppState&, std::string_view key) {
    return fmt::format(fmt::runtime(tooltip), key);
  };
}

std::function<Command(const AppState&)> wishes(Command command) {
  return [command = std::move(command)](const AppState&) { return command; };
}

ActIds::ActIds(std::vector<std::string> names) : names_(std::move(names)) {
  for (const std::string& name : names_) ids_.emplace_back(name);
}

}  // namespace interleave::gui
