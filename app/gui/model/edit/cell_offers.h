#pragma once

#include <string>
#include <vector>

#include "app/gui/model/edit/cell.h"
#include "app/gui/model/edit/text_edit.h"

namespace interleave::gui {

// A name or word that may be meant where somebody types.
struct CellOffer {
  std::string text;
  std::string what;  // it is: "lock", "parameter"

  friend bool operator==(const CellOffer&, const CellOffer&) = default;
};

// Those that go on from what stands before the cursor, or all where everything is selected; and what of the text one of
// them takes the place of.
struct CellOffers {
  TextRange range;
  std::vector<CellOffer> all;
};

CellOffers offers_for(const Scenario& scenario, const Cell& cell, const TextEdit& typed);

}  // namespace interleave::gui
