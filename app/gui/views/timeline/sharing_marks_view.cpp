#include "app/gui/views/timeline/sharing_marks_view.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/widgets/sharing_glyph.h"

namespace interleave::gui {

namespace {

constexpr float kMarkRadius = 7;
constexpr float kMarksApart = 15;
constexpr float kLeastMarkedRow = 16;  // lower rows have no room for marks
constexpr float kLeastWordRow = 40;    // in which a word has room beside the mark
constexpr float kLeastFromRead = 24;   // between a read and the write, for a line between them
constexpr float kMarkLine = 2;
constexpr float kMarkHead = 9;
constexpr float kReadRing = 4;
constexpr std::size_t kMostMarkArrows = 12;
constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);
constexpr std::size_t kMarksTold = 3;  // in a tooltip

// Marks that stand at one place of a lane.
struct MarkGroup {
  const LaneRow* row = nullptr;
  float x = 0;
  std::vector<const SharingMark*> marks;  // the worst first
};

// Whether the task had its turn on that worker then.
bool had_turn(const WorkerTrack& worker, TaskId task, Time at) {
  auto after =
      std::partition_point(worker.turns.begin(), worker.turns.end(), [&](const Turn& turn) { return turn.at <= at; });
  if (after == worker.turns.begin()) return false;
  for (const Time last = std::prev(after)->at; after != worker.turns.begin() && std::prev(after)->at == last; --after) {
    if (std::prev(after)->task == task) return true;
  }
  return false;
}

class SharingMarkPainter {
 public:
  SharingMarkPainter(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                     const TimeScale& scale)
      : ui_(ui),
        lanes_(lanes),
        rows_(rows),
        bars_(bars),
        scale_(scale),
        timeline_(*ui.state.run.record),
        marks_(ui.memory.findings.of(timeline_).marks) {}

  void draw() {
    collect();
    ui_.canvas.clip({bars_.left - ui_.px(8), bars_.top, bars_.right, bars_.bottom});
    for (const MarkGroup& group : groups_) draw_line_from_read(group);
    std::size_t arrows = 0;
    for (const MarkGroup& group : groups_) {
      const bool has_arrow = is_pointed(group) || group.marks.front()->kind != MarkKind::unordered;
      if (has_arrow && arrows < kMostMarkArrows && draw_arrow(group)) ++arrows;
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) draw_group(i);
    ui_.canvas.end_clip();
    ui_.canvas.drawn().mark_arrows = arrows;
  }

 private:
  const Access& access(std::size_t position) const { return timeline_.accesses()[position]; }
  float x_of(const Access& use) const { return static_cast<float>(scale_.x(use.time)); }
  bool is_in_sight(float x) const { return x >= bars_.left - 1 && x <= bars_.right; }

  bool shows_use(const Lane& lane, const Access& use) const {
    if (lane.compared || lane.kind == LaneKind::shared || lane.kind == LaneKind::no_worker) return false;
    if (lane.kind == LaneKind::task) return lane.track == index(use.task);
    return had_turn(timeline_.workers()[lane.track], use.task, use.time);
  }

  const LaneRow* row_of(const Access& use) const {
    if (index(use.task) < row_of_task_.size()) return row_of_task_[index(use.task)];
    const auto found = std::find_if(rows_.visible.begin(), rows_.visible.end(),
                                    [&](const LaneRow& row) { return shows_use(lanes_[row.lane], use); });
    return found == rows_.visible.end() ? nullptr : &*found;
  }

  const LaneRow* row_of(ObjectId variable) const {
    const auto found = std::find_if(rows_.visible.begin(), rows_.visible.end(), [&](const LaneRow& row) {
      return lanes_[row.lane].kind == LaneKind::shared && lanes_[row.lane].track == index(variable);
    });
    return found == rows_.visible.end() ? nullptr : &*found;
  }

  void collect() {
    const Time now = happened_until(ui_.state);
    last_.assign(rows_.visible.size(), kNoGroup);
    if (ui_.state.view == View::by_task) row_of_task_.resize(timeline_.tasks().size());
    for (const LaneRow& row : rows_.visible) {
      if (lanes_[row.lane].kind == LaneKind::task && !row_of_task_.empty()) row_of_task_[lanes_[row.lane].track] = &row;
    }
    for (const SharingMark& mark : marks_) {
      const Access& use = access(mark.access);
      if (use.time > now) break;
      if (!is_in_sight(x_of(use))) continue;
      if (const LaneRow* row = row_of(use)) add(row, mark);
      if (const LaneRow* row = row_of(use.object)) add(row, mark);
    }
  }

  // Marks come from left to right.
  void add(const LaneRow* row, const SharingMark& mark) {
    const float x = x_of(access(mark.access));
    std::size_t& last = last_[static_cast<std::size_t>(row - rows_.visible.data())];
    if (last == kNoGroup || x - groups_[last].x >= ui_.px(kMarksApart)) {
      last = groups_.size();
      groups_.push_back({row, x, {&mark}});
      return;
    }
    MarkGroup& group = groups_[last];
    group.marks.push_back(&mark);
    if (!is_worse(mark.kind, group.marks.front()->kind)) return;
    std::swap(group.marks.front(), group.marks.back());
    group.x = x;
  }

  bool is_on_variable(const MarkGroup& group) const { return lanes_[group.row->lane].kind == LaneKind::shared; }

  // On the lower edge of bars, where uses are on the upper one; on that of a variable.
  Point place_of(const MarkGroup& group) const {
    const Rect bar = bar_box(ui_, group.row->box);
    return {group.x, is_on_variable(group) ? bar.top : bar.bottom};
  }

  float radius_in(const LaneRow& row) const { return std::min(ui_.px(kMarkRadius), row.box.height() * 0.22F); }

  bool is_pointed(const MarkGroup& group) const {
    const Point at = place_of(group);
    const float reach = ui_.px(kMarkRadius) + 2;
    return ui_.memory.grab == Grab::none && ui_.pointer.over({at.x - reach, at.y - reach, at.x + reach, at.y + reach});
  }

  // The read that the write goes by, where it stands on the same lane and far enough from it.
  const Access* read_of(const MarkGroup& group) const {
    const SharingMark& mark = *group.marks.front();
    if (!mark.read || is_on_variable(group)) return nullptr;
    const Access& read = access(*mark.read);
    const bool is_far = group.x - x_of(read) >= ui_.px(kLeastFromRead);
    return is_far && is_one_task(lanes_[group.row->lane], read, access(mark.access)) ? &read : nullptr;
  }

  // Whether nobody else's turns are between the two on that lane.
  bool is_one_task(const Lane& lane, const Access& first, const Access& second) const {
    if (lane.kind == LaneKind::task) return true;
    if (!shows_use(lane, first)) return false;
    const auto& turns = timeline_.workers()[lane.track].turns;
    auto turn = std::partition_point(turns.begin(), turns.end(), [&](const Turn& t) { return t.at < first.time; });
    return std::all_of(turn, turns.end(), [&](const Turn& t) { return t.at > second.time || t.task == first.task; });
  }

  void draw_line_from_read(const MarkGroup& group) const {
    const Access* read = read_of(group);
    if (read == nullptr) return;
    const Point at = place_of(group);
    const float half = std::max(1.0F, ui_.px(kMarkLine)) / 2;
    const float rim = std::max(1.0F, ui_.px(2));
    const float from = x_of(*read);
    const float ring = ui_.px(kReadRing);
    ui_.canvas.fill({from, at.y - half - rim, at.x, at.y + half + rim}, ui_.theme.ground);
    ui_.canvas.fill({from, at.y - half, at.x, at.y + half}, warning_color(ui_.theme));
    ui_.canvas.circle({from, at.y}, ring + rim, ui_.theme.ground);
    ui_.canvas.circle({from, at.y}, ring, warning_color(ui_.theme));
    ui_.canvas.circle({from, at.y}, ring - rim, ui_.theme.ground);
  }

  // From where the other task used the variable. Whether there is one.
  bool draw_arrow(const MarkGroup& group) const {
    if (is_on_variable(group)) return false;
    const Access& other = access(group.marks.front()->other);
    const LaneRow* from = row_of(other);
    if (from == nullptr || from == group.row || !is_in_sight(x_of(other))) return false;
    draw_path(path_between(*from, x_of(other), group));
    return true;
  }

  // Between the edges of bars that face each other, into the use on the upper edge or the mark on the lower one: from
  // the side where there is no room for a head above or below it, or where the playhead would hide all of it.
  std::vector<Point> path_between(const LaneRow& from, float x, const MarkGroup& group) const {
    const Rect start = bar_box(ui_, from.box);
    const Rect end = bar_box(ui_, group.row->box);
    const float clear = ui_.px(kMarkRadius + 1);
    const float aside = ui_.px(kLeastFromRead);
    const float gap = group.row->box.height() - end.height();
    const bool has_room = gap >= clear + ui_.px(kMarkHead + 6);
    if (end.top > start.top) {
      const float turn = end.top - gap / 2;
      const float left = group.x - aside;
      if (group.x - x < aside) return {{x - aside, start.bottom}, {x - aside, end.top}, {group.x - clear, end.top}};
      if (!has_room) {
        return {{x, start.bottom}, {x, turn}, {left, turn}, {left, end.top}, {group.x - clear, end.top}};
      }
      return {{x, start.bottom}, {x, turn}, {group.x, turn}, {group.x, end.top - clear}};
    }
    const float turn = end.bottom + gap / 2;
    const float right = group.x + aside;
    if (!has_room)
      return {{x, start.top}, {x, turn}, {right, turn}, {right, end.bottom}, {group.x + clear, end.bottom}};
    return {{x, start.top}, {x, turn}, {group.x, turn}, {group.x, end.bottom + clear}};
  }

  void draw_path(const std::vector<Point>& path) const {
    const Color ink = warning_color(ui_.theme);
    const Point tip = path.back();
    const Point before = path[path.size() - 2];
    const float length = std::max(1.0F, std::hypot(tip.x - before.x, tip.y - before.y));
    const Point along{(tip.x - before.x) / length, (tip.y - before.y) / length};
    const float head = std::min(ui_.px(kMarkHead), length);
    const Point back{tip.x - along.x * head, tip.y - along.y * head};
    for (const auto& [color, more] : {std::pair(ui_.theme.ground, ui_.px(4)), std::pair(ink, 0.0F)}) {
      for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const Point to = i + 2 == path.size() ? back : path[i + 1];
        ui_.canvas.line(path[i], to, color, std::max(1.0F, ui_.px(kMarkLine)) + more);
      }
    }
    const float half = head * 0.6F;
    ui_.canvas.triangle({back.x - along.y * half, back.y + along.x * half},
                        {back.x + along.y * half, back.y - along.x * half}, tip, ink);
    ui_.canvas.circle(path.front(), ui_.px(kReadRing), ink);
  }

  void draw_group(std::size_t position) const {
    const MarkGroup& group = groups_[position];
    const MarkKind kind = group.marks.front()->kind;
    const Point at = place_of(group);
    draw_word(group, at, kind);
    draw_sharing_glyph(ui_, kind, at, radius_in(*group.row));
    const Access& use = access(group.marks.front()->access);
    ui_.canvas.drawn().marks.push_back({kind, use.task, at, group.marks.size(), group.row->lane});
    if (!is_pointed(group)) return;
    Tooltip tooltip{std::string(name(kind)), {}};
    for (std::size_t i = 0; i < std::min(group.marks.size(), kMarksTold); ++i) {
      if (i > 0) tooltip.lines.push_back(std::string(name(group.marks[i]->kind)) + ":");
      const auto sentences = mark_sentences(timeline_, *group.marks[i]);
      tooltip.lines.insert(tooltip.lines.end(), sentences.begin(), sentences.end());
    }
    if (group.marks.size() > kMarksTold) {
      tooltip.lines.push_back(fmt::format("and {} more", group.marks.size() - kMarksTold));
    }
    ui_.tooltip = std::move(tooltip);
  }

  // What it is, on the line from the read.
  void draw_word(const MarkGroup& group, Point at, MarkKind kind) const {
    if (is_on_variable(group) || group.row->box.height() < ui_.px(kLeastWordRow)) return;
    const std::string_view word = name(kind);
    const float width = ui_.canvas.text_width(word, Style::small) + ui_.px(8);
    const float before = ui_.px(kMarkRadius + 5);
    const Access* read = read_of(group);
    if (read == nullptr || at.x - before - width < x_of(*read) + ui_.px(kReadRing + 6)) return;
    const float half = ui_.canvas.text_height(Style::small) / 2 + 1;
    const Rect plate{at.x - before - width, at.y - half, at.x - before, at.y + half};
    ui_.canvas.fill(plate, ui_.theme.ground, ui_.px(3));
    ui_.canvas.text(plate, word, Style::small, ui_.theme.text, Align::center);
  }

  const Ui& ui_;
  const std::vector<Lane>& lanes_;
  const LaneRows& rows_;
  Rect bars_;
  const TimeScale& scale_;
  const Timeline& timeline_;
  const std::vector<SharingMark>& marks_;
  std::vector<const LaneRow*> row_of_task_;  // by task, of those in sight; empty by worker
  std::vector<std::size_t> last_;            // for each row in sight, its last group
  std::vector<MarkGroup> groups_;
};

}  // namespace

void draw_sharing_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale) {
  const bool is_compared = !lanes.empty() && lanes.front().compared.has_value();
  if (is_compared || rows.height < ui.px(kLeastMarkedRow)) return;
  SharingMarkPainter(ui, lanes, rows, bars, scale).draw();
}

}  // namespace interleave::gui
