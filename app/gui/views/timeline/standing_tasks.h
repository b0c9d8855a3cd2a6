#pragma once

#include <vector>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/state/code.h"
#include "app/gui/views/widgets/ui.h"
#include "core/listing/listing.h"

namespace interleave::gui {

// The tasks that stand at a line of code, and main: a stripe in the gutter for each of the first, and its name with the
// look of its state behind the code.
float stripes_width(const Ui& ui);
void draw_stripes(const Ui& ui, Rect box, const StandingLine& standing);

// At the right of the box, as many as there is room for, and how many more there are.
void draw_standing_tasks(const Ui& ui, Rect box, const StandingLine& standing);

// All of them in words.
Tooltip tooltip_of(const Ui& ui, const StandingLine& standing);

// How wide those of a line can become: of the first few that may stand there, at the same time.
class StandingWidths {
 public:
  explicit StandingWidths(const Ui& ui);

  float of(const ListingLine& line) const;

 private:
  bool main_waits(const ListingLine& line) const;
  float width_of(TaskId task) const;
  void set(const std::vector<Step>& steps, float width);

  const Ui& ui_;
  std::vector<float> by_step_;
};

}  // namespace interleave::gui
