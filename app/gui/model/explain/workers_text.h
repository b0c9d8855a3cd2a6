#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// "both workers", "the event loop", "all 5 threads": what every task shares in that run.
std::string workers_text(const Timeline& timeline);

}  // namespace interleave::gui
