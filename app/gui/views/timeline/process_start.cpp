#include "app/gui/views/timeline/process_start.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kStarting = "starting";
constexpr float kBesideStarting = 6;

// How long it took, or how long it has taken so far.
std::string start_text(const WorkerTrack& worker, Time until) {
  const std::string since = fmt::format("{} is starting since {}", worker.name, time_text(worker.created));
  if (worker.turns.empty()) return since + ", and has no task yet";
  return fmt::format("{} starts from {} to {}, and has no task yet", worker.name, time_text(worker.created),
                     time_text(until));
}

}  // namespace

void draw_process_start(const Ui& ui, const Lane& lane, Rect box, const TimeScale& scale) {
  if (lane.kind != LaneKind::worker || traits(lane.timeline->info().mode).shares_memory) return;
  const WorkerTrack& worker = lane.timeline->workers()[lane.track];
  const Time ready = worker.turns.empty() ? lane.timeline->horizon() : worker.turns.front().at;
  const Time seen = std::min(ready, happened_until(ui.state));
  if (seen <= worker.created) return;
  const Rect gap{std::max(scale.left(), static_cast<float>(scale.x(worker.created))), box.top,
                 std::min(scale.right(), static_cast<float>(scale.x(seen))), box.bottom};
  if (gap.right <= gap.left) return;
  if (ui.pointer.over(gap) && ui.memory.grab == Grab::none) ui.explain(start_text(worker, ready));
  const float width = ui.canvas.text_width(kStarting, Style::small);
  const float height = ui.canvas.text_height(Style::small);
  if (gap.width() < width + 2 * ui.px(kBesideStarting) || gap.height() < height) return;
  const float left = std::round(gap.center().x - width / 2);
  // Lines of the time axis do not run through it.
  ui.canvas.fill({left - ui.px(4), gap.center().y - height / 2, left + width + ui.px(4), gap.center().y + height / 2},
                 ui.theme.ground);
  ui.canvas.text({left, gap.top, gap.right, gap.bottom}, kStarting, Style::small, ui.theme.text);
}

}  // namespace interleave::gui
