#pragma once

#include <string>
#include <string_view>

#include "app/gui/model/state/app_state.h"

// What can be taken along now, and what it is called.
namespace interleave::gui {

// Whether the run on the screen is whole, so that it can be saved.
bool can_save_run(const AppState& state);
// Why there is nothing of that kind now, in half a line; empty where there is.
std::string_view why_not_exported(const AppState& state, ExportKind kind);
// What the bars, the trace and so on are of: "Run: Coroutine, simulated, finished".
std::string exported_run(const AppState& state);
// Of the file.
std::string suggested_export_name(const AppState& state);

}  // namespace interleave::gui
