#include "app/cli/handout/figure_writer.h"

#include <fmt/format.h>

#include "app/cli/handout/html_figures.h"

namespace interleave::cli {

std::string FigureWriter::listing(const gui::SlideFigures& figures) {
  std::string text = html_listing(figures);
  return written_.insert(text).second ? text : "";
}

std::string FigureWriter::all(const gui::SlideFigures& figures) {
  ++part_;
  const auto alike = html_figures(figures, "");
  const auto own = html_figures(figures, fmt::format("{}-{}-", ids_, part_));
  std::string result;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (written_.insert(alike[i]).second) result += own[i];
  }
  return result;
}

}  // namespace interleave::cli
