#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/lesson/slide_figures.h"

namespace interleave::cli {

// The slide's program; empty where it shows none.
std::string html_listing(const gui::SlideFigures& figures);

// What else it shows, each by itself: the run as a picture, whose ids begin with `ids`, what the run prints, tables of
// the modes that are compared and of outcomes.
std::vector<std::string> html_figures(const gui::SlideFigures& figures, std::string_view ids);

}  // namespace interleave::cli
