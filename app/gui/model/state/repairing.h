#pragma once

#include <memory>

#include "app/gui/model/state/background_result.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/explore/repair.h"

namespace interleave::gui {

// Where a lock would help, while that is shown.
struct Repairing {
  RepairsShown shown = RepairsShown::no;
  std::shared_ptr<const Exploration> of;  // what is to be repaired; null where that is not known yet
  BackgroundResult<Repairs> job;
  std::shared_ptr<const Repairs> known;  // null until they are
};

}  // namespace interleave::gui
