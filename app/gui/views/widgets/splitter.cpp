#include "app/gui/views/widgets/splitter.h"

namespace interleave::gui {

namespace {

constexpr float kSplitterReach = 3;  // of the handle, on either side of the line
constexpr float kReachHidden = 6;    // there is nothing else to take
constexpr float kHiddenEdge = 3;     // thickness of what is left of a hidden group

const char* how_to_show(PanelGroup group) {
  switch (group) {
    case PanelGroup::side:
      return "Tasks and code are hidden: drag or double-click here.  Key: Ctrl+B";
    case PanelGroup::bottom:
      return "Console and machine are hidden: drag or double-click here.  Key: Ctrl+J";
    case PanelGroup::code:
      return "The code is hidden: drag or double-click here.  Key: Ctrl+Shift+up";
  }
  return "";
}

}  // namespace

void splitter(const Ui& ui, PanelGroup group, Rect area, float at) {
  const bool upright = group == PanelGroup::side;
  const bool hidden = ui.state.panels.of(group).hidden;
  const float reach = ui.px(hidden ? kReachHidden : kSplitterReach);
  const Rect handle = upright ? Rect{at - reach, area.top, at + reach, area.bottom}
                              : Rect{area.left, at - reach, area.right, at + reach};
  const bool over = ui.pointer.over(handle);
  if (over && ui.pointer.double_clicked) {
    ui.wish(command::ResetPanels{group});
  } else if (over && ui.pointer.pressed) {
    ui.memory.grab = Grab::splitter;
    ui.memory.splitter = group;
  }
  const bool dragged = ui.memory.grab == Grab::splitter && ui.memory.splitter == group;
  if (dragged && (ui.pointer.moved.x != 0 || ui.pointer.moved.y != 0)) {
    const float share =
        upright ? (ui.pointer.at.x - area.left) / area.width() : (area.bottom - ui.pointer.at.y) / area.height();
    ui.wish(command::ResizePanels{group, share});
  }
  const bool lit = dragged || (over && ui.memory.grab == Grab::none);
  if (lit && hidden) ui.tooltip = Tooltip{how_to_show(group), {}};
  const float thickness = hidden ? ui.px(kHiddenEdge) : lit ? ui.px(2) : 1;
  const float from = hidden && !upright ? at - thickness : at;
  const Rect line =
      upright ? Rect{at, area.top, at + thickness, area.bottom} : Rect{area.left, from, area.right, from + thickness};
  ui.canvas.fill(line, lit ? ui.theme.accent : ui.theme.line);
}

}  // namespace interleave::gui
