#include "app/gui/views/explore/graph_view.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/explain/state_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/explore/wording.h"
#include "core/looks/wording.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

constexpr float kGraphHeader = 44;
constexpr float kGraphLegend = 28;
constexpr float kMostStateRadius = 9;
constexpr float kLeastStateRadius = 3;
constexpr float kStateEnd = 15;
constexpr float kStateEndGap = 11;  // from the middle of a state at which runs end to its words
constexpr float kMostEndLines = 3;
constexpr float kLeastEndWords = 60;
constexpr float kStepWidth = 1.5F;
constexpr float kWayWidth = 7;
constexpr float kRoomForValues = 44;  // beside states
constexpr float kRoomForSteps = 34;   // between the layers
constexpr float kLegendRadius = 6;
constexpr std::size_t kMostLegendRows = 2;

std::string why_no_graph(const AppState& state) {
  const ExploredMode& known = (*state.explorer.answer())[index(state.settings.mode)];
  if (!known.refusal.empty()) return known.refusal;
  if (known.found == nullptr) return "Looking at every state…";
  if (state.settings.mode == Mode::sequential) return "One after another there is one way alone, and nothing to draw.";
  return fmt::format("{} are too many to be drawn: at most {} are.", counted(known.found->states, "state"),
                     kMostStatesDrawn);
}

// What can still come of a state is told by a shape too.
void draw_fate(const Ui& ui, Point at, float radius, Fate fate, Color line) {
  const float inner = radius - ui.px(1.5F);
  if (fate == Fate::lost) {
    ui.canvas.fill({at.x - radius, at.y - radius, at.x + radius, at.y + radius}, line);
    ui.canvas.fill({at.x - inner, at.y - inner, at.x + inner, at.y + inner}, warning_color(ui.theme));
    return;
  }
  ui.canvas.circle(at, radius, line);
  ui.canvas.circle(at, inner, fate == Fate::safe ? ui.theme.go : ui.theme.ground);
}

void draw_no_return(const Ui& ui, Point at, float radius) {
  ui.canvas.circle(at, radius + ui.px(5), warning_color(ui.theme));
  ui.canvas.circle(at, radius + ui.px(2.5F), ui.theme.ground);
}

void draw_run_end(const Ui& ui, Point at, bool is_bad) {
  const float half = ui.px(kStateEnd) / 2;
  const Rect plate{at.x - half, at.y - half, at.x + half, at.y + half};
  ui.canvas.fill(plate, is_bad ? warning_color(ui.theme) : ui.theme.ground);
  ui.canvas.frame(plate, ui.theme.text, ui.px(1.5F));
  draw_end_mark(ui.canvas, is_bad ? TaskEnd::failed : TaskEnd::finished, plate.inset(ui.px(3), ui.px(3)),
                is_bad ? ui.theme.ground : ui.theme.text);
}

class GraphPainter {
 public:
  GraphPainter(const Ui& ui, Rect box, const Exploration& found)
      : ui_(ui), found_(found), graph_(*found.graph), layout_(ui.memory.graph.layout()) {
    const float across = box.width() / static_cast<float>(layout_.widest);
    const float down = box.height() / static_cast<float>(layout_.layers);
    radius_ = std::clamp(std::min(across, down) / 4, ui.px(kLeastStateRadius), ui.px(kMostStateRadius));
    area_ = {box.left + ui.px(kStateEnd), box.top + ui.px(kStateEnd), box.right - ui.px(kStateEnd), box.bottom};
    area_.bottom -= ui.px(kStateEndGap) + std::max(ui.px(kStateEnd), words_height());
    if (const auto schedule = schedule_shown()) way_ = states_on(graph_, *schedule);
  }

  void draw() {
    for (std::uint32_t state = 0; state < graph_.size(); ++state) draw_steps(state);
    for (std::size_t i = 1; i < way_.size(); ++i) draw_step_taken(way_[i - 1], way_[i]);
    for (std::uint32_t state = 0; state < graph_.size(); ++state) plates_.push_back(around(place(state), radius_));
    for (std::uint32_t state = 0; state < graph_.size(); ++state) tell_values(state);
    for (std::uint32_t state = 0; state < graph_.size(); ++state) tell_steps(state);
    for (std::uint32_t state = 0; state < graph_.size(); ++state) draw_state(state);
    for (std::uint32_t state = 0; state < graph_.size(); ++state) point_at(state);
  }

 private:
  // Of the run on the screen, where it is one of these and its order is known.
  std::optional<Schedule> schedule_shown() const {
    if (ui_.state.directed) return ui_.state.directed->taken();
    return picture_is_outdated(ui_.state) ? std::nullopt : ui_.state.run.record->info().schedule;
  }

  Point spot(std::uint32_t layer, float place) const {
    const float down = layout_.layers == 1 ? 0 : static_cast<float>(layer) / static_cast<float>(layout_.layers - 1);
    return {area_.left + place * area_.width(), area_.top + down * area_.height()};
  }

  Point place(std::uint32_t state) const { return spot(layout_.nodes[state].layer, layout_.nodes[state].place); }

  // Where the line of a step of that state has its corners, from its beginning to its end.
  std::vector<Point> line_of(std::uint32_t state, std::size_t step) const {
    std::vector<Point> line = {place(state)};
    std::uint32_t layer = layout_.nodes[state].layer;
    for (const float bend : layout_.bends[step]) line.push_back(spot(++layer, bend));
    line.push_back(place(graph_.targets[step]));
    return line;
  }

  void draw_line(const std::vector<Point>& line, Color ink, float width) const {
    for (std::size_t i = 1; i < line.size(); ++i) ui_.canvas.line(line[i - 1], line[i], ink, width);
    // Its corners are round.
    for (std::size_t i = 1; i + 1 < line.size(); ++i) ui_.canvas.circle(line[i], width / 2, ink);
  }

  static Rect around(Point at, float reach) { return {at.x - reach, at.y - reach, at.x + reach, at.y + reach}; }

  bool is_here(std::uint32_t state) const { return !way_.empty() && state == way_.back(); }

  void draw_steps(std::uint32_t state) const {
    for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
      const Color ink = task_line_color(ui_.theme, task_of(graph_.tokens[step]));
      draw_line(line_of(state, step), ink, ui_.px(kStepWidth));
    }
  }

  void draw_step_taken(std::uint32_t from, std::uint32_t to) const {
    for (std::size_t step = graph_.begin(from); step < graph_.end(from); ++step) {
      if (graph_.targets[step] != to) continue;
      const Color ink = task_line_color(ui_.theme, task_of(graph_.tokens[step]));
      const std::vector<Point> line = line_of(from, step);
      draw_line(line, ui_.theme.playhead, ui_.px(kWayWidth));
      draw_line(line, ink, ui_.px(kWayWidth / 2));
      return;
    }
  }

  // What the steps do, each on its line where nothing else is told.
  void tell_steps(std::uint32_t state) {
    const KeptGraph& kept = ui_.memory.graph;
    const float down = area_.height() / static_cast<float>(std::max(2U, layout_.layers) - 1);
    if (kept.steps().empty() || down < ui_.px(kRoomForSteps)) return;
    for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
      const std::vector<Point> line = line_of(state, step);
      const Point from = line[0];
      const Point to = line[1];
      // Between its layer and the next one, where no state stands; where that is taken, elsewhere on the line.
      for (const float share : {0.5F, 0.35F, 0.65F, 0.25F, 0.75F}) {
        const Point at{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        if (plate(at, kept.steps()[step], ui_.theme.text)) break;
      }
    }
  }

  // What tasks share there, beside the state.
  void tell_values(std::uint32_t state) {
    const KeptGraph& kept = ui_.memory.graph;
    if (kept.values().empty() || graph_.is_end(state)) return;
    const Point at = place(state);
    const float room = area_.width() / static_cast<float>(layout_.widest) / 2;
    if (room < ui_.px(kRoomForValues)) return;
    const float half = ui_.canvas.text_width(kept.values()[state], Style::small) / 2;
    const float beside = radius_ + ui_.px(12) + half;
    const float border = ui_.px(kStateEnd) - half;
    for (const float x : {at.x + beside, at.x - beside}) {
      if (x < area_.left - border || x > area_.right + border) continue;
      if (plate({x, at.y}, kept.values()[state], ui_.theme.quiet_text)) return;
    }
  }

  // Whether it found the place free.
  bool plate(Point at, const std::string& text, Color ink) {
    const float half_width = ui_.canvas.text_width(text, Style::small) / 2 + ui_.px(3);
    const float half_height = ui_.canvas.text_height(Style::small) / 2 + ui_.px(2);
    const Rect box{at.x - half_width, at.y - half_height, at.x + half_width, at.y + half_height};
    const auto is_over = [&box](const Rect& other) {
      return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
    };
    if (std::any_of(plates_.begin(), plates_.end(), is_over)) return false;
    plates_.push_back(box);
    ui_.canvas.fill(box, ui_.theme.ground, ui_.px(3));
    ui_.canvas.text(box, text, Style::small, ink, Align::center);
    return true;
  }

  void draw_state(std::uint32_t state) const {
    const Point at = place(state);
    const GraphLayout::Node& node = layout_.nodes[state];
    if (graph_.is_end(state)) return draw_end(state, at);
    const float radius = is_here(state) ? radius_ * 1.4F : radius_;
    if (node.no_return) draw_no_return(ui_, at, radius);
    draw_fate(ui_, at, radius, node.fate, is_here(state) ? ui_.theme.playhead : ui_.theme.text);
  }

  void draw_end(std::uint32_t state, Point at) const {
    const ExploredOutcome& outcome = found_.outcomes[graph_.outcomes[state]];
    const float half = ui_.px(kStateEnd) / 2;
    draw_run_end(ui_, at, is_bad(outcome.result));
    if (is_here(state)) {
      ui_.canvas.frame({at.x - half, at.y - half, at.x + half, at.y + half}, ui_.theme.playhead, ui_.px(3));
    }
    const std::string words = words_of(state);
    const Rect room = room_below(state);
    if (room.width() < ui_.px(kLeastEndWords)) return;
    const float width = std::min(ui_.canvas.text_width(words, Style::small) + 1, room.width());
    const float left = std::clamp(at.x - width / 2, room.left, room.right - width);
    ui_.canvas.clip(room);
    ui_.canvas.paragraph({left, room.top, left + width, room.bottom}, words, Style::small, ui_.theme.text);
    ui_.canvas.end_clip();
  }

  // Of the most lines that stand below an end.
  float words_height() const {
    float height = 0;
    for (std::uint32_t state = 0; state < graph_.size(); ++state) {
      if (!graph_.is_end(state)) continue;
      const float width = room_below(state).width();
      if (width < ui_.px(kLeastEndWords)) continue;
      height = std::max(height, ui_.canvas.paragraph_height(width, words_of(state), Style::small));
    }
    return std::min(height, most_words_height());
  }

  float most_words_height() const {
    return kMostEndLines * ui_.canvas.paragraph_height(area_.width(), "x", Style::small);
  }

  // What the run has come to that ends there.
  std::string words_of(std::uint32_t end) const {
    return result_text(found_.outcomes[graph_.outcomes[end]].result, ui_.state.scenario(), ui_.state.settings.mode);
  }

  // Where the words below an end have room: not over the border, and half way to the next ends.
  Rect room_below(std::uint32_t end) const {
    const Point here = place(end);
    const float top = here.y + ui_.px(kStateEndGap);
    const float apart = ui_.px(8);
    Rect room{area_.left - ui_.px(kStateEnd), top, area_.right + ui_.px(kStateEnd), top + most_words_height()};
    for (std::uint32_t state = 0; state < graph_.size(); ++state) {
      if (state == end || !graph_.is_end(state)) continue;
      const float half_way = (place(state).x + here.x) / 2;
      if (half_way < here.x) room.left = std::max(room.left, half_way + apart);
      if (half_way > here.x) room.right = std::min(room.right, half_way - apart);
    }
    return room;
  }

  // What is known of the state under the pointer; a click has the user go on from there.
  void point_at(std::uint32_t state) const {
    const Point at = place(state);
    const float reach = std::max(radius_, ui_.px(8)) + ui_.px(2);
    const Rect box = around(at, reach);
    if (!ui_.pointer.over(box) || ui_.memory.grab != Grab::none) return;
    RunSettings settings = ui_.state.settings;
    settings.schedule = way_to(graph_, state);
    const auto run = Simulator(ui_.state.scenario()).direct(settings);
    if (!run) return;
    Tooltip tooltip{shared_values_text(*run.value().timeline), task_lines(run.value())};
    const GraphLayout::Node& node = layout_.nodes[state];
    if (node.no_return)
      tooltip.lines.emplace_back("A point of no return: one of these steps leads to where all is lost.");
    if (node.fate == Fate::lost && !graph_.is_end(state)) {
      tooltip.lines.emplace_back("No good end is left: whatever comes, it goes wrong.");
    }
    tooltip.lines.emplace_back("Click to go on from there.");
    ui_.tooltip = std::move(tooltip);
    if (!ui_.pointer.clicked(box)) return;
    const std::string order = schedule_text(settings.schedule, names_of(run.value().timeline->info().tasks));
    ui_.wish(command::Direct{});
    ui_.wish(command::TakeSteps{order});
  }

  const Ui& ui_;
  const Exploration& found_;
  const StateGraph& graph_;
  const GraphLayout& layout_;
  Rect area_;
  float radius_ = 0;
  std::vector<Rect> plates_;        // where something is told already
  std::vector<std::uint32_t> way_;  // of the run on the screen, up to where it stands; empty where that is not known
};

struct LegendEntry {
  std::string text;
  std::function<void(Point)> draw;
};

// The most needed first.
std::vector<LegendEntry> graph_legend(const Ui& ui) {
  const float radius = ui.px(kLegendRadius);
  const auto fate = [&ui, radius](Fate told) {
    return [&ui, radius, told](Point at) { draw_fate(ui, at, radius, told, ui.theme.text); };
  };
  const auto line = [&ui, radius](Color ink, float width) {
    return [&ui, radius, ink, width](Point at) {
      ui.canvas.line({at.x - radius, at.y}, {at.x + radius, at.y}, ink, ui.px(width));
    };
  };
  std::vector<LegendEntry> legend = {
      {"cannot go wrong", fate(Fate::safe)},
      {"can end either way", fate(Fate::open)},
      {"goes wrong whatever comes", fate(Fate::lost)},
      {"point of no return: a step may lose all",
       [&ui, radius](Point at) {
         draw_no_return(ui, at, radius);
         draw_fate(ui, at, radius, Fate::open, ui.theme.text);
       }},
      {"ended well", [&ui](Point at) { draw_run_end(ui, at, false); }},
      {"went wrong", [&ui](Point at) { draw_run_end(ui, at, true); }},
      {ui.state.run.started ? "this run" : "what Run will do", line(ui.theme.playhead, kWayWidth)}};
  const auto& tasks = ui.state.scenario().tasks;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    legend.push_back({"step of " + tasks[task].name, line(task_line_color(ui.theme, task), kStepWidth)});
  }
  return legend;
}

// Row by row, and at most so many; what there is no room for is left out.
void draw_graph_legend(const Ui& ui, Rect& box) {
  std::vector<std::vector<LegendEntry>> rows(1);
  const float mark = ui.px(2 * kLegendRadius + 14);
  const auto width_of = [&](const LegendEntry& entry) {
    return mark + ui.canvas.text_width(entry.text, Style::small) + ui.px(16);
  };
  float room = box.width();
  for (LegendEntry& entry : graph_legend(ui)) {
    const float width = width_of(entry);
    if (width > room && rows.size() < kMostLegendRows && width <= box.width()) {
      rows.emplace_back();
      room = box.width();
    }
    if (width > room) continue;
    room -= width;
    rows.back().push_back(std::move(entry));
  }
  Rect legend = box.cut_bottom(ui.px(kGraphLegend) * static_cast<float>(rows.size()));
  for (const std::vector<LegendEntry>& row : rows) {
    Rect line = legend.cut_top(ui.px(kGraphLegend));
    for (const LegendEntry& entry : row) {
      Rect place = line.cut_left(width_of(entry));
      const Rect marked = place.cut_left(mark);
      entry.draw({marked.left + ui.px(kLegendRadius + 4), marked.center().y});
      ui.canvas.text(place, entry.text, Style::small, ui.theme.quiet_text);
    }
  }
}

}  // namespace

void draw_graph(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::timeline, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  Rect header = box.cut_top(ui.px(kGraphHeader));
  const ButtonLook look{Face::segment};
  button(ui, header.cut_right(button_width(ui, "graph"_act, look)).inset(0, ui.px(8)), "graph"_act, look);
  header.cut_right(ui.px(10));
  header.cut_left(heading(ui, header, "ALL STATES, " + in_capitals(title(ui.state.settings.mode))) + ui.px(20));
  const auto found = ui.state.explorer.found_in(ui.state.settings.mode);
  if (found == nullptr || found->graph == nullptr) {
    ui.canvas.paragraph(box, why_no_graph(ui.state), Style::body, ui.theme.text);
    return;
  }
  ui.memory.graph.keep(found, ui.state.scenario(), ui.state.settings);
  const std::string words = fmt::format("{}, {}", counted(found->states, "state"), interleavings_text(*found));
  ui.canvas.text(header, words, Style::strong, ui.theme.text);
  draw_graph_legend(ui, box);
  GraphPainter(ui, box, *found).draw();
}

}  // namespace interleave::gui
