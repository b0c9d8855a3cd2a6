#include "app/gui/model/input/gives_away.h"

#include <variant>

namespace interleave::gui {

namespace {

template <class... Wishes>
bool is_among(command::CommandList<Wishes...>, const Command& command) {
  return ((command.as<Wishes>() != nullptr) || ...);
}

using Harmless = command::CommandList<command::AnswerNotice, command::EndTyping, command::ClearSelection, command::Fit,
                                      command::PointAt, command::EndDrag, command::CheckFile>;

}  // namespace

bool gives_answer_away(const Command& command) {
  return !is_among(command::LessonCommands{}, command) && !is_among(command::LectureCommands{}, command) &&
         !is_among(command::WindowCommands{}, command) && !is_among(Harmless{}, command);
}

}  // namespace interleave::gui
