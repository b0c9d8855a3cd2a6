#pragma once

#include <optional>
#include <string>

#include "app/gui/model/edit/cell_offers.h"
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
  // While one passes through what is offered: the text as it was typed, and which offer stands in it now.
  std::optional<TextEdit> typed = std::nullopt;
  std::size_t offer = 0;
};

// What may be meant by what is being typed.
inline CellOffers offers_of(const Scenario& scenario, const CellEdit& editing) {
  return offers_for(scenario, editing.cell, editing.typed ? *editing.typed : editing.text);
}

enum class StepList : std::uint8_t { hidden, shown };  // below the table of tasks

// Where one stands in the panel that edits the scenario.
struct TaskPanel {
  PanelTab tab = PanelTab::tasks;
  std::optional<Cell> selected;
  std::optional<CellEdit> editing;
  std::optional<FileText> file;  // while its tab is shown
  AfterColumn after = AfterColumn::if_used;
  float scroll = 0;  // pixels
  StepList steps = StepList::hidden;
  std::size_t steps_of = 0;  // the task whose steps are shown
  float step_scroll = 0;     // pixels
  std::string refusal;       // why the last act, other than typing, could not be done
};

}  // namespace interleave::gui
