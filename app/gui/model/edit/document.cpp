#include "app/gui/model/edit/document.h"

#include <utility>

#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

bool says_the_same(const Document::State& one, const Document::State& other) {
  const bool same_text = one.written != nullptr && other.written != nullptr ? *one.written == *other.written
                                                                            : one.written == other.written;
  return same_text && *one.scenario == *other.scenario;
}

}  // namespace

Document::Document(State opened, std::string path) : path_(std::move(path)) {
  states_.push_back(std::move(opened));
  serials_.push_back(last_serial_);
}

std::string Document::text() const {
  const State& state = states_[now_];
  return state.written != nullptr ? *state.written : to_json(*state.scenario);
}

void Document::mark_saved(std::string path) {
  path_ = std::move(path);
  saved_ = serials_[now_];
  group_ = 0;
}

void Document::edit(State next, EditGroup group) {
  const bool goes_on = group != 0 && group == group_ && now_ > 0;
  group_ = group;
  states_.resize(goes_on ? now_ : now_ + 1);
  serials_.resize(states_.size());
  now_ = states_.size() - 1;
  if (goes_on && says_the_same(next, states_[now_])) {
    group_ = 0;
    return;
  }
  states_.push_back(std::move(next));
  serials_.push_back(++last_serial_);
  ++now_;
}

bool Document::undo() {
  if (undoable() == nullptr) return false;
  --now_;
  group_ = 0;
  return true;
}

bool Document::redo() {
  if (redoable() == nullptr) return false;
  ++now_;
  group_ = 0;
  return true;
}

}  // namespace interleave::gui
