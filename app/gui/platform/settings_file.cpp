#include "app/gui/platform/settings_file.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

#include "app/files/read_file.h"
#include "app/files/replace_file.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostSettingsBytes = 1 << 20;
constexpr std::string_view kUntouched =
    "Defaults are used; the file is left as it is, and nothing is saved to it "
    "until it is mended or deleted.";

}  // namespace

Settings SettingsFile::load() {
  std::error_code ignored;
  if (path_.empty() || !std::filesystem::exists(path_, ignored)) return {};
  const auto text = read_file(path_, kMostSettingsBytes);
  if (!text) {
    problem_ = fmt::format("The settings were not read: {}. {}", text.error().message, kUntouched);
    return {};
  }
  auto settings = read_settings(text.value(), path_);
  if (!settings) {
    const Diagnostic& first = settings.error().front();
    problem_ = fmt::format("The settings were not read: {}:{}:{}: {}. {}", first.file, first.position.line,
                           first.position.column, first.message, kUntouched);
    return {};
  }
  kept_ = settings.value();
  return std::move(settings).value();
}

void SettingsFile::keep(const Settings& settings) {
  if (path_.empty() || !problem_.empty() || kept_ == settings) return;
  std::error_code failed;
  std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), failed);
  // Settings that cannot be kept are no reason to disturb anybody: the next start has the defaults.
  replace_file(path_, settings_text(settings));
  kept_ = settings;
}

std::string settings_path() {
  namespace fs = std::filesystem;
  const char* const folder = std::getenv("XDG_CONFIG_HOME");
  if (folder != nullptr && folder[0] == '/') return (fs::path(folder) / "interleave" / "settings.json").string();
  const char* const home = std::getenv("HOME");
  if (home == nullptr || home[0] != '/') return {};
  return (fs::path(home) / ".config" / "interleave" / "settings.json").string();
}

}  // namespace interleave::gui
