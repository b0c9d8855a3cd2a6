#pragma once

#include "core/base/time.h"

namespace interleave::gui {

// A stretch of the run's time that was selected. Its two ends differ.
struct SelectedRange {
  Time anchor{};  // where it was begun
  Time head{};    // the end that moves with the hand or the keys; on either side

  Time begin() const { return anchor < head ? anchor : head; }
  Time end() const { return anchor < head ? head : anchor; }

  friend bool operator==(const SelectedRange&, const SelectedRange&) = default;
};

}  // namespace interleave::gui
