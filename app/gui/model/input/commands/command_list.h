#pragma once

namespace interleave::gui::command {

// Some of the commands: those of one part of the window.
template <class... Wishes>
struct CommandList {};

}  // namespace interleave::gui::command
