#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/files/export_kind.h"
#include "app/gui/model/files/file_dialog.h"
#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/notice.h"

// Files, and what is taken along.
namespace interleave::gui::command {

struct NewScenario {
  friend bool operator==(const NewScenario&, const NewScenario&) = default;
};
struct OpenDialog {
  FilePurpose purpose = FilePurpose::open;

  friend bool operator==(const OpenDialog&, const OpenDialog&) = default;
};
struct PickInDialog {
  std::size_t entry = 0;

  friend bool operator==(const PickInDialog&, const PickInDialog&) = default;
};
struct ScrollDialog {
  float to_px = 0;

  friend bool operator==(const ScrollDialog&, const ScrollDialog&) = default;
};
struct AcceptDialog {
  friend bool operator==(const AcceptDialog&, const AcceptDialog&) = default;
};
struct CloseDialog {
  friend bool operator==(const CloseDialog&, const CloseDialog&) = default;
};
struct OpenFile {
  std::string path;

  friend bool operator==(const OpenFile&, const OpenFile&) = default;
};
struct Save {
  friend bool operator==(const Save&, const Save&) = default;
};
// Whether somebody else changed it.
struct CheckFile {
  friend bool operator==(const CheckFile&, const CheckFile&) = default;
};
struct AnswerNotice {
  NoticeAnswer answer = NoticeAnswer::first;

  friend bool operator==(const AnswerNotice&, const AnswerNotice&) = default;
};
// Asks what; again: closes it.
struct OpenExport {
  friend bool operator==(const OpenExport&, const OpenExport&) = default;
};
struct PickExport {
  ExportKind kind = ExportKind::window;

  friend bool operator==(const PickExport&, const PickExport&) = default;
};
struct SetPictureTimes {
  int times = 1;

  friend bool operator==(const SetPictureTimes&, const SetPictureTimes&) = default;
};
// Asks where to.
struct AcceptExport {
  friend bool operator==(const AcceptExport&, const AcceptExport&) = default;
};

using FileCommands =
    CommandList<NewScenario, OpenDialog, PickInDialog, ScrollDialog, AcceptDialog, CloseDialog, OpenFile, Save,
                CheckFile, AnswerNotice, OpenExport, PickExport, SetPictureTimes, AcceptExport>;

}  // namespace interleave::gui::command
