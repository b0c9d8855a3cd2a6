#include "app/gui/model/files/file_dialog.h"

namespace interleave::gui {

namespace {

bool is_offered(const FileDialog& dialog, const std::string& name) {
  return dialog.purpose == FilePurpose::exporting ? name.ends_with(dialog.ending) : can_be_opened(name);
}

}  // namespace

void enter_folder(FileDialog& dialog, Files& files, const std::string& folder, const std::vector<std::string>& recent) {
  const std::string path = files.absolute(folder);
  auto listed = files.list(path);
  if (!listed) {
    dialog.error = listed.error().message;
    return;
  }
  dialog.folder = path;
  dialog.error.clear();
  dialog.diagnostics.clear();
  dialog.entries.clear();
  dialog.picked.reset();
  dialog.scroll = 0;
  if (dialog.purpose == FilePurpose::open) {
    for (const std::string& file : recent) dialog.entries.push_back({DialogEntry::Kind::recent, file, file});
  }
  if (path != "/") dialog.entries.push_back({DialogEntry::Kind::parent, "..", folder_of(path)});
  for (const FolderEntry& entry : listed.value()) {
    if (entry.is_folder) dialog.entries.push_back({DialogEntry::Kind::folder, entry.name, joined(path, entry.name)});
  }
  for (const FolderEntry& entry : listed.value()) {
    if (entry.is_folder || !is_offered(dialog, entry.name)) continue;
    dialog.entries.push_back({DialogEntry::Kind::file, entry.name, joined(path, entry.name)});
  }
}

std::string chosen_path(const FileDialog& dialog) {
  std::string name = dialog.name.text();
  if (name.empty()) return {};
  const bool needs_ending =
      dialog.purpose != FilePurpose::open && file_name(name).find('.') == std::string::npos && !name.ends_with('/');
  if (needs_ending) name += dialog.ending;
  return joined(dialog.folder, name);
}

}  // namespace interleave::gui
