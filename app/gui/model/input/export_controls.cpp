#include "app/gui/model/input/export_controls.h"

#include <fmt/format.h>

#include "app/gui/model/state/exportable.h"

namespace interleave::gui {

namespace {

int times_of(Control control) { return static_cast<int>(control) - static_cast<int>(Control::picture_1x) + 1; }

bool is_picture_control(Control control) { return control >= Control::picture_1x && control <= Control::picture_4x; }

}  // namespace

bool is_export_control(Control control) {
  return control == Control::copy_program || (control >= Control::picture_1x && control <= Control::export_cancel);
}

Command command_of_export(Control control) {
  if (is_picture_control(control)) return command::SetPictureTimes{times_of(control)};
  if (control == Control::copy_program) return command::CopyProgram{};
  if (control == Control::export_accept) return command::AcceptExport{};
  return command::OpenExport{};
}

std::string label_of_export(Control control) {
  if (is_picture_control(control)) return fmt::format("{}×", times_of(control));
  if (control == Control::copy_program) return "copy";
  return control == Control::export_accept ? "Choose where…" : "Cancel";
}

std::string tooltip_of_export(const AppState& state, Control control) {
  if (control == Control::copy_program) {
    const bool copied = state.code.copied != nullptr && state.code.copied == state.code.listing;
    return copied ? "The whole program is on the clipboard" : "Copy the whole program.  Key: Ctrl+C";
  }
  if (!is_picture_control(control)) return {};
  if (control == Control::picture_1x) return "As many pixels as on the screen";
  return fmt::format("{} times as many pixels across and down.  Keys: left, right", times_of(control));
}

bool export_enabled(const AppState& state, Control control) {
  if (control == Control::copy_program) return state.code.listing != nullptr;
  if (state.menu != Menu::exports) return false;
  return control != Control::export_accept || why_not_exported(state, state.exporting.kind).empty();
}

bool export_chosen(const AppState& state, Control control) {
  return is_picture_control(control) && state.exporting.kind == ExportKind::window &&
         state.exporting.times == times_of(control);
}

}  // namespace interleave::gui
