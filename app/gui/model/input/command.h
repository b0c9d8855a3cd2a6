#pragma once

#include <type_traits>
#include <utility>
#include <variant>

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

template <class... Lists>
struct AnyOf;
template <class... Wishes>
struct AnyOf<CommandList<Wishes...>> {
  using Type = std::variant<Wishes...>;
};
template <class... Some, class... More, class... Others>
struct AnyOf<CommandList<Some...>, CommandList<More...>, Others...> : AnyOf<CommandList<Some..., More...>, Others...> {
};

}  // namespace command

using AnyCommand =
    command::AnyOf<command::RunCommands, command::ViewCommands, command::DirectCommands, command::LookCommands,
                   command::CodeCommands, command::EditCommands, command::StepCommands, command::FileCommands,
                   command::WindowCommands, command::LectureCommands, command::LessonCommands>::Type;

// One of them. A class of its own, whose copies and end are made in one place: each file that makes a command would
// make all of that for all of them, and they are many.
class Command {
 public:
  template <class Wish>
  requires(!std::is_same_v<Wish, Command>) Command(Wish wish) : wish_(std::in_place_type<Wish>, std::move(wish)) {}
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();

  friend bool operator==(const Command& one, const Command& other);

  const AnyCommand& any() const { return wish_; }
  // The wish if it is such a one, else null.
  template <class Wish>
  const Wish* as() const {
    return std::get_if<Wish>(&wish_);
  }

 private:
  AnyCommand wish_;
};

}  // namespace interleave::gui
