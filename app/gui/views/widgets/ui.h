#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/edit/step_rows.h"
#include "app/gui/model/input/command.h"
#include "app/gui/model/picture/findings.h"
#include "app/gui/model/picture/minimap.h"
#include "app/gui/model/picture/shared_bars.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/views/drawing/canvas.h"
#include "app/gui/views/drawing/code_layout.h"
#include "app/gui/views/drawing/kept_graph.h"
#include "app/gui/views/drawing/pictures.h"
#include "app/gui/views/drawing/theme.h"

namespace interleave::gui {

// The mouse as of this frame.
struct Pointer {
  Point at{-1, -1};
  Point press_at{-1, -1};  // where the left button went down last
  Point moved;
  float wheel = 0;
  float wheel_x = 0;
  std::uint64_t presses = 0;  // of the left button, since the start
  bool down = false;
  bool pressed = false;
  bool released = false;
  bool double_clicked = false;
  bool right_down = false;
  bool shift = false;

  bool over(const Rect& rect) const { return rect.contains(at); }
  bool clicked(const Rect& rect) const { return released && rect.contains(at) && rect.contains(press_at); }
};

// What a drag that began earlier moves.
enum class Grab : std::uint8_t {
  none,
  playhead,
  pan,
  lane_scroll,
  console_scroll,
  splitter,
  code_scroll,
  text,
  task_scroll,
  dialog_scroll,
  file_scroll,
  edge,
  range,
  minimap,
  menu_scroll,
  slide_scroll,
  repairs_scroll,
  help_scroll,
  settings_scroll,
  step,
  step_scroll,
  answer,  // the moment that somebody believes in
  order    // a task of an answer that is an order
};

// A bar's end that is dragged: the length of a step.
struct EdgeDrag {
  TaskId task = TaskId::none;
  StepId step = StepId::none;
  double length = 0;  // seconds, where the pointer was at `x`
  double shown = 0;   // as it was last wished for
  float x = 0;
  double seconds_per_pixel = 0;
  EditGroup group = 0;
};

// A remark beside the pointer; the view under the pointer asks for it, the screen draws it last.
struct Tooltip {
  std::string title;
  std::vector<std::string> lines;
  std::optional<Point> at = std::nullopt;  // where it stands; none: at the pointer
};

// The code in rows as they were laid out last, and what was brought into view last.
struct CodeMemory {
  std::shared_ptr<const Listing> listing;
  Support support = Support::folded;
  std::size_t columns = 0;
  std::vector<CodeRow> rows;
  std::vector<std::size_t> lines_in_view;
};

// The rows of the list of steps as they were made last, and the cell that was brought into sight last.
struct StepMemory {
  std::shared_ptr<const Scenario> scenario;
  std::size_t task = 0;
  std::optional<StepPath> open;
  std::vector<StepRow> rows;
  std::optional<Cell> shown;
};

// What views remember between frames that is no part of the model: where the pointer stood, what it drags.
struct ViewMemory {
  Grab grab = Grab::none;
  PanelGroup splitter = PanelGroup::bottom;  // the one that is grabbed
  std::optional<Look> pointed_look;          // the legend's entry under the pointer, as of the last frame
  Time range_anchor{};                       // of the stretch that is being selected
  FramePart frame_part = FramePart::none;    // what is dragged of the small picture's frame
  double frame_grip = 0;                     // seconds from the frame's left edge to where it was taken
  std::optional<LaneKey> walked_lane;        // as of the last frame
  CodeMemory code;
  float field_scroll = 0;  // of the one-line text that is typed, in pixels
  float file_scroll = 0;   // of the file's text, in pixels
  float file_scroll_x = 0;
  std::optional<std::size_t> file_cursor;          // as it was last brought into sight
  float menu_scroll = 0;                           // pixels
  float settings_scroll = 0;                       // pixels
  float repairs_scroll = 0;                        // pixels
  float slide_scroll = 0;                          // pixels up from the end of a slide's text
  std::pair<std::size_t, std::size_t> slide_part;  // as of the last frame: which slide, and how many parts of it
  std::optional<int> menu_entry;                   // as it was last brought into sight
  std::optional<Cell> shown_setting;               // as it was last brought into sight
  std::optional<EdgeDrag> edge;
  std::optional<std::size_t> shown_row;       // of the table: the selected one that was brought into sight
  std::vector<KeptMiniColumns> mini_columns;  // of each run on the screen
  StepMemory steps;
  std::size_t ordered = 0;   // place of the task that is dragged in an answer that is an order
  std::optional<Cell> step;  // that is dragged, by the cell of its verb
  Rect offers;               // of what is offered for what is typed, as of the last frame; empty where nothing is
  KeptHistories histories;   // of what tasks share, of the run on the screen
  KeptFindings findings;     // of each run on the screen
  KeptGraph graph;           // of the program on the screen
};

// All that a view needs: what it shows, where it draws, what it may wish for.
struct Ui {
  const AppState& state;
  const Theme& theme;
  Canvas& canvas;
  const Pointer& pointer;
  ViewMemory& memory;
  std::optional<Tooltip>& tooltip;
  std::vector<Command>& wishes;
  Pictures* pictures = nullptr;  // of lessons; null: none are shown

  float px(float length) const { return canvas.px(length); }
  void wish(Command command) const { wishes.push_back(std::move(command)); }
  void explain(std::string text) const { tooltip = Tooltip{std::move(text), {}}; }
};

}  // namespace interleave::gui
