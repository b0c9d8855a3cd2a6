#pragma once

#include <string>

#include "core/listing/listing.h"

// Listings as text, so that a test can show what it expects.
namespace interleave::testing {

// The lines without the support, blank ones left out.
inline std::string shown(const Listing& listing) {
  std::string text;
  for (const ListingLine& line : listing.lines()) {
    if (line.role == LineRole::program && !line.text.empty()) text += line.text + "\n";
  }
  return text;
}

// The line that a task or a step is told to stand on, without its indentation.
template <class Id>
std::string line_at(const Listing& listing, Id id) {
  const std::string& text = listing.lines().at(listing.line_of(id)).text;
  return text.substr(text.find_first_not_of(' '));
}

}  // namespace interleave::testing
