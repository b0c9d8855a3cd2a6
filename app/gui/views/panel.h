#pragma once

namespace interleave::gui {

// What the panels have in common, in units of the interface's scale.
inline constexpr float kPanelMargin = 16;  // from the panel's edge to its content
inline constexpr float kPanelHeader = 36;  // height, with the title

}  // namespace interleave::gui
