#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/picture/geometry.h"
#include "app/gui/model/picture/look.h"
#include "app/gui/model/state/act_id.h"
#include "app/gui/model/state/focus.h"
#include "core/timeline/ends.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

// Why a text has boxes with numbers in place of letters: no font has them, or this program was built without what puts
// such letters together.
enum class Boxed : std::uint8_t { no, no_font, no_shaping };

struct DrawnText {
  std::string text;
  Rect box;
  float size = 0;
  bool cut = false;  // it did not fit and ends in an ellipsis
  Boxed boxed = Boxed::no;
};

struct DrawnBar {
  Rect box;
  std::size_t lane = 0;
  Look look = Look::running;
  bool future = false;
  TaskId task = TaskId::none;
  std::string label;
};

// A dot of what begins at the playhead.
struct DrawnBegun {
  Point at;
  std::size_t lane = 0;
  TaskId task = TaskId::none;
};

// The mark of a task that was cut while it had still something to do.
struct DrawnCut {
  TaskId task = TaskId::none;
  TaskEnd how = TaskEnd::timed_out;
  Point at;
};

// A mark of what is wrong with how tasks share a variable.
struct DrawnMark {
  SharingMark::Kind kind = SharingMark::Kind::unordered;  // the worst, where several stand at one place
  TaskId task = TaskId::none;
  Point at;
  std::size_t count = 1;
  std::size_t lane = 0;
};

struct DrawnFlag {
  Time time{};
  Rect box;
  Rect delete_box;  // empty where it is not offered
};

// A part of the window that keys can reach.
struct DrawnPanel {
  Panel panel = Panel::toolbar;
  Rect box;
};

struct DrawnControl {
  ActId act;
  Rect box;
  bool enabled = true;
  Panel panel = Panel::toolbar;
};

struct DrawnCell {
  Cell cell;
  Rect box;
  bool editing = false;
};

// What a frame shows, in words: for tests, and for whoever must know where something stands.
struct Drawn {
  std::vector<DrawnText> texts;
  std::vector<Rect> pictures;  // of a lesson
  std::vector<DrawnBar> bars;
  std::vector<DrawnBar> ghosts;  // over the bars: what would be otherwise after an edit
  std::vector<DrawnBegun> begun;
  std::vector<DrawnCut> cuts;
  std::vector<DrawnMark> marks;
  std::size_t relation_arrows = 0;  // of a task that is selected or pointed at
  std::size_t mark_arrows = 0;      // to marks, from what another task did meanwhile
  std::size_t ring_arrows = 0;      // of a deadlock
  std::size_t cancel_arrows = 0;    // from who cancels to who is cancelled
  bool has_deadlock_graph = false;
  std::vector<DrawnControl> controls;
  std::vector<DrawnCell> cells;
  std::vector<Rect> panels;
  std::vector<DrawnPanel> stops;  // for F6
  Panel panel = Panel::toolbar;   // the one that is being drawn
  Rect axis;
  Rect lanes;
  Rect minimap;
  Rect window_frame;  // on the minimap: what the lanes show
  Rect typed_field;   // the field that takes the keys; empty if none
  std::vector<DrawnFlag> flags;
  float playhead_x = 0;
  // What stands above all that was drawn before: a menu, a dialog, a remark. How many texts and controls are below it.
  std::size_t texts_below = 0;
  std::size_t controls_below = 0;
};

}  // namespace interleave::gui
