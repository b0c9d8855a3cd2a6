#pragma once

#include <string>
#include <vector>

#include "app/gui/model/state/forecast.h"

namespace interleave::gui {

// How the tasks of a run share its workers, in a few words of figures: "1 thread; up to 3 tasks wait at once and leave
// it free".
std::string sharing_text(const Timeline& timeline);

// Which modes take how long; with what the fastest gained by; and with what kept the slowest from it: each is true of
// the records compared. From the longest of these texts to the shortest.
std::vector<std::string> verdict_texts(const Forecast& forecast);

}  // namespace interleave::gui
