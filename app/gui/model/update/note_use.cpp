#include "app/gui/model/update/note_use.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr int kOftenEnough = 1'000'000;

template <class... Wishes>
bool is_any(const Command& command) {
  return ((command.as<Wishes>() != nullptr) || ...);
}

std::optional<Hint> hint_of(const Command& command) {
  if (is_any<command::Run, command::TogglePause>(command)) return Hint::play;
  if (is_any<command::Zoom, command::ZoomAtPointer, command::ShowRange>(command)) return Hint::zoom;
  if (is_any<command::SelectRange, command::ExtendRange, command::SelectRangeHere>(command)) return Hint::select_range;
  if (is_any<command::SelectSpan, command::SelectLane, command::SelectNeighbour>(command)) return Hint::details;
  const auto* menu = command.as<command::OpenMenu>();
  if (menu != nullptr && menu->menu == Menu::help) return Hint::help;
  return std::nullopt;
}

}  // namespace

void note_use(HintsSeen& seen, const Command& command) {
  if (command.as<command::DismissHints>() != nullptr) seen.dismissed = true;
  const auto hint = hint_of(command);
  if (!hint) return;
  int& used = seen.used[static_cast<std::size_t>(*hint)];
  used = std::min(used + 1, kOftenEnough);
}

}  // namespace interleave::gui
