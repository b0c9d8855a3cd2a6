#pragma once

#include <string>
#include <vector>

#include "app/gui/model/edit/text_edit.h"
#include "app/gui/model/files/files.h"
#include "core/base/diagnostic.h"

namespace interleave::gui {

enum class FilePurpose : std::uint8_t { open, save, save_run, exporting };

struct DialogEntry {
  enum class Kind : std::uint8_t { recent, parent, folder, file };
  Kind kind = Kind::file;
  std::string name;  // as it is shown
  std::string path;
};

// The dialog that asks for a file: a folder's contents, and the name as it is typed.
struct FileDialog {
  FilePurpose purpose = FilePurpose::open;
  std::string ending;  // of the file that is to be written
  std::string folder;
  std::vector<DialogEntry> entries;
  std::optional<std::size_t> picked;
  TextEdit name;
  std::string error;        // what is wrong with the choice
  Diagnostics diagnostics;  // what is wrong with the file that was to be opened
  std::string asks_about;   // the file that would be overwritten, when that was asked once
  float scroll = 0;         // pixels
};

// Shows that folder's scenario files, or those like the one that is exported, and folders; `recent` come first where a
// file is to be opened. An error stays in the dialog, with the folder as it was.
void enter_folder(FileDialog& dialog, Files& files, const std::string& folder, const std::vector<std::string>& recent);

// What the dialog's choice stands for: what was typed, within the folder; for saving, with an ending.
std::string chosen_path(const FileDialog& dialog);

}  // namespace interleave::gui
