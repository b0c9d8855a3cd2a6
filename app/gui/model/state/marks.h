#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/edit/text_edit.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/base/time.h"

namespace interleave::gui {

// A moment of the scenario's time that somebody wants to come back to.
struct Mark {
  Time time{};
  std::string text;  // may be empty

  friend bool operator==(const Mark&, const Mark&) = default;
};

// The marks of a scenario, by time, at most one at a moment, and the one whose text is being typed.
struct Marks {
  struct Edit {
    std::size_t position = 0;
    TextEdit text;
    bool fresh = false;  // it was made for this
  };

  std::vector<Mark> all;
  std::optional<Edit> edit;

  // Where the mark at exactly that moment stands in `all`.
  std::optional<std::size_t> at(Time time) const;
  std::optional<Time> neighbour(Time time, Direction direction) const;

  // Begins to type the text of the mark at that moment, which is made where there is none.
  void begin_edit(Time time);
  void keep_edit();
  // Leaves the mark as it was before; one that was made for it goes.
  void drop_edit();
  void remove(std::size_t position);
};

}  // namespace interleave::gui
