#include "app/gui/model/update/lecture.h"

#include <algorithm>

namespace interleave::gui {

void toggle_presentation(AppState& state) {
  state.presenting = !state.presenting;
  state.lecture = {};
}

void show_beside(AppState& state, Beside beside) {
  if (!state.presenting) return;
  state.lecture.beside = state.lecture.beside == beside ? Beside::nothing : beside;
}

void show_tools(AppState& state) {
  if (state.presenting) state.lecture.tools_for = kToolsStay;
}

void toggle_toolbar(AppState& state) {
  show_tools(state);
  state.lecture.toolbar = state.presenting && !state.lecture.toolbar;
}

void show_all_tools(AppState& state) {
  show_tools(state);
  state.lecture.toolbar = state.presenting;
}

void toggle_black(AppState& state) {
  state.lecture.black = state.presenting && !state.lecture.black;
  state.lecture.frozen = false;
}

void toggle_freeze(AppState& state) { state.lecture.frozen = state.presenting && !state.lecture.frozen; }

bool advance_tools(AppState& state, double host_seconds) {
  double& left = state.lecture.tools_for;
  if (left <= 0) return false;
  left = std::max(0.0, left - host_seconds);
  if (left <= 0) state.lecture.toolbar = false;
  return left <= 0;
}

}  // namespace interleave::gui
