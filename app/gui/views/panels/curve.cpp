#include "app/gui/views/panels/curve.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/explain/curve_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/no_program.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/looks/wording.h"

namespace interleave::gui {

namespace {

constexpr float kCurveLine = 22;
constexpr float kLowPlot = 70;  // one that needs the height of a line more than the line does

// Workers and makespans to pixels.
struct Plot {
  Rect area;
  double most = 1;  // seconds at the top

  float x(int workers) const {
    return area.left + (static_cast<float>(workers) - 0.5F) / static_cast<float>(kCurveWorkers) * area.width();
  }
  float y(double seconds) const { return area.bottom - static_cast<float>(seconds / most) * area.height(); }
};

// The numbers of workers that are pointed out; 0 where there is none.
struct Points {
  int best = 0;
  int now = 0;
};

Points points_of(const Curve& curve, const RunSettings& settings) {
  const int best = enough_workers(curve);
  const bool is_any_good = curve[static_cast<std::size_t>(best - 1)].outcome == Outcome::finished;
  return {is_any_good ? best : 0, traits(settings.mode).has_max_workers ? settings.max_workers : 0};
}

void draw_axes(const Ui& ui, const Plot& plot, const Points& points) {
  const TimeScale vertical({0, plot.most}, 0, plot.area.height());
  const float apart = plot.area.height() < ui.px(2 * kLowPlot) ? 22 : 44;
  for (const Tick& tick : axis_ticks(vertical, ui.px(apart))) {
    const float y = std::round(plot.y(tick.time));
    if (y < plot.area.top - 1) continue;
    ui.canvas.fill({plot.area.left, y, plot.area.right, y + 1}, tick.time == 0 ? ui.theme.line : ui.theme.grid);
    ui.canvas.text({plot.area.left - ui.px(60), y - ui.px(9), plot.area.left - ui.px(6), y + ui.px(9)}, tick.label,
                   Style::small, ui.theme.quiet_text, Align::right);
  }
  const bool all = plot.area.width() / kCurveWorkers > ui.px(19);
  const auto told = [&](int workers) { return workers == 1 || workers == points.best || workers == points.now; };
  for (int workers = 1; workers <= kCurveWorkers; ++workers) {
    const bool beside = told(workers - 1) || told(workers + 1);
    if (!all && !told(workers) && (workers % 2 == 1 || beside)) continue;
    const float x = plot.x(workers);
    ui.canvas.text({x - ui.px(14), plot.area.bottom + ui.px(2), x + ui.px(14), plot.area.bottom + ui.px(20)},
                   fmt::format("{}", workers), Style::small, ui.theme.quiet_text, Align::center);
  }
}

// A run that did not go well took no time that could be compared: no line leads there, and a sign tells how it ended.
bool went_well(const SweepPoint& point) { return point.outcome == Outcome::finished; }

void draw_how_it_ended(const Ui& ui, Point at, Outcome outcome, Color color) {
  const float half = ui.px(4.5F);
  const Rect box{at.x - half, at.y - half, at.x + half, at.y + half};
  draw_end_mark(ui.canvas, outcome == Outcome::deadlocked ? TaskEnd::deadlocked : TaskEnd::failed, box, color);
}

void draw_points(const Ui& ui, const Plot& plot, const Curve& curve) {
  const Points points = points_of(curve, ui.state.settings);
  const bool used = points.now > 0;
  const Color color = used ? ui.theme.accent : ui.theme.quiet_text;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const SweepPoint& point = curve[i];
    const Point at{plot.x(point.max_workers), plot.y(seconds(point.makespan))};
    const SweepPoint& next = curve[std::min(i + 1, curve.size() - 1)];
    if (went_well(point) && went_well(next)) {
      ui.canvas.line(at, {plot.x(next.max_workers), plot.y(seconds(next.makespan))}, color, ui.px(2));
    }
    if (went_well(point)) ui.canvas.circle(at, ui.px(3), color);
    if (point.max_workers == points.best) ui.canvas.circle(at, ui.px(5), color);
    if (point.max_workers == points.now) {
      ui.canvas.circle(at, ui.px(7), ui.theme.text);
      ui.canvas.circle(at, went_well(point) ? ui.px(4) : ui.px(6), ui.theme.ground);
    }
    if (!went_well(point)) draw_how_it_ended(ui, at, point.outcome, color);
  }
}

void react(const Ui& ui, const Plot& plot, const Curve& curve) {
  if (!ui.pointer.over(plot.area) || ui.memory.grab != Grab::none) return;
  const float share = (ui.pointer.at.x - plot.area.left) / plot.area.width();
  const int workers = std::clamp(static_cast<int>(share * kCurveWorkers) + 1, 1, kCurveWorkers);
  const SweepPoint& point = curve[static_cast<std::size_t>(workers - 1)];
  const bool used = traits(ui.state.settings.mode).has_max_workers;
  ui.explain(fmt::format("max_workers {}: {}{}, simulated.{}", workers, before_time(point.outcome),
                         time_text(point.makespan),
                         used ? "  Click to take it." : fmt::format("  {}.", kWhoHasMaxWorkers)));
  if (used && ui.pointer.clicked(plot.area)) ui.wish(command::SetMaxWorkers{workers});
}

// The longest that has so much room, else the shortest.
std::string longest_that_fits(const Ui& ui, const std::vector<std::string>& sentences, float width) {
  for (const std::string& sentence : sentences) {
    if (ui.canvas.text_width(sentence, Style::body) <= width) return sentence;
  }
  return sentences.back();
}

}  // namespace

void draw_curve(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::curve, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  Rect header = box.cut_top(ui.px(kPanelHeader));
  std::string heading_text = in_capitals(title(mode_of_curve(ui.state.settings.mode))) + ": TIME BY MAX_WORKERS";
  if (ui.canvas.text_width(heading_text, Style::caption) > header.width()) heading_text = "TIME BY MAX_WORKERS";
  header.cut_left(heading(ui, header, heading_text) + ui.px(24));
  box.bottom -= ui.px(8);
  if (!ui.state.has_program()) {
    ui.canvas.paragraph(box, kNoForecast, Style::body, ui.theme.quiet_text);
    return;
  }
  const Forecast* forecast = ui.state.forecaster.answer();
  if (forecast == nullptr) {
    const bool computing = ui.state.forecaster.computing();
    ui.canvas.text(box.cut_top(ui.px(kCurveLine)), computing ? "Simulating…" : "Too large to be simulated here.",
                   Style::body, ui.theme.quiet_text);
    return;
  }
  const Curve& curve = forecast->curve_of(ui.state.settings.mode);
  const bool low = box.height() < ui.px(kCurveLine + 8 + kLowPlot + 20);
  const std::string sentence = longest_that_fits(ui, curve_texts(*forecast, ui.state.settings), box.width());
  const bool beside = low && ui.canvas.text_width(sentence, Style::body) <= header.width();
  ui.canvas.text(beside ? header : box.cut_top(ui.px(kCurveLine)), sentence, Style::body, ui.theme.text);
  box.cut_top(ui.px(8));
  box.cut_bottom(ui.px(20));
  box.cut_left(ui.px(44));
  double most = 0;
  for (const SweepPoint& point : curve) most = std::max(most, seconds(point.makespan));
  const Plot plot{box, most > 0 ? most * 1.1 : 1};
  if (box.height() < ui.px(30) || box.width() < ui.px(120)) return;
  draw_axes(ui, plot, points_of(curve, ui.state.settings));
  draw_points(ui, plot, curve);
  react(ui, plot, curve);
}

}  // namespace interleave::gui
