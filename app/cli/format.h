#pragma once

#include <string>
#include <string_view>

#include "app/cli/output.h"
#include "core/timeline/timeline.h"

namespace interleave::cli {

// What a run is shown as.
enum class Format { console, chart, json, trace, csv, svg, schedule, recording };

// Why a recording is not printed.
inline constexpr std::string_view kNeedsFile = "a recording is no text: name a file for it, as in -o run.interleave";

// Why a run has no schedule to show.
inline constexpr std::string_view kHasNoSchedule =
    "this run does not say in which order its steps came: it was on the real clock, or is an older recording";

// The finished run in that format, as it suits where it goes. A recording takes the scenario's text with it.
std::string text_of(const Timeline& timeline, Format format, const OutputTarget& target, std::string_view scenario);

}  // namespace interleave::cli
