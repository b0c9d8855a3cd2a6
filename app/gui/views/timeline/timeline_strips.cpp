#include "app/gui/views/timeline/timeline_strips.h"

#include <algorithm>

#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/mark_flags.h"
#include "app/gui/views/timeline/minimap_strip.h"

namespace interleave::gui {

namespace {

constexpr float kLanesBelowOverview = 64;
constexpr float kPresentedLanes = 190;  // all of a small scenario's, where they have no room below an overview
constexpr float kPresentedWithShared = 330;
constexpr float kBelowLanes = 4;

// A low panel gives up the overview first, then the sentence about the modes, and the legend last.
TimelineStrips strips_by_need(const Ui& ui, const std::vector<Lane>& lanes, const TimelineStrips& full, Rect box) {
  TimelineStrips strips = full;
  const auto room = [&] { return lanes_in(ui, box, strips).height(); };
  const float wanted = ui.state.presenting ? presented_lanes(ui, lanes) : 0;
  if (room() < std::max(wanted, ui.px(kLanesBelowOverview))) strips.minimap = 0;
  if (room() < ui.px(kLeastLanes)) strips.verdict.reset();
  if (room() < ui.px(kLeastLanes)) strips.legend = 0;
  // What tasks share is to be seen beside them, on lower rows rather than out of sight.
  const bool shared = !lanes.empty() && lanes.back().kind == LaneKind::shared;
  const auto fits = [&](RowFit fit) { return least_height(ui, lanes, fit) <= room(); };
  if (shared && !fits(RowFit::roomy) && fits(RowFit::snug)) strips.fit = RowFit::snug;
  return strips;
}

// From all that may stand there, down to the lanes alone.
std::vector<TimelineStrips> ways_to_compare(const Ui& ui, const TimelineStrips& full, float snug_legend,
                                            const std::vector<Verdict>& said) {
  std::vector<TimelineStrips> ways;
  TimelineStrips strips = full;
  ways.push_back(strips);
  // In a hall higher rows say more than the overview.
  if (!ui.state.presenting) {
    strips.fit = RowFit::snug;
    ways.push_back(strips);
  }
  strips.minimap = 0;
  for (const RowFit fit : {RowFit::roomy, RowFit::snug}) {
    strips.fit = fit;
    for (const Verdict& verdict : said) {
      strips.verdict = verdict;
      ways.push_back(strips);
    }
  }
  strips.legend = snug_legend;
  strips.padding = Padding::snug;
  ways.push_back(strips);
  // The shortest says what the headings say too; names do not stand twice.
  strips.verdict.reset();
  ways.push_back(strips);
  strips.fit = RowFit::thin;
  if (!said.empty()) strips.verdict = said.back();
  ways.push_back(strips);
  strips.verdict.reset();
  ways.push_back(strips);
  strips.legend = 0;
  ways.push_back(strips);
  return ways;
}

}  // namespace

float legend_strip(const Ui& ui, float width, LegendOf picture, Padding padding) {
  return legend_height(ui, width, picture, padding) + ui.px(padding == Padding::roomy ? 8 : 4);
}

float presented_lanes(const Ui& ui, const std::vector<Lane>& lanes) {
  const float all = least_height(ui, lanes);
  if (ui.state.comparing) return all;
  const bool shared = !lanes.empty() && lanes.back().kind == LaneKind::shared;
  return std::min(all, ui.px(shared ? kPresentedWithShared : kPresentedLanes));
}

Rect lanes_in(const Ui& ui, Rect box, const TimelineStrips& strips) {
  box.cut_bottom(strips.legend);
  if (strips.verdict) box.cut_bottom(strips.verdict->height);
  box.cut_bottom(ui.px(kBelowLanes));
  box.cut_top(strips.minimap + ui.px(kTimelineAxis) + mark_flags_height(ui));
  return box;
}

TimelineStrips strips_in(const Ui& ui, const std::vector<Lane>& lanes, Rect box, LegendOf picture) {
  const Forecast* compared = comparison(ui.state);
  const auto said =
      compared != nullptr ? verdicts(ui, box.width(), compared->only(ui.state.compared_modes)) : std::vector<Verdict>();
  TimelineStrips full{minimap_height(ui), legend_strip(ui, box.width(), picture), Padding::roomy, {}, RowFit::roomy};
  if (!said.empty()) full.verdict = said.front();
  // A hall sees the whole run, and asked for no way through it, as a rule.
  if (ui.state.presenting && ui.state.viewport.fitted()) full.minimap = 0;
  if (ui.state.answer_first) full.minimap = full.legend = 0;  // nothing is there that they could be about
  if (compared == nullptr) return strips_by_need(ui, lanes, full, box);
  const float snug_legend = legend_strip(ui, box.width(), picture, Padding::snug);
  for (const TimelineStrips& way : ways_to_compare(ui, full, snug_legend, said)) {
    if (least_height(ui, lanes, way.fit) <= lanes_in(ui, box, way).height()) return way;
  }
  // What is out of sight in any case is at least easy to read.
  return strips_by_need(ui, lanes, full, box);
}

}  // namespace interleave::gui
