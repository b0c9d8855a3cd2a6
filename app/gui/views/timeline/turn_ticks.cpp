#include "app/gui/views/timeline/turn_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "core/timeline/beside_loop.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostColors = 6;  // in one tick
constexpr float kBeyondBars = 5;
constexpr float kCrowded = 6;  // between two ticks
constexpr float kNear = 12;    // to what stands beside a tick or the end of a bar
constexpr std::string_view kFree = "free: who awaits takes no worker";
constexpr std::array<std::string_view, 2> kFreeNow = {"free now: who awaits takes no worker", "free now"};

// One tick of a pixel, higher than a bar, so that a bar that begins with it does not hide it; turns of the same pixel
// share its height, each in its task's colour.
void draw_tick(const Ui& ui, const WorkerTrack& worker, const TurnTick& tick, Rect box) {
  box = box.inset(0, -ui.px(kBeyondBars));
  const std::size_t colors = std::min(tick.count, kMostColors);
  const float height = box.height() / static_cast<float>(colors);
  for (std::size_t i = 0; i < colors; ++i) {
    const float top = box.top + height * static_cast<float>(i);
    const Turn& turn = worker.turns[tick.first + i * tick.count / colors];
    ui.canvas.fill({tick.x, top, tick.x + std::max(1.0F, ui.px(1)), top + height},
                   task_line_color(ui.theme, index(turn.task)));
  }
}

// Ticks close to each other over some way would look like a worker that runs all the time: they stand above the bars,
// which tell what part of the time it does.
void draw_crowded_tick(const Ui& ui, const TurnTick& tick, Rect box) {
  ui.canvas.fill({tick.x, box.top - ui.px(kBeyondBars), tick.x + std::max(1.0F, ui.px(1)), box.top}, ui.theme.neutral);
}

void explain_tick(const Ui& ui, const Timeline& timeline, const WorkerTrack& worker, const TurnTick& tick, Rect box) {
  const float reach = ui.px(4);
  if (!ui.pointer.over({tick.x - reach, box.top, tick.x + reach, box.bottom})) return;
  Tooltip tooltip;
  tooltip.title = fmt::format("{} {} of less than a pixel, at {}", tick.count, tick.count == 1 ? "turn" : "turns",
                              time_text(worker.turns[tick.first].at));
  for (std::size_t i = 0; i < std::min(tick.count, kMostColors); ++i) {
    const Turn& turn = worker.turns[tick.first + i];
    tooltip.lines.push_back(fmt::format("task\t{}", timeline.tasks()[index(turn.task)].name));
  }
  if (tick.count > kMostColors) tooltip.lines.push_back(fmt::format("\tand {} more", tick.count - kMostColors));
  ui.tooltip = tooltip;
}

// A lane lower than a line of text has none: it would stand over its neighbours.
bool has_room_for_words(const Ui& ui, Rect box) {
  constexpr float kLeastShare = 0.75F;
  return box.height() >= ui.canvas.text_height(Style::small) * kLeastShare;
}

// How many turns a tick stands for, where that is more than one and there is room beside it. Returns where it ends.
float write_count(const Ui& ui, const TurnTick& tick, Rect box, float room) {
  const std::string text = fmt::format("{} turns", tick.count);
  const float width = ui.canvas.text_width(text, Style::small);
  if (width + ui.px(12) > room || !has_room_for_words(ui, box)) return tick.x;
  ui.canvas.text({tick.x + ui.px(6), box.top, tick.x + ui.px(6) + width, box.bottom}, text, Style::small,
                 ui.theme.text);
  return tick.x + ui.px(6) + width;
}

// Those after the playhead are shorter and pale, as all that has not happened yet.
void draw_turns_to_come(const Ui& ui, const Timeline& timeline, const WorkerTrack& worker, Time now, Rect box,
                        const TimeScale& scale) {
  const float lost = box.height() * 0.3F;
  if (worker.turns.empty() || worker.turns.back().at <= now) return;
  for (const TurnTick& tick : lay_out_turns(worker.turns, scale, timeline.horizon())) {
    const Turn& turn = worker.turns[tick.first];
    if (turn.at <= now) continue;
    ui.canvas.fill({tick.x, box.top + lost, tick.x + std::max(1.0F, ui.px(1)), box.bottom - lost},
                   mix(ui.theme.ground, task_line_color(ui.theme, index(turn.task)), 0.8F));
  }
}

bool somebody_waits_without_worker(const Timeline& timeline, Time time) {
  return Moment(timeline, time).counts()[Counter::waiting_worker_free] > 0;
}

bool write_in(const Ui& ui, Rect box, std::string_view text, Align align) {
  if (ui.canvas.text_width(text, Style::small) > box.width() || !has_room_for_words(ui, box)) return false;
  const float width = ui.canvas.text_width(text, Style::small);
  const float left = align == Align::center ? box.center().x - width / 2 : box.left;
  const float half = ui.canvas.text_height(Style::small) / 2;
  // Lines of the time axis do not run through it.
  ui.canvas.fill({left - ui.px(4), box.center().y - half, left + width + ui.px(4), box.center().y + half},
                 ui.theme.ground);
  ui.canvas.text(box, text, Style::small, ui.theme.text, align);
  return true;
}

// Says what the emptiest stretch means. Where none has room for that, it is said of this moment, behind the playhead.
void draw_meaning_of_gap(const Ui& ui, const Timeline& timeline, Rect box, const std::vector<Bar>& bars,
                         const std::vector<TurnTick>& ticks, const std::vector<Gap>& taken, const TimeScale& scale) {
  const Time now = happened_until(ui.state);
  const float left = std::max(scale.left(), static_cast<float>(scale.x(0.0)));
  const Time end = std::min(now, timeline.horizon());
  const float right = std::min(scale.right(), static_cast<float>(scale.x(end)));
  if (right <= left) return;
  std::vector<Bar> past;
  std::copy_if(bars.begin(), bars.end(), std::back_inserter(past), [](const Bar& bar) { return !bar.future; });
  Gap gap = widest_gap(past, ticks, left, right);
  const float near = ui.px(kNear);
  const auto behind_taken = [&](float from) {
    for (const Gap& part : taken) {
      if (part.left <= from + near && part.right > from) from = part.right;
    }
    return from;
  };
  gap.left = behind_taken(gap.left);
  const Time middle = moment_at(scale.time(double{gap.left + gap.right} / 2));
  const float margin = ui.px(10);
  const bool written = somebody_waits_without_worker(timeline, middle) &&
                       write_in(ui, {gap.left + margin, box.top, gap.right - margin, box.bottom}, kFree, Align::center);
  const bool busy_later = past.size() != bars.size();
  if (written || busy_later || !somebody_waits_without_worker(timeline, now)) return;
  const auto& turns = timeline.workers().front().turns;
  const auto next = std::partition_point(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.at <= now; });
  const float next_x = next == turns.end() ? scale.right() : static_cast<float>(scale.x(next->at)) - ui.px(4);
  const Rect until_next{behind_taken(right) + margin, box.top, std::min(next_x, scale.right()), box.bottom};
  for (const std::string_view text : kFreeNow) {
    if (write_in(ui, until_next, text, Align::left)) return;
  }
}

}  // namespace

void draw_turn_ticks(const Ui& ui, const Lane& lane, Rect box, const TimeScale& scale, const std::vector<Bar>& bars,
                     std::vector<Gap> taken) {
  const Timeline& timeline = *lane.timeline;
  if (!is_event_loop(traits(timeline.info().mode)) || is_beside_loop(timeline, worker_id(lane.track))) return;
  const WorkerTrack& worker = timeline.workers()[lane.track];
  const Time now = happened_until(ui.state);
  const auto playhead = static_cast<float>(scale.x(now));
  const auto ticks = lay_out_turns(worker.turns, scale, now);
  if (!ui.state.future_hidden) draw_turns_to_come(ui, timeline, worker, now, box, scale);
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const bool after_another = i > 0 && ticks[i].x - ticks[i - 1].x < 2;
    const bool before_another = i + 1 < ticks.size() && ticks[i + 1].x - ticks[i].x < 2;
    const bool dense = after_another || before_another;
    const bool stands_for_others = !dense || drawn_when_dense(ticks[i].x);
    if (is_crowded(ticks, i, ui.px(kCrowded))) {
      if (stands_for_others) draw_crowded_tick(ui, ticks[i], box);
    } else if (stands_for_others) {
      draw_tick(ui, worker, ticks[i], box);
    }
    explain_tick(ui, timeline, worker, ticks[i], box);
    float end = i + 1 < ticks.size() ? ticks[i + 1].x : scale.right();
    if (playhead > ticks[i].x + 2) end = std::min(end, playhead);
    if (ticks[i].count < 2 || !bars.empty()) continue;
    taken.push_back({ticks[i].x, write_count(ui, ticks[i], box, end - ticks[i].x)});
  }
  draw_meaning_of_gap(ui, timeline, box, bars, ticks, taken, scale);
}

}  // namespace interleave::gui
