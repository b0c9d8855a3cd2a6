#include "core/interchange/svg_chart.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "core/interchange/shared_labels.h"
#include "core/interchange/svg_layout.h"
#include "core/interchange/svg_shapes.h"
#include "core/interchange/text_width.h"
#include "core/looks/run_words.h"
#include "core/looks/span_words.h"
#include "core/looks/wording.h"
#include "core/record/names.h"
#include "core/timeline/moment.h"
#include "core/timeline/shared_history.h"

namespace interleave {
namespace {

constexpr double kLane = 32;
constexpr double kBar = 26;          // a label on it leaves enough of it to be seen
constexpr double kLeastStretch = 2;  // pixels, of what tasks share
constexpr double kLoneMark = 2;      // of a turn, on a lane that has little else to see
constexpr std::size_t kMostTooltips = 2'000;

std::string_view meaning(std::optional<SpanKind> kind) { return kind ? words_of(*kind).meaning : "too short to draw"; }

std::string_view meaning(Outcome outcome) { return outcome == Outcome::not_started ? "not started" : name(outcome); }

class SvgChart {
 public:
  SvgChart(const Timeline& timeline, const SvgPart& part)
      : timeline_(timeline), part_(part), layout_(timeline, part.width), shapes_(part.ids) {}

  std::string write() {
    write_header();
    if (part_.by_task) {
      write_section("By task", 0, layout_.tasks, timeline_.tasks().size() - layout_.tasks, "task");
    }
    if (part_.by_worker) write_workers();
    if (part_.by_task) write_shared();
    write_legend();
    write_notes();
    return shapes_.element(part_.width, y_ + kSvgMargin - 8);
  }

 private:
  void write_header() {
    const RunInfo& info = timeline_.info();
    y_ = kSvgMargin + 18;
    write_cut(SvgStyle::title, info.scenario);
    std::string run = mode_text(info);
    if (!run.empty()) run += ", ";
    if (const std::string language = language_text(info); !language.empty()) run += language + ", ";
    run += info.clock == ClockKind::real_time ? "on the real clock" : "simulated";
    const std::string_view state = timeline_.finished() ? meaning(timeline_.end()->outcome) : "still running";
    y_ += 26;
    shapes_.text(kSvgMargin, y_, SvgStyle::normal,
                 fmt::format("{}: {} after {}", run, state, layout_.axis.moment_text(timeline_.horizon())));
    if (timeline_.finished() && !timeline_.end()->error.empty()) write_remark("Error: " + timeline_.end()->error);
    if (!info.note.empty()) write_remark("Note: " + info.note);
    y_ += 16;
  }

  void write_remark(std::string_view text) {
    y_ += 22;
    write_cut(SvgStyle::normal, text);
  }

  // As much of the text as there is room for.
  void write_cut(SvgStyle style, std::string_view text) {
    const double room = part_.width - 2 * kSvgMargin;
    const int columns = static_cast<int>(room / svg_text_width("m", style));
    shapes_.text(kSvgMargin, y_, style, cut_to_width(printable(text, true), columns, kSvgEllipsis));
  }

  void write_workers() {
    const std::size_t workers = timeline_.workers().size();
    write_section(fmt::format("By worker ({}; busy and held: shares of {})",
                              counted(workers, worker_kind(traits(timeline_.info().mode))),
                              layout_.axis.moment_text(timeline_.horizon())),
                  layout_.tasks, layout_.lanes.size(), workers - (layout_.lanes.size() - layout_.tasks), "worker");
  }

  void write_section(std::string_view title, std::size_t first, std::size_t last, std::size_t more,
                     std::string_view what) {
    y_ += 28;
    shapes_.text(kSvgMargin, y_, SvgStyle::heading, title);
    y_ += 10;
    write_axis(static_cast<double>(last - first) * kLane);
    for (std::size_t i = first; i < last; ++i) {
      write_lane(layout_.lanes[i]);
      y_ += kLane;
    }
    if (more == 0) return;
    y_ += 16;
    shapes_.text(kSvgMargin, y_, SvgStyle::normal, fmt::format("and {} more {}{}", more, what, more == 1 ? "" : "s"));
  }

  // The ticks' labels above the lanes, beside the section's title, and their lines through them.
  void write_axis(double height) {
    const int ticks = layout_.axis.columns() / layout_.axis.columns_a_tick();
    y_ += 14;
    for (int tick = 0; tick <= ticks; ++tick) {
      const int column = tick * layout_.axis.columns_a_tick();
      const double x = layout_.scale.left + column * kSvgColumn;
      shapes_.text(x, y_, SvgStyle::small, layout_.axis.label(column), kSvgQuietText, "middle");
      shapes_.line(x, y_ + 6, x, y_ + 8 + height);
    }
    y_ += 8;
  }

  void write_lane(const SvgLane& lane) {
    last_mark_ = 0;
    const double middle = y_ + kLane / 2;
    shapes_.text(kSvgMargin, middle + 5, SvgStyle::normal, svg_lane_name(lane));
    for (const SvgBar& bar : lane.bars) write_bar(lane, bar, bar.count == 1 ? 0 : bar.count);
    for (const SvgBar& turn : lane.turns) {
      has_turns_ = true;
      SvgBox box = box_of(turn);
      if (box.width == 1) box.width = kLoneMark;
      shapes_.bar(box, turn.kind, turn.task, "");
    }
    if (lane.task != nullptr) {
      write_end(*lane.task, middle);
    } else {
      write_figures(lane.worker, middle);
    }
  }

  // Marks side by side leave a gap, or they would look like a bar.
  SvgBox box_of(const SvgBar& bar) {
    const bool crowded = !bar.kind && bar.left < last_mark_ + 1.5 * layout_.least && bar.left > last_mark_;
    if (!bar.kind) last_mark_ = bar.left;
    return {bar.left, y_ + (kLane - kBar) / 2, (bar.right - bar.left) * (crowded ? 0.5 : 1), kBar};
  }

  void write_bar(const SvgLane& lane, const SvgBar& bar, std::size_t merged) {
    const SvgBox box = box_of(bar);
    const Span& span = lane.spans[bar.first];
    has_brief_ = has_brief_ || !bar.kind;
    merged_ += merged;
    shapes_.bar(box, bar.kind, bar.task, layout_.bars <= kMostTooltips ? tooltip(bar, span) : "");
    if (!bar.kind) return;
    const std::string label = lane.task != nullptr ? fmt::format("{} {}", words_of(*bar.kind).doing, length_of(span))
                                                   : timeline_.tasks()[index(span.task)].name;
    constexpr double kAroundLabel = 16;
    if (svg_text_width(label, SvgStyle::small) + kAroundLabel <= box.width) {
      shapes_.label(box, *bar.kind, bar.task, label);
    }
  }

  std::string length_of(const Span& span) const {
    return layout_.axis.moment_text(Time(std::min(span.end, layout_.scale.horizon) - span.begin));
  }

  std::string tooltip(const SvgBar& bar, const Span& span) const {
    if (bar.count > 1) return fmt::format("{} spans, each too short to draw", bar.count);
    const TaskTrack& task = timeline_.tasks()[index(span.task)];
    const ObjectId awaited = target_of(task, span);
    const std::string state = awaited == ObjectId::none ? state_text(span) : "waits for " + name_of(awaited);
    return fmt::format("{}: {}, {} from {}", task.name, state, length_of(span), layout_.axis.moment_text(span.begin));
  }

  std::string name_of(ObjectId object) const {
    const SharedObject& shared = timeline_.info().objects[index(object)];
    return fmt::format("{} {}", noun(shared.kind), full_name(shared));
  }

  // A lane for each thing that tasks share: who holds it, its values, how full it is.
  void write_shared() {
    const std::size_t count = std::min(timeline_.info().objects.size(), kMostSharedLanes);
    if (count == 0) return;
    const auto& objects = timeline_.info().objects;
    const auto histories = shared_histories(timeline_);
    for (std::size_t i = 0; i < count; ++i) {
      if (i == 0 || objects[i].process != objects[i - 1].process) write_shared_heading(i, count);
      shapes_.text(kSvgMargin, y_ + kLane / 2 + 5, SvgStyle::normal, svg_shared_name(objects[i]));
      const auto stretches = labelled(timeline_, object_id(i), histories[i]);
      for (const LabelledStretch& stretch : stretches) write_stretch(object_id(i), stretch);
      if (!stretches.empty()) write_last(stretches.back());
      y_ += kLane;
    }
  }

  // With the axis of those that belong together.
  void write_shared_heading(std::size_t first, std::size_t count) {
    const auto& objects = timeline_.info().objects;
    std::size_t next = first + 1;
    while (next < count && objects[next].process == objects[first].process) ++next;
    y_ += 28;
    shapes_.text(kSvgMargin, y_, SvgStyle::heading, shared_heading(objects[first]));
    y_ += 10;
    write_axis(static_cast<double>(next - first) * kLane);
  }

  void write_stretch(ObjectId object, const LabelledStretch& stretch) {
    constexpr double kAroundName = 10;
    const double left = layout_.scale.x(stretch.begin);
    const double right = layout_.scale.x(std::min(stretch.end, layout_.scale.horizon));
    const std::string& label = stretch.label;
    if (label.empty() || right - left < kLeastStretch) return;
    const SvgBox box{left, y_ + (kLane - kBar) / 2, right - left - 1, kBar};
    const std::string waiting = stretch.waiting == 0 ? "" : fmt::format(", up to {} waiting", stretch.waiting);
    shapes_.shared(
        box, stretch.task,
        fmt::format("{}: {}{}, from {}", name_of(object), label, waiting, layout_.axis.moment_text(stretch.begin)));
    if (svg_text_width(label, SvgStyle::small) + kAroundName > box.width) return;
    shapes_.text(left + kAroundName / 2, y_ + kLane / 2 + 4, SvgStyle::small, label);
  }

  // What the run ends with has no width where it came about at the end.
  void write_last(const LabelledStretch& stretch) {
    const double end = layout_.scale.x(layout_.scale.horizon);
    if (stretch.label.empty() || end - layout_.scale.x(stretch.begin) >= kLeastStretch) return;
    shapes_.text(end + 6, y_ + kLane / 2 + 4, SvgStyle::small, "at the end " + stretch.label);
  }

  void write_end(const TaskTrack& task, double middle) {
    if (!task.outcome) return;
    marks_.insert(*task.outcome);
    const double x =
        layout_.scale.x(std::min(task.finished.value_or(layout_.scale.horizon), layout_.scale.horizon)) + 6;
    shapes_.mark(x, middle, *task.outcome);
    std::string text = task.finished ? layout_.axis.moment_text(*task.finished) : "";
    if (*task.outcome != Outcome::finished) text += (text.empty() ? "" : ", ") + std::string(meaning(*task.outcome));
    shapes_.text(x + 18, middle + 4, SvgStyle::small, text);
  }

  void write_figures(WorkerId worker, double middle) {
    const WorkerFigures figures = Moment(timeline_, layout_.scale.horizon).worker(worker);
    const auto percent = [this](Duration part) {
      return layout_.scale.horizon <= Time{} ? 0 : 100 * seconds(part) / seconds(layout_.scale.horizon);
    };
    shapes_.text(layout_.scale.x(layout_.scale.horizon) + 12, middle + 4, SvgStyle::small,
                 fmt::format("busy {:.0f} %, held {:.0f} %", percent(figures.busy), percent(figures.held)));
  }

  void write_legend() {
    constexpr double kSample = 28;
    constexpr double kGap = 6;
    constexpr double kApart = 18;
    y_ += 30;
    double x = kSvgMargin;
    const auto entry = [&](std::string_view text, const auto& draw_sample) {
      const double width = kSample + kGap + svg_text_width(text, SvgStyle::small) + kApart;
      if (x > kSvgMargin && x + width > part_.width - kSvgMargin) {
        x = kSvgMargin;
        y_ += 26;
      }
      draw_sample(x);
      shapes_.text(x + kSample + kGap, y_ + 4, SvgStyle::small, text);
      x += width;
    };
    const auto sample_of = [&](std::optional<SpanKind> kind) {
      entry(meaning(kind), [&](double left) { write_sample({left, y_ - 7, kSample, 14}, kind); });
    };
    for (SpanKind kind : kShownKinds) sample_of(kind);
    if (has_brief_ || has_turns_) sample_of(std::nullopt);
    for (Outcome outcome : marks_) {
      entry(meaning(outcome), [&](double left) { shapes_.mark(left + kSample - 14, y_, outcome); });
    }
    y_ += 8;
  }

  void write_sample(const SvgBox& box, std::optional<SpanKind> kind) {
    if (kind) return shapes_.sample(box, kind);
    for (const double share : {0.2, 0.5, 0.8}) {
      shapes_.sample({box.left + box.width * share, box.top - 4, 1, box.height + 8}, kind);
    }
  }

  void write_notes() {
    if (merged_ == 0) return;
    y_ += 24;
    shapes_.text(kSvgMargin, y_, SvgStyle::small,
                 fmt::format("{} spans of less than {:.0f} pixel{} share marks: they are in the record, but too short, "
                             "or too many, to be drawn one by one.",
                             merged_, layout_.least, layout_.least == 1 ? "" : "s"));
  }

  const Timeline& timeline_;
  const SvgPart part_;
  const SvgLayout layout_;

  SvgShapes shapes_;
  double y_ = 0;
  std::set<Outcome> marks_;
  std::size_t merged_ = 0;
  bool has_brief_ = false;
  bool has_turns_ = false;
  double last_mark_ = 0;
};

}  // namespace

std::string svg_chart(const Timeline& timeline) {
  return std::string(kSvgDeclaration) + SvgChart(timeline, {}).write();
}

std::string svg_part(const Timeline& timeline, const SvgPart& part) { return SvgChart(timeline, part).write(); }

}  // namespace interleave
