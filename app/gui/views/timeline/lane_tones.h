#pragma once

#include <optional>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/timeline/dense_paint.h"

namespace interleave::gui {

// Draws those of a lane's bars that are drawn in tones, from left to right, in the lane's box.
class LaneTones {
 public:
  LaneTones(const Ui& ui, const Lane& lane, std::size_t position, Rect box)
      : ui_(ui), lane_(lane), position_(position), box_(box), painter_(ui) {}

  // About how many there will be.
  void expect(std::size_t bars) { painter_.expect(bars); }
  void add(const Bar& bar);
  // What comes next does not go on with what was added last: something else was drawn between.
  void interrupt() { goes_on_ = false; }
  void draw() { painter_.draw(); }

 private:
  // What the tones of a bar depend on.
  struct Key {
    TaskId task = TaskId::none;
    bool future = false;
    bool lit = true;
    friend bool operator==(const Key&, const Key&) = default;
  };

  bool lit(const Bar& bar) const;
  const Tones& tones_for(const Bar& bar);
  void note(const Bar& bar);

  const Ui& ui_;
  const Lane& lane_;
  std::size_t position_;  // among the lanes of the view
  Rect box_;
  TonePainter painter_;
  std::optional<Tones> tones_;  // of the last bar: most have the same
  Key key_;
  bool goes_on_ = false;
};

}  // namespace interleave::gui
