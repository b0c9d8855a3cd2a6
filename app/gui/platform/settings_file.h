#pragma once

#include <optional>
#include <string>

#include "app/gui/model/state/settings.h"

namespace interleave::gui {

// The file in which settings outlive the program. One that cannot be read is left exactly as it is: nothing is saved
// to it until the next start finds it mended or gone.
class SettingsFile {
 public:
  explicit SettingsFile(std::string path) : path_(std::move(path)) {}

  // What was kept; defaults where there is no file or a bad one.
  Settings load();
  // Why the file is not used, in one line for the user; empty where it is.
  const std::string& problem() const { return problem_; }

  // Whether nothing was ever kept: this is the first start.
  bool is_new() const { return !path_.empty() && problem_.empty() && !kept_; }

  // Writes what differs from what is kept. The folder is made where it is missing.
  void keep(const Settings& settings);

 private:
  std::string path_;
  std::string problem_;
  std::optional<Settings> kept_;
};

// $XDG_CONFIG_HOME/interleave/settings.json, or the same in ~/.config; empty where there is no home.
std::string settings_path();

}  // namespace interleave::gui
