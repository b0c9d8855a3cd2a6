#pragma once

#include <string>
#include <string_view>

#include "app/cli/output.h"
#include "core/timeline/timeline.h"

namespace interleave::cli {

// What a run is shown as.
enum class Format { console, chart, json, trace, csv, svg, recording };

// The finished run in that format, as it suits where it goes. A recording takes the scenario's text with it.
std::string text_of(const Timeline& timeline, Format format, const OutputTarget& target, std::string_view scenario);

}  // namespace interleave::cli
