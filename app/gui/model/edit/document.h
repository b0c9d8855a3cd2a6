#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace interleave::gui {

// Edits of one gesture, a drag, belong together and are undone together. 0 belongs to nothing.
using EditGroup = std::uint64_t;

// A scenario that is being worked on: what it says now, every state it was in, where it is saved. A state never
// changes, so that a run can go on showing the one it was made of.
class Document {
 public:
  struct State {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const std::string> written;  // the file as somebody wrote it; none where to_json() would write it
    std::string act;                             // what led here, as one says it after "undo": "rename coffee"
  };

  Document() = default;
  // As it was opened; without a path it came with the program.
  explicit Document(State opened, std::string path = {});

  // Nothing to edit: it has no scenario, and says so of itself alone.
  bool empty() const { return states_.empty(); }
  const std::shared_ptr<const Scenario>& scenario() const { return states_[now_].scenario; }
  // Its file, as it would be saved now.
  std::string text() const;
  // Whether an edit in the table would lose what only the file's text has: comments, layout.
  bool is_as_written() const { return states_[now_].written != nullptr; }

  const std::string& path() const { return path_; }
  // Whether it says something else than what is saved; also where that was typed anew, it is the same.
  bool is_dirty() const { return is_dirty_; }
  // It stands in that file now.
  void mark_saved(std::string path);
  // It is kept, but in no file that is the user's.
  void mark_unsaved();

  // What was undone is forgotten. Within a group that continues, the new state takes the place of the last one; where
  // that leads back to the state before, the edit has never been.
  void edit(State next, EditGroup group = 0);
  bool undo();
  bool redo();
  // What undo() would take back, or null; what redo() would do again.
  const std::string* undoable() const { return now_ > 0 ? &states_[now_].act : nullptr; }
  const std::string* redoable() const { return now_ + 1 < states_.size() ? &states_[now_ + 1].act : nullptr; }

 private:
  // Compares what may be large, so only when something has changed.
  void look_whether_dirty();

  std::vector<State> states_;
  std::size_t now_ = 0;
  std::optional<State> saved_;  // as it is saved; none where it is nowhere
  bool is_dirty_ = false;
  EditGroup group_ = 0;  // of the last edit
  std::string path_;
};

}  // namespace interleave::gui
