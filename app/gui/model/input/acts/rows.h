#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/gui/model/input/act.h"

// The acts, a file for each part of the window: each adds its rows.
namespace interleave::gui {

using ActRows = std::vector<Act>;

void add_run_acts(ActRows& rows);
void add_view_acts(ActRows& rows);
void add_direct_acts(ActRows& rows);
void add_lecture_acts(ActRows& rows);
void add_lesson_acts(ActRows& rows);
void add_look_acts(ActRows& rows);
void add_code_acts(ActRows& rows);
void add_edit_acts(ActRows& rows);
void add_step_acts(ActRows& rows);
void add_file_acts(ActRows& rows);
void add_export_acts(ActRows& rows);
void add_window_acts(ActRows& rows);

// What does not depend on the state: a label; a tooltip, whose {} is the key; a command.
std::function<std::string(const AppState&)> says(std::string label);
std::function<std::string(const AppState&, std::string_view)> tells(std::string tooltip);
std::function<Command(const AppState&)> wishes(Command command);

// The ids of acts that are one for each of so many things, with their names made of a word and what they are for.
class ActIds {
 public:
  explicit ActIds(std::vector<std::string> names);

  std::span<const ActId> all() const { return ids_; }

 private:
  std::vector<std::string> names_;
  std::vector<ActId> ids_;
};

}  // namespace interleave::gui
