#include "app/gui/views/panels/console.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kConsoleRow = 21;

// A tab is four spaces, as wide as any of them; what cannot be shown at all is left out.
std::string printable(std::string_view text) {
  std::string shown;
  for (char c : text) {
    if (c == '\t')
      shown += "    ";
    else if (static_cast<unsigned char>(c) >= 0x20)
      shown += c;
    else
      shown += ' ';
  }
  return shown;
}

// All lines with the same number of digits: as many as a run of that length needs.
std::string console_time(const Ui& ui, Time time) {
  if (in_long_picture()) return time_text(time);
  const int digits = picture_end(ui.state) < Time{Duration{1'000'000'000}} ? 6 : 2;
  return fmt::format("{:.{}f}", seconds(time), digits);
}

// The column of the times of those lines.
float times_width(const Ui& ui, std::span<const OutputLine> lines) {
  if (lines.empty()) return ui.canvas.text_width(console_time(ui, Time{}), Style::mono);
  if (!in_long_picture()) return ui.canvas.text_width(console_time(ui, lines.back().time), Style::mono);
  float widest = 0;  // 59 min 59 s is shorter than an hour
  for (const OutputLine& line : lines) {
    widest = std::max(widest, ui.canvas.text_width(console_time(ui, line.time), Style::mono));
  }
  return widest;
}

void draw_line(const Ui& ui, Rect row, const OutputLine& line, std::size_t position, float time_width) {
  const Rect whole = row;
  const bool chosen = ui.state.code.chosen && ui.state.code.chosen->printed == position;
  const bool pointed = ui.pointer.over(whole) && ui.memory.grab == Grab::none;
  const Rect ground{whole.left - ui.px(6), whole.top, whole.right, whole.bottom};
  if (chosen || pointed) ui.canvas.fill(ground, ui.theme.hover);
  if (chosen) ui.canvas.fill({ground.left, ground.top, ground.left + ui.px(3), ground.bottom}, ui.theme.accent);
  ui.canvas.text(row.cut_left(time_width), console_time(ui, line.time), Style::mono, ui.theme.quiet_text, Align::right);
  row.cut_left(ui.px(10));
  const float bar = ui.px(6);
  const Rect mark = row.cut_left(bar);
  if (line.task != TaskId::none) {
    const Rect stripe{mark.left, mark.top + 2, mark.right, mark.bottom - 2};
    ui.canvas.fill(stripe, task_color(ui.theme, index(line.task)));
    ui.canvas.frame(stripe, task_line_color(ui.theme, index(line.task)), 1);
  }
  row.cut_left(ui.px(8));
  const std::string text = printable(line.text);
  ui.canvas.text(row, text, Style::mono, ui.theme.text);
  if (!pointed) return;
  constexpr std::string_view kClick = "Click: show when, by which task and by which line it was printed";
  if (ui.canvas.text_width(text, Style::mono) > row.width())
    ui.tooltip = Tooltip{text, {std::string(kClick)}};
  else
    ui.explain(std::string(kClick));
  if (ui.pointer.clicked(whole)) ui.wish(command::ChoosePrinted{position});
}

// How the run ended by now, where that was not well; else empty.
std::string end_note(const Ui& ui, Time now) {
  const Timeline& run = run_beside(ui.state);
  return now >= run.horizon() ? run_end_text(run) : std::string();
}

// Whoever reads the output must not take its middle for its beginning.
void draw_lines_above(const Ui& ui, Rect& header, std::size_t count) {
  if (count == 0) return;
  const std::string text = fmt::format("{} {} above", count, count == 1 ? "line" : "lines");
  const float width = ui.canvas.text_width(text, Style::small) + ui.px(14);
  if (width + ui.canvas.text_width("CONSOLE", Style::caption) > header.width()) return;
  const Rect place = header.cut_right(width);
  ui.canvas.text(place, text, Style::small, ui.theme.text, Align::right);
  if (ui.pointer.over(place)) ui.explain("Scroll to see what was printed before");
}

}  // namespace

float console_width(const Ui& ui) {
  constexpr std::size_t kMeasuredLines = 500;  // of very many, the first tell
  const auto output = ui.state.run.prediction->output();
  float widest = 0;
  const auto measured = output.first(std::min(output.size(), kMeasuredLines));
  for (const OutputLine& line : measured) {
    widest = std::max(widest, ui.canvas.text_width(printable(line.text), Style::mono));
  }
  const float before = times_width(ui, in_long_picture() ? measured : output) + ui.px(10 + 6 + 8);
  return 2 * ui.px(kPanelMargin) + before + widest + 1 + ui.px(14);
}

float console_height(const Ui& ui) {
  const auto lines = static_cast<float>(ui.state.run.prediction->output().size());
  return ui.px(kPanelHeader + 8) + lines * ui.px(kConsoleRow);
}

void draw_console(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::console, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  Rect header = box.cut_top(ui.px(kPanelHeader));
  box.bottom -= ui.px(8);

  const auto output = run_beside(ui.state).output();
  const Time now = happened_until(ui.state);
  const auto end =
      std::partition_point(output.begin(), output.end(), [&](const auto& line) { return line.time <= now; });
  const auto printed = static_cast<std::size_t>(end - output.begin());
  const std::string note = end_note(ui, now);
  if (!note.empty()) {
    const float height = std::min(box.height(), ui.canvas.paragraph_height(box.width(), note, Style::strong));
    const float lines = ui.px(kConsoleRow) * static_cast<float>(printed);
    const float top = box.top + std::min(lines, box.height() - height);
    ui.canvas.paragraph({box.left, top, box.right, top + height + 1}, note, Style::strong, ui.theme.text);
    box.bottom = top;
  }
  const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / ui.px(kConsoleRow))));
  const float most = printed > room ? static_cast<float>(printed - room) : 0;
  const float up = std::min(ui.state.console_scroll, most);
  const auto first = static_cast<std::size_t>(std::round(most - up));
  draw_lines_above(ui, header, first);
  heading_of_mode(ui, header, "CONSOLE", "UP TO THE PLAYHEAD");
  if (printed == 0 && !note.empty()) return;
  if (printed == 0) {
    const bool ready = phase(ui.state) == Phase::ready && ui.state.lesson == nullptr;
    const char* nothing = ui.state.run.ended && output.empty() ? "The tasks print nothing." : "Nothing yet.";
    ui.canvas.text(box.cut_top(ui.px(kConsoleRow)), ready ? "Nothing yet: press Run." : nothing, Style::body,
                   ui.theme.quiet_text);
    return;
  }

  const Rect track{box.right - ui.px(8), box.top, box.right, box.bottom};
  float offset =
      scroll_bar(ui, track, {static_cast<float>(printed), static_cast<float>(room), most - up, Grab::console_scroll});
  if (ui.pointer.over(box)) offset = std::clamp(offset - ui.pointer.wheel * 3, 0.0F, most);
  if (std::abs(most - offset - ui.state.console_scroll) > 1e-3F && (up > 0 || offset != most)) {
    ui.wish(command::ScrollConsole{most - offset});
  }

  box.right -= ui.px(14);
  const std::size_t last = std::min(printed, first + room);
  const auto column = output.subspan(first, (in_long_picture() ? last : printed) - first);
  const float time_width = times_width(ui, column);
  for (std::size_t i = first; i < last; ++i) {
    draw_line(ui, box.cut_top(ui.px(kConsoleRow)), output[i], i, time_width);
  }
}

}  // namespace interleave::gui
