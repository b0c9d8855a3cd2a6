#pragma once

#include <optional>
#include <string>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/file_text.h"
#include "app/gui/model/edit/text_edit.h"
#include "app/gui/model/state/vocabulary.h"

namespace interleave::gui {

// A cell that is being typed into, and why what was typed last would not do.
struct CellEdit {
  Cell cell;
  TextEdit text;
  std::string error;
};

// Where one stands in the panel that edits the scenario.
struct TaskPanel {
  PanelTab tab = PanelTab::tasks;
  std::optional<Cell> selected;
  std::optional<CellEdit> editing;
  std::optional<FileText> file;  // while its tab is shown
  AfterColumn after = AfterColumn::if_used;
  float scroll = 0;     // pixels
  std::string refusal;  // why the last act, other than typing, could not be done
};

}  // namespace interleave::gui
