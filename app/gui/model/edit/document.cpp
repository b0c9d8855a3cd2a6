#include "app/gui/model/edit/document.h"

#include <utility>

#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

std::string text_of(const Document::State& state) {
  return state.written != nullptr ? *state.written : to_json(*state.scenario);
}

bool says_the_same(const Document::State& one, const Document::State& other) {
  if (!(*one.scenario == *other.scenario)) return false;
  return one.written == other.written || text_of(one) == text_of(other);
}

}  // namespace

Document::Document(State opened, std::string path) : saved_(opened), path_(std::move(path)) {
  states_.push_back(std::move(opened));
}

std::string Document::text() const { return text_of(states_[now_]); }

void Document::mark_saved(std::string path) {
  path_ = std::move(path);
  saved_ = states_[now_];
  is_dirty_ = false;
  group_ = 0;
}

void Document::mark_unsaved() {
  saved_.reset();
  is_dirty_ = true;
}

void Document::look_whether_dirty() { is_dirty_ = !saved_ || !says_the_same(states_[now_], *saved_); }

void Document::edit(State next, EditGroup group) {
  const bool goes_on = group != 0 && group == group_ && now_ > 0;
  group_ = group;
  states_.resize(goes_on ? now_ : now_ + 1);
  now_ = states_.size() - 1;
  if (goes_on && says_the_same(next, states_[now_])) {
    group_ = 0;
  } else {
    states_.push_back(std::move(next));
    ++now_;
  }
  look_whether_dirty();
}

bool Document::undo() {
  if (undoable() == nullptr) return false;
  --now_;
  group_ = 0;
  look_whether_dirty();
  return true;
}

bool Document::redo() {
  if (redoable() == nullptr) return false;
  ++now_;
  group_ = 0;
  look_whether_dirty();
  return true;
}

}  // namespace interleave::gui
