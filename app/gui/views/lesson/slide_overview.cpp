#include "app/gui/views/lesson/slide_overview.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>

#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kOverviewMargin = 22;
constexpr float kOverviewHeading = 40;
constexpr float kOverviewRow = 34;
constexpr float kOverviewColumn = 320;
constexpr float kLeastOverviewRow = 12;

std::string title_of_slide(const lesson::Slide& slide) { return slide.title.empty() ? "(no title)" : slide.title; }

void draw_overview_row(const Ui& ui, const LessonShow& show, std::size_t slide, Rect row) {
  const bool is_here = slide == show.slide;
  const bool over = ui.pointer.over(row);
  if (is_here || over) ui.canvas.fill(row, is_here ? ui.theme.accent : ui.theme.hover, ui.px(4));
  row = row.inset(ui.px(8), 0);
  const std::string text = fmt::format("{}  {}", slide + 1, title_of_slide(show.lesson->slides[slide]));
  const Style style = row.height() < ui.canvas.text_height(Style::body) ? Style::small : Style::body;
  ui.canvas.text(row, text, style, is_here ? ui.theme.on_accent : ui.theme.text);
  if (ui.pointer.clicked(row)) ui.wish(command::GoToSlide{slide + 1});
}

}  // namespace

void draw_slide_overview(const Ui& ui, const LessonShow& show, Rect box) {
  ui.canvas.fill(box, ui.theme.ground);
  box = box.inset(ui.px(kOverviewMargin), ui.px(8));
  const auto& slides = show.lesson->slides;
  heading(
      ui, box.cut_top(ui.px(kOverviewHeading)),
      fmt::format("SLIDES: click one{}.  O closes this", ui.state.presenting ? ", or type its number and Enter" : ""));
  const auto columns = static_cast<std::size_t>(std::max(1.0F, std::floor(box.width() / ui.px(kOverviewColumn))));
  const std::size_t rows = (slides.size() + columns - 1) / columns;
  const float height =
      std::clamp(box.height() / static_cast<float>(rows), ui.px(kLeastOverviewRow), ui.px(kOverviewRow));
  const float width = std::floor(box.width() / static_cast<float>(columns));
  ui.canvas.clip(box);
  for (std::size_t slide = 0; slide < slides.size(); ++slide) {
    const float left = box.left + static_cast<float>(slide / rows) * width;
    const float top = box.top + static_cast<float>(slide % rows) * height;
    const Rect row{left, top, left + width - ui.px(8), top + height};
    if (row.top < box.bottom) draw_overview_row(ui, show, slide, row);
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui
