#include "app/gui/model/input/command.h"

namespace interleave::gui {

Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

bool operator==(const Command& one, const Command& other) { return one.wish_ == other.wish_; }

}  // namespace interleave::gui
