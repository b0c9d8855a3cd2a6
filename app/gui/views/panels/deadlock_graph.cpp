#include "app/gui/views/panels/deadlock_graph.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/explain/deadlock_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/looks/palette.h"

namespace interleave::gui {

namespace {

constexpr float kGraphTitle = 24;
constexpr float kGraphInset = 10;
constexpr float kGraphNode = 24;
constexpr float kGraphRowsApart = 26;
constexpr float kGraphHead = 9;
constexpr float kGraphLine = 22;     // of text below the ring
constexpr float kGraphAside = 16;    // from what stands right of it
constexpr float kLeastBeside = 290;  // for that
constexpr float kTwoApart = 9;       // from the middle, where two wait for each other

class DeadlockGraph {
 public:
  explicit DeadlockGraph(const Ui& ui)
      : ui_(ui), timeline_(run_beside(ui.state)), picture_(deadlock_picture(timeline_)) {
    for (const DeadlockArrow& arrow : picture_.circle) {
      node_ = std::max(node_, node_width(arrow.waiter));
      label_ = std::max(label_, ui_.canvas.text_width(arrow.what, Style::small) + ui_.px(8 + kGraphHead + 8));
    }
  }

  float width() const {
    float width = ui_.canvas.text_width("DEADLOCK", Style::caption);
    if (!picture_.circle.empty()) width = std::max(width, ring_width());
    for (const std::string& line : lines_) width = std::max(width, ui_.canvas.text_width(line, Style::small) + 1);
    return width + 2 * ui_.px(kGraphInset);
  }

  // In at most that room; what has none is told in lines.
  void fit(float room_width, float room_height) {
    const float width = room_width - 2 * ui_.px(kGraphInset);
    float height = room_height - ui_.px(kGraphTitle + 8);
    is_drawn_ = !picture_.circle.empty() && ring_width() <= width && ring_height() <= height;
    if (is_drawn_) height -= ring_height() + ui_.px(4);
    std::vector<DeadlockArrow> told = picture_.others;
    if (!is_drawn_) told.insert(told.begin(), picture_.circle.begin(), picture_.circle.end());
    const auto most = static_cast<std::size_t>(std::max(0.0F, std::floor(height / ui_.px(kGraphLine))));
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (lines_.size() + 1 >= most && told.size() - i > 1) {
        if (most > 0) lines_.push_back(fmt::format("and {} more", told.size() - i));
        return;
      }
      lines_.push_back(arrow_text(timeline_, told[i]));
    }
  }

  void draw(Rect box) const {
    ui_.canvas.frame(box, ui_.theme.line, 1, ui_.px(6));
    box = box.inset(ui_.px(kGraphInset), ui_.px(4));
    heading(ui_, box.cut_top(ui_.px(kGraphTitle)), "DEADLOCK");
    if (is_drawn_) {
      draw_ring(box.cut_top(ring_height()));
      box.cut_top(ui_.px(4));
    }
    for (const std::string& line : lines_) {
      if (box.height() < ui_.px(kGraphLine) * 0.75F) return;
      ui_.canvas.text(box.cut_top(ui_.px(kGraphLine)), line, Style::small, ui_.theme.text);
    }
  }

 private:
  std::size_t count() const { return picture_.circle.size(); }
  std::size_t columns() const { return count() <= 2 ? count() : (count() + 1) / 2; }

  float node_width(TaskId task) const {
    return ui_.canvas.text_width(timeline_.tasks()[index(task)].name, Style::body) + ui_.px(16);
  }
  float column_step() const { return node_ + label_; }
  // One that waits for itself has an arrow on its right.
  float ring_width() const {
    return count() == 1 ? node_ + label_ + ui_.px(12) : node_ + column_step() * static_cast<float>(columns() - 1) + 1;
  }
  float ring_height() const { return ui_.px(count() <= 2 ? kGraphNode + 8 : 2 * kGraphNode + kGraphRowsApart); }

  // From left to right above, and back below.
  Rect node_box(Rect ring, std::size_t position) const {
    const bool above = count() <= 2 || position < columns();
    const std::size_t column = above ? position : 2 * columns() - 1 - position;
    const float left = std::round(ring.left + column_step() * static_cast<float>(column));
    const float height = ui_.px(kGraphNode);
    const float top = std::round(count() <= 2 ? ring.center().y - height / 2 : above ? ring.top : ring.bottom - height);
    return {left, top, left + node_, top + height};
  }

  void draw_ring(Rect ring) const {
    for (std::size_t i = 0; i < count(); ++i) draw_node(node_box(ring, i), picture_.circle[i].waiter);
    if (count() == 1) return draw_own_arrow(node_box(ring, 0));
    for (std::size_t i = 0; i < count(); ++i) {
      const Rect from = node_box(ring, i);
      const Rect to = node_box(ring, (i + 1) % count());
      const float shift = count() == 2 ? ui_.px(kTwoApart) * (i == 0 ? -1.0F : 1.0F) : 0;
      draw_arrow(path(from, to, shift), picture_.circle[i].what);
    }
  }

  void draw_node(Rect box, TaskId task) const {
    const BarColors colors = colors_of_task(ui_.theme, task);
    ui_.canvas.fill(box, mix(ui_.theme.ground, colors.area, kTint), ui_.px(4));
    ui_.canvas.frame(box, colors.line, std::max(1.0F, ui_.px(2)), ui_.px(4));
    ui_.canvas.text(box, timeline_.tasks()[index(task)].name, Style::body, ui_.theme.text, Align::center);
  }

  // Along the row, down or up a column, or round the corner of a ring whose lower row is the shorter one.
  static std::vector<Point> path(Rect from, Rect to, float shift) {
    const Point a = from.center();
    const Point b = to.center();
    if (std::abs(a.y - b.y) < 1) {
      return b.x > a.x ? std::vector<Point>{{from.right, a.y + shift}, {to.left, b.y + shift}}
                       : std::vector<Point>{{from.left, a.y + shift}, {to.right, b.y + shift}};
    }
    const float end = b.y > a.y ? to.top : to.bottom;
    if (std::abs(a.x - b.x) < 1) return {{a.x, b.y > a.y ? from.bottom : from.top}, {b.x, end}};
    return {{from.left, a.y}, {b.x, a.y}, {b.x, end}};
  }

  void draw_own_arrow(Rect node) const {
    const float right = node.right + label_;
    const float shift = ui_.px(kTwoApart);
    draw_arrow({{node.right, node.center().y - shift},
                {right, node.center().y - shift},
                {right, node.center().y + shift},
                {node.right, node.center().y + shift}},
               picture_.circle.front().what);
  }

  void draw_arrow(const std::vector<Point>& path, const std::string& what) const {
    const float thick = std::max(1.0F, ui_.px(2));
    const float head = ui_.px(kGraphHead);
    const Point tip = path.back();
    const Point before = path[path.size() - 2];
    const float length = std::max(1.0F, std::hypot(tip.x - before.x, tip.y - before.y));
    const Point along{(tip.x - before.x) / length, (tip.y - before.y) / length};
    const Point back{tip.x - along.x * head, tip.y - along.y * head};
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      ui_.canvas.line(path[i], i + 2 == path.size() ? back : path[i + 1], ui_.theme.text, thick);
    }
    const float half = head * 0.6F;
    ui_.canvas.triangle({back.x - along.y * half, back.y + along.x * half},
                        {back.x + along.y * half, back.y - along.x * half}, tip, ui_.theme.text);
    const Point middle{(path[0].x + path[1].x - along.x * head) / 2, (path[0].y + path[1].y - along.y * head) / 2};
    const float width = ui_.canvas.text_width(what, Style::small) + ui_.px(6);
    const float high = ui_.canvas.text_height(Style::small) / 2;
    const Rect plate{middle.x - width / 2, middle.y - high, middle.x + width / 2, middle.y + high};
    ui_.canvas.fill(plate, ui_.theme.ground);
    ui_.canvas.text(plate, what, Style::small, ui_.theme.text, Align::center);
  }

  const Ui& ui_;
  const Timeline& timeline_;
  DeadlockPicture picture_;
  float node_ = 0;
  float label_ = 0;
  bool is_drawn_ = false;
  std::vector<std::string> lines_;
};

}  // namespace

bool shows_deadlock_graph(const Ui& ui) {
  const Timeline& timeline = run_beside(ui.state);
  return is_deadlocked(timeline) && happened_until(ui.state) >= timeline.horizon();
}

Rect draw_deadlock_graph(const Ui& ui, Rect box) {
  DeadlockGraph graph(ui);
  graph.fit(box.width(), box.height());
  const float width = std::min(box.width(), graph.width());
  const bool has_room_beside = box.width() - width >= ui.px(kGraphAside + kLeastBeside);
  graph.draw(box.cut_left(has_room_beside ? width : box.width()));
  ui.canvas.drawn().has_deadlock_graph = true;
  if (has_room_beside) box.cut_left(ui.px(kGraphAside));
  return box;
}

}  // namespace interleave::gui
