#include "app/gui/model/explain/workers_text.h"

#include <fmt/format.h>

#include "core/looks/wording.h"
#include "core/timeline/beside_loop.h"

namespace interleave::gui {

std::string workers_text(const Timeline& timeline) {
  const std::size_t count = timeline.workers().size();
  const ModeTraits& mode = traits(timeline.info().mode);
  const std::string_view noun = mode.worker;
  if (has_threads_beside_loop(timeline)) {
    return count == 2 ? "the thread beside the loop" : fmt::format("all {} threads beside the loop", count - 1);
  }
  if (mode.one_worker) return fmt::format("the {}", noun);
  if (count == 1) return fmt::format("the only {}", noun);
  if (count == 2) return fmt::format("both {}", plural(noun));
  return fmt::format("all {}", counted(count, noun));
}

}  // namespace interleave::gui
