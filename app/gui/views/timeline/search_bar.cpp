#include "app/gui/views/timeline/search_bar.h"

#include <cmath>
#include <fmt/format.h>

#include "app/gui/views/widgets/edit_field.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kSearchRow = 40;
constexpr float kSearchHeight = 28;
constexpr float kSearchField = 300;

std::string result_text(const Search& search) {
  const std::size_t count = search.matches.size();
  if (search.field.text().empty()) return "Enter: next, Shift+Enter: previous, Esc: close";
  if (count == 0) return "nothing found";
  if (!search.current) return fmt::format("{} {}", count, count == 1 ? "match" : "matches");
  return fmt::format("{} of {}", *search.current + 1, count);
}

}  // namespace

float search_bar_height(const Ui& ui) { return ui.state.search.open ? ui.px(kSearchRow) : 0; }

void draw_search_bar(const Ui& ui, Rect box) {
  const Search& search = ui.state.search;
  const float height = ui.px(kSearchHeight);
  box = {box.left, std::round(box.center().y - height / 2), box.right, std::round(box.center().y + height / 2)};
  const ButtonLook bare{Face::plain, Icon::close, Caption::hidden, Padding::snug};
  button(ui, box.cut_right(ui.px(28)), "close-search"_act, bare);
  box.cut_right(ui.px(8));
  const Rect field = box.cut_left(std::min(ui.px(kSearchField), box.width() * 0.5F));
  draw_framed_field(ui, field, search.field, "tasks, steps, output", search.typing ? Typing::yes : Typing::no);
  if (search.typing) ui.canvas.drawn().typed_field = field;
  if (ui.pointer.clicked(field) && !search.typing) ui.wish(command::OpenSearch{});
  box.cut_left(ui.px(8));
  button(ui, box.cut_left(ui.px(28)), "previous-match"_act, {Face::plain, Icon::left, Caption::hidden});
  box.cut_left(ui.px(4));
  button(ui, box.cut_left(ui.px(28)), "next-match"_act, {Face::plain, Icon::right, Caption::hidden});
  box.cut_left(ui.px(14));
  ui.canvas.text(box, result_text(search), Style::body, ui.theme.text);
}

}  // namespace interleave::gui
