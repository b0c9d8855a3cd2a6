#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// What became of something that tasks share: a variable's values, who holds a lock, how many permits of a semaphore are
// taken, how full a queue is; and who waits for it.
void draw_shared_lane(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale);

void draw_shared_name(const Ui& ui, const Lane& lane, Rect box);

// What the name takes in one line, with what it is a name of.
float shared_name_width(const Ui& ui, const Lane& lane);

// Of the one that is selected, instead of who is where at the moment: what is known of it then, and its last uses.
void draw_selected_object(const Ui& ui, Rect header, Rect box, ObjectId object);

}  // namespace interleave::gui
