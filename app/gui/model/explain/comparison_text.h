#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/model/state/forecast.h"

namespace interleave::gui {

// How the tasks of a run share its workers, in a few words of figures: "1 thread; up to 3 tasks wait at once and hold
// no worker".
std::string sharing_text(const Timeline& timeline);

// Whether it is said of what somebody has seen to its end, or of what is to come.
enum class Told : std::uint8_t { before, after };

// Which modes take how long; with what the fastest gained by; with where the GIL held tasks up; and with what kept the
// slowest from it: each is true of the records compared. With the modes in which the scenario cannot run. From the
// longest of these texts to the shortest.
std::vector<std::string> verdict_texts(const Forecast& forecast, Told told);

// Who is queued at a moment and so on no worker's lane, from the longest wording to the shortest: "queued now: food,
// cake", "2 queued now". None where nobody is.
std::vector<std::string> queued_texts(const Timeline& timeline, Time now);

}  // namespace interleave::gui
