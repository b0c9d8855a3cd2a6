#include "app/gui/model/state/marks.h"

#include <algorithm>

namespace interleave::gui {

std::optional<std::size_t> Marks::at(Time time) const {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].time == time) return i;
  }
  return std::nullopt;
}

std::optional<Time> Marks::neighbour(Time time, Direction direction) const {
  std::optional<Time> found;
  for (const Mark& mark : all) {
    if (direction == Direction::previous && mark.time < time) found = mark.time;
    if (direction == Direction::next && mark.time > time) return mark.time;
  }
  return found;
}

void Marks::begin_edit(Time time) {
  keep_edit();
  const auto existing = at(time);
  if (existing) {
    edit = Edit{*existing, TextEdit(all[*existing].text), false};
    return;
  }
  const auto place = std::find_if(all.begin(), all.end(), [&](const Mark& mark) { return mark.time > time; });
  const auto position = static_cast<std::size_t>(place - all.begin());
  all.insert(place, {time, {}});
  edit = Edit{position, TextEdit(), true};
}

void Marks::keep_edit() {
  if (edit) all[edit->position].text = edit->text.text();
  edit.reset();
}

void Marks::drop_edit() {
  if (edit && edit->fresh) all.erase(all.begin() + static_cast<std::ptrdiff_t>(edit->position));
  edit.reset();
}

void Marks::remove(std::size_t position) {
  keep_edit();
  if (position < all.size()) all.erase(all.begin() + static_cast<std::ptrdiff_t>(position));
}

}  // namespace interleave::gui
