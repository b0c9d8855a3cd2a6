#pragma once

#include <set>
#include <string>
#include <utility>

#include "app/gui/model/lesson/slide_figures.h"

namespace interleave::cli {

// Writes what a slide shows, part by part: what an earlier part of it has shown already is not written again.
class FigureWriter {
 public:
  // Ids begin with that, which no other writer of the page has.
  explicit FigureWriter(std::string ids) : ids_(std::move(ids)) {}

  std::string listing(const gui::SlideFigures& figures);
  // All but the listing.
  std::string all(const gui::SlideFigures& figures);

 private:
  std::string ids_;
  std::set<std::string> written_;  // without ids
  std::size_t part_ = 0;
};

}  // namespace interleave::cli
