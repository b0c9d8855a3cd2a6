#include "app/gui/views/panels/occupancy_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>
#include <string>
#include <vector>

#include "app/gui/model/explain/occupancy.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/panels/deadlock_graph.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kPartsApart = 22;  // between parts, for the arrow
constexpr float kOccupancyTitle = 24;
constexpr float kOccupancyRow = 24;
constexpr float kOccupancySecondRow = 16;
constexpr float kOccupancySample = 22;
constexpr float kOccupancyGap = 8;
constexpr float kWayBack = 20;  // below the parts
constexpr float kPartInset = 10;
constexpr float kBesideTitles = 16;

// What happens there, and how long it has or had, joined where both are known.
std::string joined(std::string_view text, std::string_view more) {
  if (text.empty() || more.empty()) return std::string(text) + std::string(more);
  return fmt::format("{}, {}", text, more);
}

std::string name_of(const Ui& ui, const OccupancyItem& item) {
  return item.task == TaskId::none ? std::string() : run_beside(ui.state).tasks()[index(item.task)].name;
}

// How much is said of what a task does.
enum class Said : std::uint8_t { all, until, text, nothing };
constexpr std::array kWaysToSay = {Said::all, Said::until, Said::text};

// How the items of a part share its width.
struct Columns {
  float place = 0;        // of the workers' names
  bool below = false;     // what a task does stands below its name, not beside it
  float indent = 0;       // of that
  Said most = Said::all;  // as much as fits for each
};

std::string doing_text(const OccupancyItem& item, Said said) {
  if (said == Said::nothing) return {};
  return said == Said::all ? joined(item.text, item.until) : said == Said::until ? item.until : item.text;
}

// As much of what the item does as fits.
void draw_doing(const Ui& ui, Rect row, const OccupancyItem& item, Said most) {
  for (const Said said : kWaysToSay) {
    const std::string text = doing_text(item, said);
    if (said < most || text.empty() || ui.canvas.text_width(text, Style::small) > row.width()) continue;
    ui.canvas.text(row, text, Style::small, ui.theme.quiet_text);
    return;
  }
}

// The task's colour, and the mark of its end.
void draw_ended(const Ui& ui, Rect sample, const OccupancyItem& item) {
  const BarColors colors = colors_of_task(ui.theme, item.task);
  const float size = ui.px(9);
  const float top = std::round(sample.center().y - size / 2);
  const Rect dot{sample.left, top, sample.left + size, top + size};
  ui.canvas.fill(dot, colors.area, ui.px(2));
  ui.canvas.frame(dot, colors.line, 1, ui.px(2));
  draw_end_mark(ui.canvas, *item.end, {sample.right - ui.px(10), top, sample.right, top + ui.px(10)},
                color_of_end(ui.theme, *item.end));
}

// A task as the timeline draws it, its name, and what fits of the rest.
void draw_task(const Ui& ui, Rect row, const OccupancyItem& item, const Columns& columns) {
  Rect sample = row.cut_left(ui.px(kOccupancySample));
  sample = {sample.left, std::round(sample.center().y - ui.px(7)), sample.right,
            std::round(sample.center().y + ui.px(7))};
  if (item.end)
    draw_ended(ui, sample, item);
  else
    paint_bar(ui, sample, sample.left, item.look, colors_of_task(ui.theme, item.task));
  row.cut_left(ui.px(kOccupancyGap));
  const float written = ui.canvas.text(row, name_of(ui, item), Style::body, ui.theme.text);
  row.cut_left(written + ui.px(kOccupancyGap));
  if (!columns.below) draw_doing(ui, row, item, columns.most);
}

// A line of text alone; its parts are below each other where they are too wide for one row.
std::string line_of(const OccupancyItem& item) {
  return item.until.empty() ? item.text : fmt::format("{} {}", item.text, item.until);
}
bool is_wrapped(const Ui& ui, const OccupancyItem& item, float width) {
  return item.task == TaskId::none && !item.until.empty() && ui.canvas.text_width(line_of(item), Style::small) > width;
}

float item_height(const Ui& ui, const OccupancyItem& item, float width, bool below) {
  const bool second =
      item.task == TaskId::none ? is_wrapped(ui, item, width) : below && !joined(item.text, item.until).empty();
  return ui.px(second ? kOccupancyRow + kOccupancySecondRow : kOccupancyRow);
}

void draw_item(const Ui& ui, Rect box, const OccupancyItem& item, const Columns& columns) {
  if (ui.pointer.over(box)) {
    const std::string place_and_task = item.place.empty() || item.task == TaskId::none
                                           ? item.place + name_of(ui, item)
                                           : fmt::format("{}: {}", item.place, name_of(ui, item));
    ui.explain(joined(place_and_task, joined(item.text, item.until)));
  }
  if (is_wrapped(ui, item, box.width())) {
    const bool room = box.height() > ui.px(kOccupancyRow + kOccupancySecondRow / 2);
    const Rect above = box.cut_top(room ? box.height() / 2 : ui.px(kOccupancyRow));
    ui.canvas.text(above, item.text, Style::small, ui.theme.quiet_text);
    if (room) ui.canvas.text(box, item.until, Style::small, ui.theme.quiet_text);
    return;
  }
  Rect row = box.cut_top(ui.px(kOccupancyRow));
  if (box.height() > 1) {
    box.cut_left(columns.indent);
    box.top -= ui.px(3);
    draw_doing(ui, box, item, columns.most);
  }
  if (columns.place > 0) {
    ui.canvas.text(row.cut_left(columns.place), item.place, Style::small, ui.theme.quiet_text);
    row.cut_left(ui.px(kOccupancyGap));
  }
  if (item.task != TaskId::none) return draw_task(ui, row, item, columns);
  // What more is said of the place above is alike, however long.
  const bool is_more = columns.place > 0 && item.place.empty();
  const std::string line = line_of(item);
  for (const std::string& text : {line, line.substr(0, line.find(';'))}) {
    for (Style style : {Style::body, Style::small}) {
      if ((is_more && style == Style::body) || ui.canvas.text_width(text, style) > row.width()) continue;
      ui.canvas.text(row, text, style, item.place.empty() ? ui.theme.quiet_text : ui.theme.text);
      return;
    }
  }
}

// The names of several workers stand before what they do; of an only one its title says enough.
float place_width(const Ui& ui, const OccupancyPart& part) {
  float width = 0;
  if (part.items.size() < 2 && part.part_of == PartOf::way) return 0;
  for (const OccupancyItem& item : part.items) width = std::max(width, ui.canvas.text_width(item.place, Style::small));
  return width;
}

// The most that has room beside each of the names: where one had its time and another none, both would be asked about.
Said most_said(const Ui& ui, const OccupancyPart& part, float width) {
  const auto has_room = [&](const OccupancyItem& item, Said said) {
    const std::string text = doing_text(item, said);
    const float name =
        ui.px(kOccupancySample + 2 * kOccupancyGap) + ui.canvas.text_width(name_of(ui, item), Style::body);
    // Nobody waits for some of what is shared.
    const bool says_nothing = doing_text(item, Said::all).empty() || (part.part_of == PartOf::beside && text.empty());
    return item.task == TaskId::none || says_nothing ||
           (!text.empty() && name + ui.canvas.text_width(text, Style::small) <= width);
  };
  for (const Said said : kWaysToSay) {
    if (std::all_of(part.items.begin(), part.items.end(), [&](const auto& item) { return has_room(item, said); })) {
      return said;
    }
  }
  return Said::nothing;
}

Columns columns_of(const Ui& ui, const OccupancyPart& part, Rect box) {
  Columns columns;
  columns.place = place_width(ui, part);
  const float before_sample = columns.place > 0 ? columns.place + ui.px(kOccupancyGap) : 0;
  bool fits_beside = true;
  bool fits_indented = true;
  float height = 0;
  for (const OccupancyItem& item : part.items) {
    height += item_height(ui, item, box.width(), true);
    const float doing = ui.canvas.text_width(joined(item.text, item.until), Style::small);
    if (item.task == TaskId::none || doing <= 0) continue;
    const float name =
        ui.px(kOccupancySample + 2 * kOccupancyGap) + ui.canvas.text_width(name_of(ui, item), Style::body);
    fits_beside = fits_beside && before_sample + name + doing <= box.width();
    fits_indented = fits_indented && before_sample + doing <= box.width();
  }
  columns.below = !fits_beside && height <= box.height();
  if (!columns.below) columns.most = most_said(ui, part, box.width() - before_sample);
  columns.indent = fits_indented ? before_sample : 0;
  return columns;
}

std::string_view short_title(std::string_view title) { return title.substr(0, title.find(',')); }

// Where not all of the title fits, what stands before the comma says enough.
void draw_title(const Ui& ui, Rect box, std::string_view title) {
  heading(ui, box, ui.canvas.text_width(title, Style::caption) > box.width() ? short_title(title) : title);
}

// Whether something of the part is shown above.
enum class Rest : std::uint8_t { some, all };

// What of a part has no room: how many tasks, how many of those that a line of text announces, and any other text.
std::string rest_text(std::span<const OccupancyItem> rest, Rest of) {
  std::vector<std::string> parts;
  const bool are_tasks = std::any_of(rest.begin(), rest.end(), [](const auto& i) { return i.task != TaskId::none; });
  std::string_view announced = of == Rest::some ? "more" : are_tasks ? "tasks" : "in all";
  std::size_t count = 0;
  const auto close = [&] {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, announced));
    count = 0;
  };
  for (const OccupancyItem& item : rest) {
    if (item.task != TaskId::none || !item.place.empty()) {
      ++count;
      continue;
    }
    close();
    if (item.text.ends_with(':'))
      announced = std::string_view(item.text).substr(0, item.text.size() - 1);
    else
      parts.push_back(line_of(item));
  }
  close();
  return fmt::format("{}{}", of == Rest::some ? "and " : "", fmt::join(parts, ", "));
}

// "soup, salad"; empty where they are not all tasks.
std::string names_text(const Ui& ui, std::span<const OccupancyItem> items) {
  std::string text;
  for (const OccupancyItem& item : items) {
    if (item.task == TaskId::none) return {};
    text += (text.empty() ? "" : ", ") + name_of(ui, item);
  }
  return text;
}

void draw_rest(const Ui& ui, Rect row, std::span<const OccupancyItem> rest, Rest of) {
  std::vector<std::string> texts = {rest_text(rest, of), fmt::format("and {} more", rest.size())};
  // Where none of them is shown, their names say more than their number.
  if (of == Rest::all) texts.insert(texts.begin(), names_text(ui, rest));
  for (const std::string& text : texts) {
    if (text.empty() || ui.canvas.text_width(text, Style::small) > row.width()) continue;
    ui.canvas.text(row, text, Style::small, ui.theme.quiet_text);
    return;
  }
}

void draw_items(const Ui& ui, Rect box, const OccupancyPart& part) {
  // In a panel that somebody made as low as that.
  const auto has_no_room = [&] { return box.height() < ui.px(kOccupancyRow) * 0.75F; };
  if (has_no_room()) return;
  if (part.items.empty()) {
    ui.canvas.text(box.cut_top(ui.px(kOccupancyRow)), part.when_empty, Style::body, ui.theme.text);
    return;
  }
  const Columns columns = columns_of(ui, part, box);
  const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / ui.px(kOccupancyRow))));
  const std::size_t shown = columns.below || part.items.size() <= room ? part.items.size() : room - 1;
  for (std::size_t i = 0; i < shown && !has_no_room(); ++i) {
    draw_item(ui, box.cut_top(item_height(ui, part.items[i], box.width(), columns.below)), part.items[i], columns);
  }
  if (shown < part.items.size() && !has_no_room()) {
    const auto rest = std::span(part.items).subspan(shown);
    draw_rest(ui, box.cut_top(ui.px(kOccupancyRow)), rest, shown > 0 ? Rest::some : Rest::all);
  }
}

void draw_part(const Ui& ui, Rect box, const OccupancyPart& part) {
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(6));
  box = box.inset(ui.px(kPartInset), ui.px(4));
  draw_title(ui, box.cut_top(ui.px(kOccupancyTitle)), part.title);
  draw_items(ui, box, part);
}

void draw_arrow(const Ui& ui, Rect gap) {
  const float half = ui.px(5);
  const Point tip{gap.right - ui.px(5), gap.center().y};
  ui.canvas.triangle({tip.x - 2 * half, tip.y - half}, tip, {tip.x - 2 * half, tip.y + half}, ui.theme.quiet_text);
}

// From below the last part back up into the first one, with what it stands for on it.
void draw_way_back(const Ui& ui, Rect strip, float from, float to, const std::string& text) {
  const float thin = std::max(1.0F, ui.px(1));
  const float y = std::round(strip.center().y + ui.px(2));
  const Color ink = ui.theme.quiet_text;
  ui.canvas.fill({from - thin, strip.top, from, y}, ink);
  ui.canvas.fill({to, y, from, y + thin}, ink);
  ui.canvas.fill({to, strip.top + ui.px(4), to + thin, y + thin}, ink);
  const float half = ui.px(4);
  const Point tip{to + thin / 2, strip.top + ui.px(1)};
  ui.canvas.triangle({tip.x - half, tip.y + 2 * half}, tip, {tip.x + half, tip.y + 2 * half}, ink);
  const float width = ui.canvas.text_width(text, Style::small) + ui.px(16);
  if (width > from - to - ui.px(24)) return;
  const float middle = std::round((from + to) / 2);
  const Rect plate{middle - width / 2, strip.top + ui.px(2), middle + width / 2, strip.bottom + ui.px(2)};
  ui.canvas.fill(plate, ui.theme.ground);
  ui.canvas.text(plate, text, Style::small, ink, Align::center);
}

// Queues and timers are narrower than what runs the tasks.
float share_of(const OccupancyPart& part) { return part.items.empty() || part.items[0].place.empty() ? 1.0F : 1.35F; }

// The least width in which nothing of the part is cut off.
float least_width(const Ui& ui, const OccupancyPart& part) {
  float width = ui.canvas.text_width(short_title(part.title), Style::caption);
  if (part.items.empty()) width = std::max(width, ui.canvas.text_width(part.when_empty, Style::body));
  const float place = place_width(ui, part);
  for (const OccupancyItem& item : part.items) {
    const float before = place > 0 ? place + ui.px(kOccupancyGap) : 0;
    const float task = ui.px(kOccupancySample + kOccupancyGap) + ui.canvas.text_width(name_of(ui, item), Style::body);
    const float text =
        std::max(ui.canvas.text_width(item.text, Style::small), ui.canvas.text_width(item.until, Style::small));
    width = std::max(width, before + (item.task == TaskId::none ? text : task));
  }
  return width + 1;
}

bool fit_beside(const Ui& ui, const std::vector<OccupancyPart>& parts, float unit) {
  return std::all_of(parts.begin(), parts.end(), [&](const OccupancyPart& part) {
    return least_width(ui, part) <= std::round(unit * share_of(part)) - 2 * ui.px(kPartInset);
  });
}

// How many rows each part has of those that there are: the longest give way.
std::vector<std::size_t> rows_of(const std::vector<OccupancyPart>& parts, std::size_t rows) {
  std::vector<std::size_t> counts;
  std::size_t all = 0;
  for (const OccupancyPart& part : parts) {
    counts.push_back(std::max<std::size_t>(1, part.items.size()));
    all += counts.back();
  }
  for (; all > std::max(rows, parts.size()); --all) --*std::max_element(counts.begin(), counts.end());
  return counts;
}

// In a narrow panel the parts are below each other, their titles in a column of their own.
void draw_list(const Ui& ui, Rect box, const std::vector<OccupancyPart>& parts) {
  const float row = ui.px(kOccupancyRow);
  float titles = 0;
  for (const OccupancyPart& part : parts) {
    titles = std::max(titles, ui.canvas.text_width(short_title(part.title), Style::caption));
  }
  const auto counts = rows_of(parts, static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / row))));
  for (std::size_t i = 0; i < parts.size() && box.height() >= row * 0.75F; ++i) {
    Rect rows = box.cut_top(row * static_cast<float>(counts[i]));
    const Rect title = rows.cut_left(titles + ui.px(kBesideTitles));
    heading(ui, {title.left, title.top, title.right, title.top + row}, short_title(parts[i].title));
    draw_items(ui, rows, parts[i]);
  }
}

}  // namespace

float occupancy_height(const Ui& ui, std::size_t rows) {
  const bool comes_back = is_event_loop(traits(run_beside(ui.state).info().mode));
  return ui.px(kOccupancyTitle + 12 + (comes_back ? kWayBack : 0)) + static_cast<float>(rows) * ui.px(kOccupancyRow);
}

void draw_occupancy(const Ui& ui, Rect box) {
  if (shows_deadlock_graph(ui)) box = draw_deadlock_graph(ui, box);
  if (box.empty()) return;
  const Timeline& run = run_beside(ui.state);
  const auto parts = occupancy_at(run, happened_until(ui.state), ui.memory.findings.of(run).marks);
  float shares = 0;
  for (const OccupancyPart& part : parts) shares += share_of(part);
  const float unit = (box.width() - ui.px(kPartsApart) * static_cast<float>(parts.size() - 1)) / shares;
  if (!fit_beside(ui, parts, unit)) return draw_list(ui, box, parts);
  const auto last =
      std::find_if(parts.rbegin(), parts.rend(), [](const OccupancyPart& part) { return part.part_of == PartOf::way; });
  if (!last->way_back.empty() && box.height() >= ui.px(kWayBack + kOccupancyTitle + kOccupancyRow)) {
    const Rect strip = box.cut_bottom(ui.px(kWayBack));
    float from = strip.right - std::round(unit / 2);
    for (auto apart = parts.rbegin(); apart != last; ++apart) from -= unit * share_of(*apart) + ui.px(kPartsApart);
    draw_way_back(ui, strip, from, strip.left + std::round(unit / 2), last->way_back);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    draw_part(ui, box.cut_left(std::round(unit * share_of(parts[i]))), parts[i]);
    if (i + 1 == parts.size()) break;
    const Rect gap = box.cut_left(ui.px(kPartsApart));
    if (parts[i + 1].part_of == PartOf::way) draw_arrow(ui, gap);
  }
}

}  // namespace interleave::gui
