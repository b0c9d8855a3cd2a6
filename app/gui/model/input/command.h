#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include "app/gui/model/input/commands/code_commands.h"
#include "app/gui/model/input/commands/direct_commands.h"
#include "app/gui/model/input/commands/edit_commands.h"
#include "app/gui/model/input/commands/file_commands.h"
#include "app/gui/model/input/commands/lecture_commands.h"
#include "app/gui/model/input/commands/lesson_commands.h"
#include "app/gui/model/input/commands/look_commands.h"
#include "app/gui/model/input/commands/run_commands.h"
#include "app/gui/model/input/commands/step_commands.h"
#include "app/gui/model/input/commands/view_commands.h"
#include "app/gui/model/input/commands/window_commands.h"

// Everything a user can wish for. Views, keys and tests make commands; update() alone fulfils them. As texts they stand
// in command_text.h.
namespace interleave::gui {

namespace command {

using AllCommands = Joined<RunCommands, ViewCommands, DirectCommands, LookCommands, CodeCommands, EditCommands,
                           StepCommands, FileCommands, WindowCommands, LectureCommands, LessonCommands>;

// A command's place among all.
template <class Wish>
inline constexpr std::size_t kPosition = position_in<Wish>(AllCommands{});

template <class Wish>
concept Any = kPosition<Wish> < AllCommands::kSize;

}  // namespace command

// One of them, which copies share, since it never changes. No std::variant: the copies of one of so many kinds took
// more than a minute to compile with a sanitizer.
class Command {
 public:
  template <command::Any Wish>
  Command(Wish wish)
      : position_(command::kPosition<Wish>),
        equals_(equal<Wish>),
        wish_(std::make_shared<const Wish>(std::move(wish))) {}

  friend bool operator==(const Command& one, const Command& other) {
    return one.position_ == other.position_ && one.equals_(one.wish_.get(), other.wish_.get());
  }

  // Of its kind, among command::AllCommands.
  std::size_t position() const { return position_; }
  // The wish if it is such a one, else null.
  template <command::Any Wish>
  const Wish* as() const {
    return position_ == command::kPosition<Wish> ? static_cast<const Wish*>(wish_.get()) : nullptr;
  }

 private:
  template <class Wish>
  static bool equal(const void* one, const void* other) {
    return *static_cast<const Wish*>(one) == *static_cast<const Wish*>(other);
  }

  std::size_t position_;
  bool (*equals_)(const void* one, const void* other);
  std::shared_ptr<const void> wish_;
};

// Calls `act` with the wish if it is one of the list; returns whether it is.
template <class... Wishes, class Act>
bool visit_one_of(command::CommandList<Wishes...> /*list*/, const Command& command, Act act) {
  const auto visit = [&act](const auto* wish) {
    if (wish != nullptr) act(*wish);
    return wish != nullptr;
  };
  return (visit(command.as<Wishes>()) || ...);
}

}  // namespace interleave::gui
