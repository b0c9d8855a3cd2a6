#include "app/gui/model/files/files.h"

#include "core/interchange/recording.h"

namespace interleave::gui {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string joined(const std::string& folder, const std::string& name) {
  if (name.starts_with('/') || folder.empty()) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

bool can_be_opened(const std::string& name) {
  return name.ends_with(kScenarioExtension) || name.ends_with(kRecordingExtension);
}

}  // namespace interleave::gui
