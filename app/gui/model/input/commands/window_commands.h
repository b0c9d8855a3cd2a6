#pragma once

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/state/vocabulary.h"

// The window itself: menus, the focus of keys, sizes and colours.
namespace interleave::gui::command {

// Again: closes it.
struct OpenMenu {
  Menu menu = Menu::none;

  friend bool operator==(const OpenMenu&, const OpenMenu&) = default;
};
struct MoveInMenu {
  int by = 0;

  friend bool operator==(const MoveInMenu&, const MoveInMenu&) = default;
};
// The chosen entry of the open menu, else the control that has the focus.
struct Activate {
  friend bool operator==(const Activate&, const Activate&) = default;
};
struct FocusControl {
  Direction direction = Direction::next;

  friend bool operator==(const FocusControl&, const FocusControl&) = default;
};
struct FocusPanel {
  Direction direction = Direction::next;

  friend bool operator==(const FocusPanel&, const FocusPanel&) = default;
};
// Closes what is open, else clears the selection.
struct Escape {
  friend bool operator==(const Escape&, const Escape&) = default;
};
struct ScrollHelp {
  float to_rows = 0;

  friend bool operator==(const ScrollHelp&, const ScrollHelp&) = default;
};
struct NextTheme {
  friend bool operator==(const NextTheme&, const NextTheme&) = default;
};
// 0: back to normal.
struct ChangeTextScale {
  int steps = 0;

  friend bool operator==(const ChangeTextScale&, const ChangeTextScale&) = default;
};
struct ToggleFullScreen {
  friend bool operator==(const ToggleFullScreen&, const ToggleFullScreen&) = default;
};
struct ResizePanels {
  PanelGroup group = PanelGroup::bottom;
  float share = 0;  // hardly any: the panels are hidden

  friend bool operator==(const ResizePanels&, const ResizePanels&) = default;
};
struct ResizePanelsBy {
  PanelGroup group = PanelGroup::bottom;
  float share = 0;

  friend bool operator==(const ResizePanelsBy&, const ResizePanelsBy&) = default;
};
// To the size that they have by themselves.
struct ResetPanels {
  PanelGroup group = PanelGroup::bottom;

  friend bool operator==(const ResetPanels&, const ResetPanels&) = default;
};
// Hidden, or shown again.
struct TogglePanels {
  PanelGroup group = PanelGroup::bottom;

  friend bool operator==(const TogglePanels&, const TogglePanels&) = default;
};
struct SetReducedMotion {
  bool reduced = false;

  friend bool operator==(const SetReducedMotion&, const SetReducedMotion&) = default;
};
struct DismissHints {
  friend bool operator==(const DismissHints&, const DismissHints&) = default;
};
struct RequestClose {
  friend bool operator==(const RequestClose&, const RequestClose&) = default;
};

using WindowCommands = CommandList<OpenMenu, MoveInMenu, Activate, FocusControl, FocusPanel, Escape, ScrollHelp,
                                   NextTheme, ChangeTextScale, ToggleFullScreen, ResizePanels, ResizePanelsBy,
                                   ResetPanels, TogglePanels, SetReducedMotion, DismissHints, RequestClose>;

}  // namespace interleave::gui::command
