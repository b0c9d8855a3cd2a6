#pragma once

#include <memory>

#include "app/gui/model/edit/text_edit.h"
#include "core/base/diagnostic.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

struct AppState;

// The scenario's file as text, while it is looked at or typed into.
struct FileText {
  TextEdit text;
  Diagnostics errors;                        // of the text as it is; empty where it can be read
  std::shared_ptr<const Scenario> scenario;  // what the text says, where it can be read; else what it said last
  bool changed = false;                      // since it was read last
  std::uint64_t session = 0;                 // what is typed in one go is undone together, outside of the text
};

// The text of what the document says now, in the panel. Text that cannot be read yet is kept.
void show_file_text(AppState& state);
// Keys go to it from now on.
void focus_file_text(AppState& state);
// What is typed as the text of that scenario's file and cannot be read, or was not yet; else nothing.
std::string unread_text(const AppState& state, std::size_t position);
// Reads what was typed since the last time; what can be read becomes an edit. True when there was anything to read.
bool read_file_text(AppState& state);

}  // namespace interleave::gui
