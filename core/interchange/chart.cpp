#include "core/interchange/chart.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fmt/format.h>
#include <span>
#include <string_view>
#include <vector>

#include "core/interchange/chart_cells.h"
#include "core/interchange/chart_glyphs.h"
#include "core/interchange/shared_labels.h"
#include "core/interchange/text_width.h"
#include "core/interchange/time_axis.h"
#include "core/looks/run_words.h"
#include "core/looks/span_words.h"
#include "core/looks/wording.h"
#include "core/record/names.h"
#include "core/timeline/moment.h"
#include "core/timeline/shared_history.h"

namespace interleave {
namespace {

constexpr int kFewestColumns = 40;
constexpr std::size_t kMostLanes = 200;
constexpr int kColumnsForName = 12;  // at least, where names are as long
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kWorkerHeader = "   busy   held";
constexpr int kColumnsForWorkerFigures = 60;  // narrower charts leave these figures out
constexpr int kFewestForName = 3;  // of columns, to name a task on a worker's lane with less than its whole name

void end_line(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text += '\n';
}

void fill(std::string& line, int& used, int until) {
  for (; used < until; ++used) line += ' ';
}

std::string percent(Duration part, Time whole) {
  if (whole <= Time{}) return "0 %";
  const double share = 100 * seconds(part) / seconds(whole);
  return share > 0 && share < 0.5 ? "<1 %" : fmt::format("{:.0f} %", share);
}

class ChartWriter {
 public:
  ChartWriter(const Timeline& timeline, const ChartOptions& options)
      : timeline_(timeline),
        utf8_(options.utf8),
        width_(std::max(kFewestColumns, options.columns)),
        glyphs_(options.utf8 ? kUtf8Glyphs : kAsciiGlyphs),
        tasks_(timeline.tasks().first(std::min(kMostLanes, timeline.tasks().size()))),
        workers_(timeline.workers().first(std::min(kMostLanes, timeline.workers().size()))),
        name_columns_(widest_name()),
        axis_(timeline.horizon(), most_columns(TimeAxis(timeline.horizon(), width_))) {}

  std::string write() {
    write_header();
    write_section("By task");
    write_axis({});
    for (const TaskTrack& task : tasks_) write_task(task);
    write_rest(timeline_.tasks().size() - tasks_.size(), "task");
    const std::size_t workers = timeline_.workers().size();
    write_section(fmt::format("By worker ({})", counted(workers, worker_kind(traits(timeline_.info().mode)))));
    write_axis(shows_figures() ? kWorkerHeader : "");
    for (std::size_t i = 0; i < workers_.size(); ++i) write_worker(worker_id(i));
    write_rest(workers - workers_.size(), "worker");
    write_shared();
    write_legend();
    return std::move(text_);
  }

 private:
  std::string text_of(std::string_view text) const { return printable(text, utf8_); }

  bool shows_figures() const { return width_ >= kColumnsForWorkerFigures; }

  int widest_name() const {
    int widest = 0;
    for (const TaskTrack& task : tasks_) widest = std::max(widest, display_width(text_of(task.name)));
    for (const WorkerTrack& worker : workers_) widest = std::max(widest, display_width(text_of(worker.name)));
    return std::min(widest, std::max(kColumnsForName, width_ / 4));
  }

  // What names and figures leave for the lanes. How long the words at a lane's end are depends on the axis.
  int most_columns(const TimeAxis& axis) const {
    int behind = shows_figures() ? static_cast<int>(kWorkerHeader.size()) : 0;
    for (const TaskTrack& task : tasks_) behind = std::max(behind, 1 + display_width(ending(task, axis)));
    const int taken = static_cast<int>(kIndent.size()) + name_columns_ + 2 + 1 + behind;
    return std::max(1, width_ - taken);
  }

  void write_header() {
    const RunInfo& info = timeline_.info();
    text_ += text_of(info.scenario) + ": ";
    const std::string mode = mode_text(info);
    if (!mode.empty()) text_ += mode + ", ";
    if (const std::string language = language_text(info); !language.empty()) text_ += language + ", ";
    if (info.clock == ClockKind::real_time) text_ += "on the real clock, ";
    const std::string_view state = timeline_.finished() ? name(timeline_.end()->outcome) : "still running";
    text_ += fmt::format("{} after {}\n", state, axis_.moment_text(timeline_.horizon()));
    if (timeline_.finished() && !timeline_.end()->error.empty()) {
      text_ += "error: " + text_of(timeline_.end()->error) + '\n';
    }
    if (!info.note.empty()) text_ += "note: " + text_of(info.note) + '\n';
  }

  void write_section(std::string_view title) {
    text_ += '\n';
    text_ += title;
    text_ += '\n';
  }

  void write_axis(std::string_view header) {
    std::string labels = lane_start({});
    std::string line = labels;
    int used = 0;
    for (int column = 0; column <= axis_.columns(); ++column) {
      const bool is_tick = column % axis_.columns_a_tick() == 0;
      line += is_tick ? glyphs_.tick : glyphs_.line;
      if (!is_tick) continue;
      fill(labels, used, column);
      const std::string label = axis_.label(column);
      labels += label;
      used += static_cast<int>(label.size());
    }
    line += header;
    end_line(labels);
    end_line(line);
    text_ += labels + line;
  }

  std::string lane_start(std::string_view lane_name) const {
    const std::string shown = cut_to_width(text_of(lane_name), name_columns_, glyphs_.ellipsis);
    std::string start = std::string(kIndent) + shown;
    int used = display_width(shown);
    fill(start, used, name_columns_ + 2);
    return start;
  }

  void write_task(const TaskTrack& task) {
    std::string line = lane_start(task.name);
    const std::vector<Cell> cells = cells_of(task.spans, {}, axis_, timeline_.horizon());
    std::size_t end = cells.size();
    if (task.outcome) {
      const Time ended = task.finished.value_or(timeline_.horizon());
      end = std::min(end - 1, static_cast<std::size_t>(axis_.column_of(ended)));
      while (end + 1 < cells.size() && cells[end] != Cell{}) ++end;
    }
    for (std::size_t i = 0; i < end; ++i) line += glyphs_.of(cells[i]);
    if (task.outcome) {
      line += glyphs_.of(*task.outcome);
      line += ' ' + ending(task, axis_);
      has_finished_ = has_finished_ || *task.outcome == Outcome::finished;
    }
    note(cells);
    end_line(line);
    text_ += line;
  }

  // What stands behind a task's end mark: the moment, and how it ended unless well.
  std::string ending(const TaskTrack& task, const TimeAxis& axis) const {
    if (!task.outcome) return {};
    std::string word;
    if (*task.outcome == Outcome::not_started) {
      word = "not started";
    } else if (*task.outcome != Outcome::finished) {
      word = name(*task.outcome);
    }
    if (!task.finished) return word;
    return word + (word.empty() ? "" : ", ") + axis.moment_text(*task.finished);
  }

  void write_worker(WorkerId id) {
    const WorkerTrack& worker = timeline_.workers()[index(id)];
    write_tasks_of(worker);
    std::string line = lane_start(worker.name);
    const std::vector<Cell> cells = cells_of(worker.spans, worker.turns, axis_, timeline_.horizon());
    for (Cell cell : cells) line += glyphs_.of(cell);
    if (shows_figures()) {
      const WorkerFigures figures = Moment(timeline_, timeline_.horizon()).worker(id);
      line += fmt::format("{:>7}{:>7}", percent(figures.busy, timeline_.horizon()),
                          percent(figures.held, timeline_.horizon()));
    }
    note(cells);
    end_line(line);
    text_ += line;
  }

  // A line above the worker's lane that names the task on it, where there is room for the name.
  void write_tasks_of(const WorkerTrack& worker) {
    std::string line = lane_start({});
    int used = 0;
    for (auto stay = worker.spans.begin(); stay != worker.spans.end();) {
      const TaskId task = stay->task;
      const Time begin = stay->begin;
      stay = std::find_if(stay, worker.spans.end(), [&](const Span& span) { return span.task != task; });
      const int column = first_column(begin, std::prev(stay)->end);
      const int next = stay == worker.spans.end() ? axis_.columns() + 1 : first_column(stay->begin, stay->end);
      const std::string task_name = text_of(timeline_.tasks()[index(task)].name);
      const int room = next - column - 1;
      if (column < used || room < std::min(kFewestForName, display_width(task_name))) continue;
      const std::string shown = cut_to_width(task_name, room, glyphs_.ellipsis);
      fill(line, used, column);
      line += shown;
      used += display_width(shown);
    }
    if (used == 0) return;
    end_line(line);
    text_ += line;
  }

  // What tasks share: who holds it, its values, how full it is, each from its beginning on.
  void write_shared() {
    const auto& objects = timeline_.info().objects;
    if (objects.empty()) return;
    const auto histories = shared_histories(timeline_);
    for (std::size_t i = 0; i < std::min(objects.size(), kMostLanes); ++i) {
      if (i == 0 || objects[i].process != objects[i - 1].process) {
        write_section(shared_heading(objects[i]));
        write_axis({});
      }
      std::string line = lane_start(objects[i].name);
      int used = 0;
      for (const LabelledStretch& stretch : labelled(timeline_, object_id(i), histories[i])) {
        write_stretch(line, used, stretch);
      }
      end_line(line);
      text_ += line;
    }
    write_rest(objects.size() - std::min(objects.size(), kMostLanes), "shared thing");
  }

  void write_stretch(std::string& line, int& used, const LabelledStretch& stretch) {
    const int column = axis_.column_of(stretch.begin);
    const int room = axis_.column_of(std::min(stretch.end, timeline_.horizon())) - column - 1;
    if (column < used) return;
    fill(line, used, column);
    line += glyphs_.begin;
    ++used;
    const std::string label = text_of(stretch.label.empty() ? "free" : stretch.label);
    if (room < std::min(kFewestForName, display_width(label))) return;
    const std::string shown = cut_to_width(label, room, glyphs_.ellipsis);
    line += shown;
    used += display_width(shown);
  }

  // The first column in which a stay from `begin` to `end` can prevail.
  int first_column(Time begin, Time end) const {
    const int column = axis_.column_of(begin);
    const Time next = axis_.begin_of(column + 1);
    return end > next && (begin - axis_.begin_of(column)) > (next - begin) ? column + 1 : column;
  }

  void write_rest(std::size_t count, std::string_view what) {
    if (count > 0) text_ += fmt::format("{}and {} more {}{}\n", kIndent, count, what, count == 1 ? "" : "s");
  }

  void note(const std::vector<Cell>& cells) {
    has_brief_ = has_brief_ || std::find(cells.begin(), cells.end(), kBriefCell) != cells.end();
  }

  void write_legend() {
    struct Entry {
      std::string_view glyph, meaning;
    };
    std::vector<Entry> entries;
    for (SpanKind kind : kShownKinds) entries.push_back({glyphs_.of(kind), words_of(kind).meaning});
    if (has_brief_) entries.push_back({glyphs_.brief, "shorter than a column"});
    if (has_finished_) entries.push_back({glyphs_.of(Outcome::finished), "finished"});
    text_ += '\n';
    int used = 0;
    for (const Entry& entry : entries) {
      const int needed = 2 + static_cast<int>(entry.meaning.size());
      const bool fits = used == 0 || used + 3 + needed <= width_;
      if (used > 0) text_ += fits ? "   " : "\n";
      used = fits && used > 0 ? used + 3 + needed : needed;
      text_ += fmt::format("{} {}", entry.glyph, entry.meaning);
    }
    text_ += '\n';
  }

  const Timeline& timeline_;
  bool utf8_;
  int width_;
  const ChartGlyphs& glyphs_;
  std::span<const TaskTrack> tasks_;
  std::span<const WorkerTrack> workers_;
  int name_columns_;
  TimeAxis axis_;
  bool has_brief_ = false;
  bool has_finished_ = false;
  std::string text_;
};

}  // namespace

std::string text_chart(const Timeline& timeline, const ChartOptions& options) {
  return ChartWriter(timeline, options).write();
}

}  // namespace interleave
