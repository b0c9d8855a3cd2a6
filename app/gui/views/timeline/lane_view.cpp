#include "app/gui/views/timeline/lane_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "app/gui/views/timeline/duration_drag.h"
#include "app/gui/views/timeline/edited_ghost.h"
#include "app/gui/views/timeline/lane_ends.h"
#include "app/gui/views/timeline/lane_tones.h"
#include "app/gui/views/timeline/process_start.h"
#include "app/gui/views/timeline/span_tooltip.h"
#include "app/gui/views/timeline/turn_ticks.h"
#include "core/looks/span_words.h"
#include "core/timeline/deadlock.h"

namespace interleave::gui {

namespace {

constexpr float kBesideBar = 12;       // between a low bar, what stands behind it, and its label
constexpr float kFarthestLabel = 220;  // from its bar
constexpr std::size_t kNotNoted = static_cast<std::size_t>(-1);
constexpr float kLeastLabelled = 24;  // no bar narrower than that has room for a word
constexpr float kLeastWithLook = 40;  // in a picture crowded with bars; narrower ones are drawn in tones

// Which of its task's spans a lane's span is.
std::size_t position_in_task(const Timeline& timeline, const Span& span) {
  const auto& spans = timeline.tasks()[index(span.task)].spans;
  const auto found =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& other) { return other.begin < span.begin; });
  return static_cast<std::size_t>(found - spans.begin());
}

// A bar shows its state where it happened; the legend's entry under the pointer dims all others.
// So does a chosen line of code with what it did not make.
BarColors shown_colors(const Ui& ui, Look look, const Span& span, std::size_t count, BarColors colors) {
  const auto& pointed = ui.memory.pointed_look;
  const auto& line = ui.state.code.chosen;
  const bool is_of_line = !line || count > 1 || line->made(span);
  if (is_of_line && (!pointed || *pointed == look)) return colors;
  return {mix(ui.theme.ground, colors.area, 0.25F), mix(ui.theme.ground, colors.line, 0.25F)};
}
BarColors shown_colors(const Ui& ui, const Bar& bar, const Span& span, BarColors colors) {
  return shown_colors(ui, bar.future ? Look::future : bar.look, span, bar.count, colors);
}

class LanePainter {
 public:
  LanePainter(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale, Detail detail)
      : ui_(ui),
        lane_(lane),
        row_(row),
        scale_(scale),
        timeline_(*lane.timeline),
        box_(bar_box(ui, row.box)),
        detail_(detail),
        tones_(ui, lane, row.lane, box_) {
    const auto& selection = ui.state.selection;
    if (selection && selection->compared == lane.compared) selected_ = selected_span(ui.state);
    const float y = ui.pointer.at.y;
    reacts_ = selected_ != nullptr || (y >= box_.top && y < box_.bottom);
  }

  void draw(const std::vector<Bar>& bars) {
    const Time now = happened_until(ui_.state);
    if (detail_ == Detail::tones) tones_.expect(bars.size());
    labelled_until_.reserve(bars.size());
    noted_.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
      labelled_until_.push_back(std::max(bars[i].left, scale_.left()));
      noted_.push_back(kNotNoted);
      if (in_tones(bars[i]))
        draw_in_tones(bars[i]);
      else
        draw_bar(bars[i], dense_at(bars, i) ? Density::dense : Density::sparse);
    }
    tones_.draw();
    if (!lane_.compared && ui_.state.run.live != nullptr) draw_prediction();
    if (real()) draw_ghost(now);
    std::vector<Gap> taken = draw_lane_ends(ui_, lane_, row_, scale_, bars, rooms_of(bars));
    if (!ends_in_deadlock(now)) draw_label_behind(bars, taken);
    draw_edited_ghost(ui_, lane_, row_, scale_, box_, taken);
    draw_process_start(ui_, lane_, box_, scale_);
    if (lane_.kind == LaneKind::worker) draw_turn_ticks(ui_, lane_, box_, scale_, bars, std::move(taken));
  }

 private:
  std::vector<BarRoom> rooms_of(const std::vector<Bar>& bars) const {
    std::vector<BarRoom> rooms;
    rooms.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
      rooms.push_back({labelled_until_[i], {}});
      if (bars[i].look != Look::running || in_tones(bars[i])) continue;
      const Span& span = lane_.spans[bars[i].first];
      rooms.back().ink = ink_on(shown_colors(ui_, bars[i], span, colors_of_task(ui_.theme, bars[i].task)).area);
    }
    return rooms;
  }

  // What a deadlocked task waits for stands at its end.
  bool ends_in_deadlock(Time now) const { return is_deadlocked(timeline_) && now >= timeline_.horizon(); }

  // A real run's lanes have the simulation's strip below their bars.
  bool real() const { return !lane_.compared && shows_simulation(ui_.state); }

  // Below a real run's bars, what the simulation says of the same time: where both agree, bar and ghost end together.
  void draw_ghost(Time now) {
    const Timeline& prediction = *ui_.state.run.prediction;
    const Lane lane = counterpart(lane_, prediction);
    const float top = box_.bottom + ui_.px(kSimulatedBelow);
    const Rect strip{box_.left, top, box_.right, top + ui_.px(kSimulatedStrip)};
    for (const Bar& bar : lay_out(lane, scale_, now, prediction.horizon())) {
      if (bar.future) continue;
      const BarColors colors = colors_of_task(ui_.theme, lane.spans[bar.first].task);
      const float apart = bar.look == Look::dense ? 0.0F : 1.0F;
      paint_bar(ui_, {bar.left, strip.top, bar.right - apart, strip.bottom}, bar.left, Look::simulated,
                shown_colors(ui_, Look::simulated, lane.spans[bar.first], bar.count, colors));
      const Rect place{bar.left, strip.top, bar.right, strip.bottom};
      if (ui_.pointer.over(place)) {
        ui_.tooltip = tooltip_of(ui_, prediction, lane.spans[bar.first]);
        ui_.tooltip->title += ": simulated";
      }
    }
  }

  // What a real run has yet to record, as the simulation sees it.
  void draw_prediction() {
    if (lane_.kind != LaneKind::worker && timeline_.tasks()[lane_.track].finished) return;
    const Timeline& prediction = *ui_.state.run.prediction;
    const Lane lane = counterpart(lane_, prediction);
    for (const Bar& bar : lay_out(lane, scale_, recorded_until(ui_.state), prediction.horizon())) {
      if (!bar.future) continue;
      const Span& span = lane.spans[bar.first];
      const Rect box{bar.left, box_.top, bar.right, box_.bottom};
      const Look look = prevailing_look(bar);
      paint_future(ui_, box, look, shown_colors(ui_, bar, span, colors_of_task(ui_.theme, span.task)));
      ui_.canvas.drawn().bars.push_back({box, row_.lane, look, true, span.task, {}});
      if (ui_.pointer.over(box) && ui_.memory.grab == Grab::none) ui_.tooltip = tooltip_of(ui_, prediction, span);
    }
  }

  enum class Density : std::uint8_t { sparse, dense };

  static bool dense_at(const std::vector<Bar>& bars, std::size_t i) {
    const auto folded = [&](std::size_t at) { return bars[at].look == Look::folded; };
    if (!folded(i)) return false;
    const bool before = i > 0 && folded(i - 1) && bars[i].left - bars[i - 1].right < 1;
    const bool after = i + 1 < bars.size() && folded(i + 1) && bars[i + 1].left - bars[i].right < 1;
    return before || after;
  }

  bool in_tones(const Bar& bar) const {
    if (bar.look == Look::dense) return true;
    return detail_ == Detail::tones && bar.right - bar.left < ui_.px(kLeastWithLook);
  }

  void draw_in_tones(const Bar& bar) {
    tones_.add(bar);
    if (reacts_) react(bar, {bar.left, box_.top, bar.right, box_.bottom});
  }

  void draw_bar(const Bar& bar, Density density) {
    const Span& span = lane_.spans[bar.first];
    const Rect box{bar.left, box_.top, bar.right, box_.bottom};
    const BarColors task = bar.one_task ? colors_of_task(ui_.theme, span.task) : neutral_colors(ui_.theme);
    const BarColors colors = shown_colors(ui_, bar, span, task);
    std::string label;
    if (density == Density::dense && !drawn_when_dense(bar.left)) {
      // Its neighbour stands for it.
    } else if (bar.future) {
      paint_future(ui_, box, bar.look, colors);
    } else {
      // A pixel between two spans that follow each other.
      const Rect painted{box.left, box.top, box.width() > 4 ? box.right - 1 : box.right, box.bottom};
      paint_bar(ui_, painted, static_cast<float>(scale_.x(span.begin)), bar.look, colors);
      if (painted.width() >= ui_.px(kLeastLabelled) && bar.look != Look::folded) {
        const auto labels = labels_of(span);
        label = paint_label(ui_, painted, bar.look, colors, {labels[0], labels[1], labels[2]});
        labelled_until_.back() += label.empty() ? 0 : label_width(ui_, label);
      }
    }
    ui_.canvas.drawn().bars.push_back({box, row_.lane, bar.look, bar.future, span.task, std::move(label)});
    noted_.back() = ui_.canvas.drawn().bars.size() - 1;
    tones_.interrupt();
    react(bar, box);
  }

  // What may be written on a bar, from the longest to the shortest.
  std::array<std::string, 3> labels_of(const Span& span) const {
    std::string text = span_label(timeline_, span);
    const std::string& task = timeline_.tasks()[index(span.task)].name;
    if (lane_.kind == LaneKind::worker) return {fmt::format("{}: {}", task, text), task, {}};
    if (span.state == State::ready) {
      // Whether it begins or goes on goes before what it waits for.
      std::string brief = text.substr(0, text.find(','));
      return {std::move(text), std::move(brief), std::string(words_of(kind_of(span)).name)};
    }
    const bool several = timeline_.workers().size() > 1 && span.worker != WorkerId::none;
    if (lane_.kind == LaneKind::no_worker || !several) return {std::move(text), {}, {}};
    return {fmt::format("{} on {}", text, timeline_.workers()[index(span.worker)].name), std::move(text), {}};
  }

  // A bar that is too low for a plate has its label behind it, where nothing else stands; but only where it is the
  // lane's only one: a label between bars, or behind the last, would seem to be of what it stands over.
  void draw_label_behind(const std::vector<Bar>& bars, std::vector<Gap>& taken) {
    const float height = ui_.canvas.text_height(Style::small);
    if (bars.empty() || lane_.spans.size() != 1 || bears_plate(ui_, box_) || row_.box.height() < height) return;
    // Within the dashes of an edit it would seem to be of those.
    if (!lane_.compared && shows_edit(ui_.state)) return;
    const Bar& bar = bars.front();
    if (noted_[0] == kNotNoted || bar.future || is_solid(bar.look) || !kind_of(bar.look)) return;
    draw_label_behind(bar, noted_[0], bars.back().right, next_turn_behind(bars.back().right), taken);
  }

  // Where the lane's first turn stands that is behind there, or where the lane ends.
  float next_turn_behind(float from) const {
    if (lane_.kind != LaneKind::worker) return scale_.right();
    for (const Turn& turn : timeline_.workers()[lane_.track].turns) {
      const auto x = static_cast<float>(scale_.x(turn.at));
      if (x > from) return std::min(x, scale_.right());
    }
    return scale_.right();
  }

  void draw_label_behind(const Bar& bar, std::size_t noted, float from, float right, std::vector<Gap>& taken) {
    const float end = from;
    from += ui_.px(kBesideBar);
    for (const Gap& gap : taken) {
      if (gap.right > gap.left && gap.left - end < ui_.px(kNearEnd) && gap.right > end)
        from = gap.right + ui_.px(kBesideBar);
    }
    for (const std::string& label : labels_of(lane_.spans[bar.first])) {
      if (label.empty()) continue;
      const std::string behind = fmt::format("({})", label);
      const float width = ui_.canvas.text_width(behind, Style::small) + 1;
      const float left = beside_playhead(ui_, scale_, from, from + width);
      const bool near = left - from <= ui_.px(kNearEnd) && left - end <= ui_.px(kFarthestLabel);
      if (!near || left + width > right) continue;
      ui_.canvas.text({left, row_.box.top, left + width, row_.box.bottom}, behind, Style::small, ui_.theme.quiet_text);
      ui_.canvas.drawn().bars[noted].label = label;
      taken.push_back({left, left + width});
      return;
    }
  }

  void react(const Bar& bar, Rect box) {
    if (bar.count == 1 && selected_ != nullptr && lane_.spans[bar.first] == *selected_) {
      ui_.canvas.frame(box.inset(-3, -3), ui_.theme.text, ui_.px(2), ui_.px(3));
      draw_duration_handle(ui_, box, *selected_, scale_);
    }
    Rect target{box.left - 1, box.top, box.right + 1, box.bottom};
    if (!ui_.pointer.over(target) || ui_.memory.grab != Grab::none) return;
    const Span& span = lane_.spans[bar.first];
    const auto spans = lane_.spans.subspan(bar.first, bar.count);
    if (bar.look == Look::dense && bar.count > 1)
      ui_.tooltip = tooltip_of_dense(ui_, bar, spans);
    else
      ui_.tooltip = bar.count > 1 ? tooltip_of_many(ui_, spans) : tooltip_of(ui_, timeline_, span);
    if (ui_.pointer.clicked(target)) {
      ui_.wish(command::SelectSpan{span.task, position_in_task(timeline_, span), lane_.compared, key_of(lane_)});
    }
  }

  const Ui& ui_;
  const Lane& lane_;
  const LaneRow& row_;
  const TimeScale& scale_;
  const Timeline& timeline_;
  Rect box_;
  Detail detail_;
  LaneTones tones_;
  bool reacts_ = false;                // a bar may be selected, or under the pointer
  std::vector<float> labelled_until_;  // for each bar: where its label ends, or its begin
  std::vector<std::size_t> noted_;     // for each bar: its position in Drawn, where it stands there by itself
  const Span* selected_ = nullptr;     // null where it is of another run
};

}  // namespace

void draw_lane(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale, const std::vector<Bar>& bars,
               Detail detail) {
  LanePainter(ui, lane, row, scale, detail).draw(bars);
}

void draw_lane_name(const Ui& ui, const Lane& lane, Rect box) {
  if (ui.pointer.over(box)) ui.explain(std::string(lane.name));
  if (lane.kind != LaneKind::worker) {
    const float size = std::min(ui.px(11), box.height() - 2);
    Rect dot = box.cut_left(ui.px(11 + 8));
    dot = {dot.left, std::round(dot.center().y - size / 2), dot.left + size, std::round(dot.center().y + size / 2)};
    ui.canvas.fill(dot, task_color(ui.theme, lane.track), ui.px(2));
    ui.canvas.frame(dot, task_line_color(ui.theme, lane.track), 1, ui.px(2));
  }
  if (box.height() < ui.canvas.text_height(Style::small)) return;
  const bool two_lines = !lane.detail.empty() && box.height() >= ui.px(38);
  if (!two_lines) {
    const Style style = box.height() < ui.canvas.text_height(Style::body) * 1.3F ? Style::small : Style::body;
    ui.canvas.text(box, lane.name, style, ui.theme.text);
    return;
  }
  const float middle = std::round(box.center().y);
  ui.canvas.text({box.left, middle - ui.px(19), box.right, middle}, lane.name, Style::body, ui.theme.text);
  ui.canvas.text({box.left, middle, box.right, middle + ui.px(17)}, lane.detail, Style::small, ui.theme.quiet_text);
}

}  // namespace interleave::gui
