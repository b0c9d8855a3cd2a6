#include "tests/gui/fake_files.h"

#include <algorithm>

namespace interleave::gui {

void FakeFiles::put(const std::string& path, std::string_view text) {
  files[path].text = text;
  ++files[path].version;
}

Result<std::string, FileError> FakeFiles::read(const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return FileError{"cannot read " + path + ": No such file or directory"};
  return found->second.text;
}

void FakeFiles::request(const std::string& path, const Answer& answer) {
  if (late == nullptr) return answer(read(path));
  late->add([this, path, answer] { answer(read(path)); });
}

std::optional<FileError> FakeFiles::write(const std::string& path, std::string_view text) {
  if (!refuses.empty()) return FileError{"cannot write " + path + ": " + refuses};
  put(path, text);
  return std::nullopt;
}

void FakeFiles::remove(const std::string& path) {
  files.erase(path);
  std::erase(crashed, path);
}

FileStamp FakeFiles::stamp(const std::string& path) {
  const auto found = files.find(path);
  if (found == files.end()) return {};
  return {found->second.version, found->second.text.size(), true};
}

bool FakeFiles::is_folder(const std::string& path) {
  const std::string within = path.ends_with('/') ? path : path + "/";
  return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.first.starts_with(within); });
}

Result<std::vector<FolderEntry>, FileError> FakeFiles::list(const std::string& folder) {
  if (!is_folder(folder)) return FileError{"cannot list " + folder};
  const std::string within = folder.ends_with('/') ? folder : folder + "/";
  std::vector<FolderEntry> entries;
  for (const auto& [path, file] : files) {
    if (!path.starts_with(within)) continue;
    const std::string rest = path.substr(within.size());
    const std::size_t slash = rest.find('/');
    const FolderEntry entry{rest.substr(0, slash), slash != std::string::npos};
    if (entries.empty() || entries.back().name != entry.name) entries.push_back(entry);
  }
  return entries;
}

std::string FakeFiles::absolute(const std::string& path) {
  if (path == ".") return "/home";
  return path.starts_with('/') ? path : "/home/" + path;
}

std::string FakeFiles::keeping_place(std::size_t number) { return "/state/kept-" + std::to_string(number); }
std::vector<std::string> FakeFiles::left_behind() { return crashed; }

}  // namespace interleave::gui
