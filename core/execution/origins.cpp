#include "core/execution/origins.h"

#include <algorithm>

namespace interleave {

void Origins::add(const Origins& more) {
  for (const Origin& one : more.all_) {
    const auto place = std::lower_bound(all_.begin(), all_.end(), one.variable,
                                        [](const Origin& a, ObjectId variable) { return a.variable < variable; });
    if (place == all_.end() || place->variable != one.variable) {
      all_.insert(place, one);
    } else {
      place->read = std::min(place->read, one.read);
    }
  }
}

}  // namespace interleave
