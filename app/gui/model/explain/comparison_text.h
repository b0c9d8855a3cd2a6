#pragma once

#include <string>

#include "app/gui/model/state/forecast.h"

namespace interleave::gui {

// How the tasks of a run share its workers, in a few words of figures: "1 thread; up to 3 tasks wait at once and leave
// it free".
std::string sharing_text(const Timeline& timeline);

// Which modes take how long, and what the difference comes from, in at most two sentences.
std::string verdict_text(const Forecast& forecast);

}  // namespace interleave::gui
