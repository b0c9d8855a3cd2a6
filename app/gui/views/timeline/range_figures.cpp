#include "app/gui/views/timeline/range_figures.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/explain/range_figures.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/span_tooltip.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kRangeRow = 24;
constexpr float kLeastRow = 20;

std::string_view certainty(const AppState& state) {
  if (state.run.ended || state.selected_range->end() <= happened_until(state)) return "";
  return state.run.live != nullptr ? ", AS FAR AS RECORDED" : ", AS PREDICTED";
}

std::string per_cent(Duration part, Duration whole) {
  return fmt::format("{:.0f} %", whole.count() > 0 ? 100 * seconds(part) / seconds(whole) : 0);
}

// Short where the panel is narrow.
enum class Length : std::uint8_t { full, brief };

std::vector<Fact> facts_of_run(const Timeline& timeline, const RangeFigures& figures, Length wording) {
  std::vector<Fact> facts;
  facts.push_back({"length", time_text(seconds(figures.length))});
  const bool full = wording == Length::full;
  const char* of = full ? ", running and sleeping of all tasks" : "";
  facts.push_back({"work done", time_text(seconds(figures.work)) + of});
  const bool somebody = figures.longest_waiter != TaskId::none;
  const std::string waited = somebody ? fmt::format("{}, {}", timeline.tasks()[index(figures.longest_waiter)].name,
                                                    time_text(seconds(figures.longest_wait)))
                                      : "nobody";
  const char* how = somebody ? " queued or ready" : " was queued or ready";
  facts.push_back({"waited longest", full ? waited + how : waited});
  return facts;
}

Fact fact_of_worker(const WorkerTrack& worker, const WorkerFigures& figures, Duration length, Length wording) {
  if (wording == Length::brief) {
    return {worker.name,
            fmt::format("busy {}, held {}", time_text(seconds(figures.busy)), time_text(seconds(figures.held)))};
  }
  return {worker.name, fmt::format("busy {} ({}), held while waiting {} ({})", time_text(seconds(figures.busy)),
                                   per_cent(figures.busy, length), time_text(seconds(figures.held)),
                                   per_cent(figures.held, length))};
}

std::vector<Fact> facts_of_workers(const Timeline& timeline, const RangeFigures& figures, std::size_t most,
                                   Length wording) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < figures.workers.size(); ++i) {
    const std::size_t left = figures.workers.size() - i;
    if (facts.size() + 1 >= most && left > 1) {
      facts.push_back({"", fmt::format("and {} more workers", left)});
      break;
    }
    facts.push_back(fact_of_worker(timeline.workers()[i], figures.workers[i], figures.length, wording));
  }
  return facts;
}

// Of each mode, in one line.
std::vector<Fact> facts_of_modes(const Forecast& compared, const SelectedRange& range) {
  std::vector<Fact> facts;
  for (const Mode mode : compared.modes_run()) {
    const Timeline& timeline = compared.of(mode);
    const RangeFigures figures = figures_within(timeline, range.begin(), range.end());
    const std::string waited = figures.longest_waiter == TaskId::none
                                   ? "nobody waited for a turn"
                                   : fmt::format("{} waited {}", timeline.tasks()[index(figures.longest_waiter)].name,
                                                 time_text(seconds(figures.longest_wait)));
    facts.push_back({std::string(title(mode)), fmt::format("work {}, {}", time_text(seconds(figures.work)), waited)});
  }
  return facts;
}

std::vector<Fact> facts_of_range(const AppState& state, std::size_t rows, Length wording) {
  const SelectedRange& range = *state.selected_range;
  if (const Forecast* compared = comparison(state)) return facts_of_modes(*compared, range);
  const Timeline& timeline = *state.run.record;
  const RangeFigures figures = figures_within(timeline, range.begin(), range.end());
  std::vector<Fact> facts = facts_of_run(timeline, figures, wording);
  const auto workers = facts_of_workers(timeline, figures, rows > facts.size() ? rows - facts.size() : 0, wording);
  facts.insert(facts.end(), workers.begin(), workers.end());
  return facts;
}

float widest_name(const Ui& ui, const std::vector<Fact>& facts) {
  float widest = 0;
  for (const Fact& fact : facts) widest = std::max(widest, ui.canvas.text_width(fact.name, Style::body));
  return widest;
}

bool all_fit(const Ui& ui, const std::vector<Fact>& facts, float width) {
  return std::all_of(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return ui.canvas.text_width(fact.value, Style::body) <= width; });
}

}  // namespace

void draw_range_figures(const Ui& ui, Rect header, Rect box) {
  const SelectedRange& range = *ui.state.selected_range;
  const std::string length = comparison(ui.state) == nullptr
                                 ? std::string(certainty(ui.state))
                                 : fmt::format(", {} LONG", time_text(seconds(range.end() - range.begin())));
  heading(ui, header, fmt::format("FROM {} TO {}{}", time_text(range.begin()), time_text(range.end()), length));
  const float least = ui.px(kLeastRow);
  const auto rows = static_cast<std::size_t>(std::max(0.0F, (box.height() - least) / ui.px(kRangeRow) + 1));
  std::vector<Fact> facts = facts_of_range(ui.state, rows, Length::full);
  const float names = widest_name(ui, facts) + ui.px(16);
  if (!all_fit(ui, facts, box.width() - names)) facts = facts_of_range(ui.state, rows, Length::brief);
  const float height = std::clamp(box.height() / static_cast<float>(facts.size()), least, ui.px(kRangeRow));
  for (const Fact& fact : facts) {
    if (box.height() < least) break;
    Rect row = box.cut_top(height);
    ui.canvas.text(row.cut_left(names), fact.name, Style::body, ui.theme.quiet_text);
    ui.canvas.text(row, fact.value, Style::body, ui.theme.text);
  }
}

}  // namespace interleave::gui
