#include "app/gui/views/timeline/shared_lane_view.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <span>
#include <string>
#include <vector>

#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "app/gui/views/widgets/use_glyph.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/looks/palette.h"
#include "core/looks/wording.h"

namespace interleave::gui {

namespace {

constexpr float kSharedGlyph = 5.5F;
constexpr float kBeforeSharedName = 19;
constexpr float kWriterStripe = 4;
constexpr float kWaitingStrip = 5;
constexpr float kHeldTint = 0.38F;
constexpr float kLevelTint = 0.35F;
constexpr float kSharedInset = 6;
constexpr float kLeastLetters = 0.75F;  // of the height of a line, which has letters of that height
constexpr float kUseRow = 22;

class SharedLanePainter {
 public:
  SharedLanePainter(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale)
      : ui_(ui),
        row_(row),
        scale_(scale),
        timeline_(*lane.timeline),
        id_(object_id(lane.track)),
        object_(timeline_.info().objects[lane.track]),
        history_(ui.memory.histories.of(ui.state.run.record)[lane.track]),
        box_(bar_box(ui, row.box)) {
    for (const SharedStretch& stretch : history_) highest_ = std::max(highest_, level_of(stretch));
    if (object_.kind != ObjectKind::variable && object_.number > 0) highest_ = std::max(highest_, object_.number);
  }

  void draw() {
    auto bars = lay_out_shared(history_, scale_, happened_until(ui_.state), recorded_until(ui_.state));
    if (ui_.state.future_hidden) std::erase_if(bars, [](const SharedBar& bar) { return bar.future; });
    draw_ground(bars);
    for (std::size_t i = 0; i < bars.size();) {
      std::size_t next = i + 1;
      while (next < bars.size() && goes_on(bars[next - 1], bars[next])) ++next;
      draw_bars(std::span(bars).subspan(i, next - i));
      i = next;
    }
    draw_end();
    for (const SharedBar& bar : bars) {
      const Rect box{bar.left, box_.top, bar.right, box_.bottom};
      if (!bar.future && bar.count == 1) draw_waiting(box, history_[bar.first]);
      react(bar, box);
    }
  }

 private:
  // How much of it is taken, or how full it is.
  std::int64_t level_of(const SharedStretch& stretch) const {
    if (object_.kind == ObjectKind::queue) return stretch.value;
    if (object_.kind == ObjectKind::semaphore) return std::max<std::int64_t>(0, object_.number - stretch.value);
    return 0;
  }

  // Whether only who waits has changed.
  bool goes_on(const SharedBar& last, const SharedBar& next) const {
    if (last.future != next.future || last.count > 1 || next.count > 1 || last.right != next.left) return false;
    const SharedStretch& before = history_[last.first];
    const SharedStretch& after = history_[next.first];
    const bool counts = object_.kind == ObjectKind::semaphore || object_.kind == ObjectKind::queue;
    return before.value == after.value && (counts || before.since == after.since);
  }

  // Of one picture: those that go on with the first. The last one says who waits.
  void draw_bars(std::span<const SharedBar> bars) const {
    const SharedBar& first = bars.front();
    const Rect box{first.left, box_.top, bars.back().right, box_.bottom};
    if (first.count > 1)
      draw_many(first.future ? future_band(ui_, box) : box);
    else if (first.future)
      draw_future(future_band(ui_, box), history_[first.first]);
    else
      draw_past(box, history_[bars.back().first]);
  }

  // What came of it in the very last moment, which takes no time: behind the end.
  void draw_end() const {
    const Time end = timeline_.horizon();
    const SharedStretch& last = history_.back();
    const bool reached = timeline_.finished() && happened_until(ui_.state) >= end;
    if (!reached || last.begin < end || history_.size() < 2 || object_.kind == ObjectKind::lock) return;
    const auto x = static_cast<float>(scale_.x(end)) + ui_.px(6);
    const std::string value =
        object_.kind == ObjectKind::variable ? fmt::format("{}", last.value) : fmt::format("{}", level_of(last));
    Rect place{x, box_.top, std::min(scale_.right(), x + ui_.px(16) + ui_.canvas.text_width(value, Style::small)),
               box_.bottom};
    if (x < scale_.left() || place.width() < ui_.canvas.text_width(value, Style::small) + ui_.px(8)) return;
    const Color color = last.task == TaskId::none ? ui_.theme.neutral : task_line_color(ui_.theme, index(last.task));
    const Rect stripe = place.cut_left(ui_.px(kWriterStripe));
    ui_.canvas.fill(stripe.inset(0, stripe.height() / 5), color);
    place.cut_left(ui_.px(5));
    ui_.canvas.text(place, value, Style::small, ui_.theme.text);
  }

  std::string name_of(TaskId task) const { return timeline_.tasks()[index(task)].name; }

  // Where nothing is drawn, it is free or empty.
  void draw_ground(const std::vector<SharedBar>& bars) const {
    if (bars.empty()) return;
    const float y = object_.kind == ObjectKind::lock ? std::round(box_.center().y) : box_.bottom - 1;
    ui_.canvas.fill({bars.front().left, y, bars.back().right, y + 1}, ui_.theme.line);
  }

  void draw_many(Rect box) const {
    const float lost = box.height() / 4;
    for (float x = box.left; x < box.right; x += 3)
      ui_.canvas.fill({x, box.top + lost, x + 1, box.bottom - lost}, ui_.theme.neutral);
  }

  void draw_future(Rect band, const SharedStretch& stretch) const {
    if (object_.kind == ObjectKind::lock && stretch.task == TaskId::none) return;
    if (object_.kind != ObjectKind::variable && object_.kind != ObjectKind::lock && level_of(stretch) == 0) return;
    const Rect box{band.left, band.top, band.right - (band.width() > 4 ? 1.0F : 0.0F), band.bottom};
    const Color color =
        object_.kind == ObjectKind::lock ? task_line_color(ui_.theme, index(stretch.task)) : ui_.theme.neutral;
    ui_.canvas.fill(box, mix(ui_.theme.ground, color, kLevelTint));
    ui_.canvas.frame(box, future_color(ui_.theme, color), 1);
  }

  void draw_past(Rect box, const SharedStretch& stretch) const {
    // A pixel between two that follow each other.
    if (box.width() > 4) box.right -= 1;
    switch (object_.kind) {
      case ObjectKind::variable:
        draw_value(box, stretch);
        break;
      case ObjectKind::lock:
        draw_holder(box, stretch);
        break;
      case ObjectKind::semaphore:
      case ObjectKind::queue:
        draw_level(box, stretch);
        break;
    }
  }

  void draw_value(Rect box, const SharedStretch& stretch) const {
    ui_.canvas.fill(box, ui_.theme.raised);
    ui_.canvas.frame(box, ui_.theme.neutral, 1);
    if (stretch.task != TaskId::none) {
      const float stripe = std::min(ui_.px(kWriterStripe), box.width());
      ui_.canvas.fill({box.left, box.top, box.left + stripe, box.bottom},
                      task_line_color(ui_.theme, index(stretch.task)));
    }
    const std::string value = fmt::format("{}", stretch.value);
    const std::string who =
        stretch.task == TaskId::none ? value : fmt::format("{}, by {}", value, name_of(stretch.task));
    write(box, {who, value});
  }

  void draw_holder(Rect box, const SharedStretch& stretch) const {
    if (stretch.task == TaskId::none) return;
    const BarColors colors = colors_of_task(ui_.theme, stretch.task);
    ui_.canvas.fill(box, mix(ui_.theme.ground, colors.area, kHeldTint));
    ui_.canvas.frame(box, colors.line, std::max(1.0F, ui_.px(2)));
    const std::string holder = name_of(stretch.task);
    std::vector<std::string> texts = {"held by " + holder, holder};
    if (stretch.waiting > 0) {
      texts.insert(texts.begin(), fmt::format("{}; {}", holder, waiting_text(stretch, Names::hidden)));
      texts.insert(texts.begin(), fmt::format("held by {}; {}", holder, waiting_text(stretch, Names::shown)));
    }
    write(box, texts);
  }

  void draw_level(Rect box, const SharedStretch& stretch) const {
    const std::int64_t level = level_of(stretch);
    const float share = highest_ > 0 ? static_cast<float>(level) / static_cast<float>(highest_) : 0;
    const float top = std::round(box.bottom - box.height() * share);
    if (level > 0) {
      ui_.canvas.fill({box.left, top, box.right, box.bottom}, mix(ui_.theme.ground, ui_.theme.neutral, kLevelTint));
      ui_.canvas.fill({box.left, top, box.right, top + std::max(1.0F, ui_.px(2))}, ui_.theme.neutral);
    }
    const bool is_queue = object_.kind == ObjectKind::queue;
    const std::string count =
        object_.number > 0 ? fmt::format("{} of {}", level, object_.number) : fmt::format("{}", level);
    std::string what = is_queue ? (level == 0                ? "empty"
                                   : level == object_.number ? count + ", full"
                                                             : count)
                                : count + " taken";
    std::vector<std::string> texts = {what, count};
    if (stretch.waiting > 0) {
      texts.insert(texts.begin(), fmt::format("{}; {}", what, waiting_text(stretch, Names::hidden)));
      texts.insert(texts.begin(), fmt::format("{}; {}", what, waiting_text(stretch, Names::shown)));
    }
    write(box, texts, level > 0 ? Plate::yes : Plate::no);
  }

  enum class Names : std::uint8_t { hidden, shown };
  std::string waiting_text(const SharedStretch& stretch, Names names) const {
    const bool all_named = stretch.waiting <= SharedStretch::kMostNamed;
    if (names == Names::hidden || !all_named) {
      return fmt::format("{} {}", stretch.waiting, stretch.waiting == 1 ? "waits" : "wait");
    }
    std::vector<TaskId> tasks(stretch.first_waiting.begin(), stretch.first_waiting.begin() + stretch.waiting);
    return fmt::format("{} {}", tasks_text(timeline_, tasks), tasks.size() == 1 ? "waits" : "wait");
  }

  // Below the bar, hatched as waiting is, in the colours of those who wait.
  void draw_waiting(Rect box, const SharedStretch& stretch) const {
    if (stretch.waiting == 0) return;
    const float height = std::min(ui_.px(kWaitingStrip), row_.box.bottom - box.bottom - 1);
    if (height < 2) return;
    const std::size_t shown = std::min<std::size_t>(stretch.waiting, SharedStretch::kMostNamed);
    const float each = height / static_cast<float>(shown);
    for (std::size_t i = 0; i < shown; ++i) {
      const float top = box.bottom + 1 + each * static_cast<float>(i);
      const Rect strip{box.left, top, box.right, top + each};
      paint_waiting_strip(ui_, strip, static_cast<float>(scale_.x(stretch.begin)),
                          colors_of_task(ui_.theme, stretch.first_waiting[i]));
    }
  }

  // The first that has room; where lines may run through it, on a plate.
  enum class Plate : std::uint8_t { no, yes };
  void write(Rect box, const std::vector<std::string>& texts, Plate plate = Plate::no) const {
    if (box.height() < ui_.canvas.text_height(Style::small) * kLeastLetters) return;
    box = box.inset(ui_.px(kSharedInset), 0);
    for (const std::string& text : texts) {
      const float width = ui_.canvas.text_width(text, Style::small);
      if (width > box.width()) continue;
      const float half = std::min(ui_.canvas.text_height(Style::small) / 2 + 2, box.height() / 2);
      const Rect around{box.left - ui_.px(3), box.center().y - half, box.left + width + ui_.px(3),
                        box.center().y + half};
      if (plate == Plate::yes) ui_.canvas.fill(around, ui_.theme.ground, ui_.px(3));
      ui_.canvas.text(box, text, Style::small, ui_.theme.text);
      return;
    }
  }

  void react(const SharedBar& bar, Rect box) const {
    const Rect target{box.left - 1, box.top, box.right + 1, row_.box.bottom};
    if (!ui_.pointer.over(target) || ui_.memory.grab != Grab::none) return;
    const SharedStretch& stretch = history_[bar.first];
    Tooltip tooltip;
    tooltip.title = object_text(timeline_.info(), id_);
    if (bar.future) tooltip.title += ": not happened yet, predicted";
    if (bar.count > 1) {
      tooltip.lines.push_back(fmt::format("{} changes, each too short to be drawn: zoom in", bar.count));
    } else {
      tooltip.lines.push_back(shared_sentence(timeline_, id_, stretch.begin));
      const std::string end = stretch.end == kNever ? time_text(recorded_until(ui_.state)) : time_text(stretch.end);
      tooltip.lines.push_back(fmt::format("from {} to {}", time_text(stretch.begin), end));
    }
    ui_.tooltip = std::move(tooltip);
    if (ui_.pointer.clicked(target)) {
      // To a moment within the stretch, if the playhead does not stand there already.
      const Time now = ui_.state.playhead;
      const bool is_there = stretch.begin <= now && now < stretch.end;
      ui_.wish(command::SelectShared{index(id_), is_there ? now : stretch.begin});
    }
  }

  const Ui& ui_;
  const LaneRow& row_;
  const TimeScale& scale_;
  const Timeline& timeline_;
  ObjectId id_;
  const SharedObject& object_;
  const std::vector<SharedStretch>& history_;
  Rect box_;
  std::int64_t highest_ = 0;
};

}  // namespace

void draw_shared_lane(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale) {
  SharedLanePainter(ui, lane, row, scale).draw();
}

float shared_name_width(const Ui& ui, const Lane& lane) {
  return ui.px(kBeforeSharedName) + ui.canvas.text_width(lane.name, Style::body) + ui.px(8) +
         ui.canvas.text_width(lane.detail, Style::small);
}

void draw_shared_name(const Ui& ui, const Lane& lane, Rect box) {
  const std::string whole = object_text(lane.timeline->info(), object_id(lane.track));
  if (ui.pointer.over(box)) ui.explain(whole + ".  Click: what is known of it");
  if (ui.pointer.clicked(box)) ui.wish(command::SelectShared{lane.track, std::nullopt});
  const Rect glyph = box.cut_left(ui.px(kBeforeSharedName));
  const float radius = std::min(ui.px(kSharedGlyph), (box.height() - 2) / 2);
  draw_object_glyph(ui, lane.timeline->info().objects[lane.track].kind, GlyphFill::filled,
                    {glyph.left + ui.px(kSharedGlyph), glyph.center().y}, radius, ui.theme.neutral);
  if (box.height() < ui.canvas.text_height(Style::small)) return;
  const Style style = box.height() < ui.canvas.text_height(Style::body) * 1.3F ? Style::small : Style::body;
  box.cut_left(ui.canvas.text(box, lane.name, style, ui.theme.text) + ui.px(8));
  if (ui.canvas.text_width(lane.detail, Style::small) > box.width()) return;
  ui.canvas.text(box, lane.detail, Style::small, ui.theme.quiet_text);
}

void draw_selected_object(const Ui& ui, Rect header, Rect box, ObjectId object) {
  const Timeline& timeline = *ui.state.run.record;
  const Time now = happened_until(ui.state);
  const SharedObject& shared = timeline.info().objects[index(object)];
  heading(ui, header,
          fmt::format("{} {}, AT {}", in_capitals(noun(shared.kind)), full_name(shared), time_text(ui.state.playhead)));
  box.cut_top(ui.canvas.paragraph(box, shared_sentence(timeline, object, now), Style::strong, ui.theme.text) +
              ui.px(6));
  const auto accesses = timeline.accesses();
  for (std::size_t i = accesses.size(); i-- > 0 && box.height() >= ui.px(kUseRow) * 0.75F;) {
    const Access& access = accesses[i];
    if (access.object != object || access.time > now) continue;
    Rect row = box.cut_top(ui.px(kUseRow));
    const std::string time = time_text(access.time);
    ui.canvas.text(row.cut_left(ui.px(70)), time, Style::small, ui.theme.quiet_text);
    const auto wrong = mark_of(ui.memory.findings.of(timeline).marks, i);
    ui.canvas.text(row,
                   fmt::format("{} {}{}", timeline.tasks()[index(access.task)].name, use_text(timeline.info(), access),
                               wrong ? fmt::format(": {}", name(*wrong)) : ""),
                   Style::body, ui.theme.text);
  }
}

}  // namespace interleave::gui
