#include "app/gui/views/edit/file_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "app/gui/views/widgets/edit_field.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kFilePadding = 6;
constexpr float kFileScrollBar = 8;
constexpr float kCaret = 16;

// A line of the text, where it stands, and what is wrong with it.
struct FileLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  float top = 0;  // from the top of the text
  float height = 0;
  std::vector<const Diagnostic*> errors;
};

class FileTextView {
 public:
  FileTextView(const Ui& ui, Rect box)
      : ui_(ui),
        file_(*ui.state.panel.file),
        text_(file_.text.text()),
        line_height_(std::round(ui.canvas.text_height(Style::mono) * 1.3F)),
        letter_(ui.canvas.text_width("m", Style::mono)),
        frame_(box),
        box_(box) {}

  void draw() {
    ui_.canvas.fill(box_, mix(ui_.theme.ground, ui_.theme.raised, 0.4F), ui_.px(4));
    ui_.canvas.frame(box_, is_active() ? ui_.theme.accent : ui_.theme.line, is_active() ? ui_.px(2) : 1, ui_.px(4));
    box_ = box_.inset(ui_.px(kFilePadding), ui_.px(kFilePadding));
    track_ = box_.cut_right(ui_.px(kFileScrollBar));
    number_width_ =
        letter_ * static_cast<float>(std::to_string(std::count(text_.begin(), text_.end(), '\n') + 1).size());
    text_left_ = box_.left + number_width_ + ui_.px(10);
    lay_out();
    scroll();
    ui_.canvas.clip(box_);
    for (const FileLine& line : lines_) {
      const float top = box_.top + line.top - ui_.memory.file_scroll;
      if (top + line.height > box_.top && top < box_.bottom) draw_line(line, top);
    }
    ui_.canvas.end_clip();
    react();
  }

 private:
  bool is_active() const { return ui_.state.focused == "file-text"_act; }
  float text_width() const { return box_.right - text_left_; }

  void lay_out() {
    std::size_t error = 0;
    float top = 0;
    for (std::size_t begin = 0;;) {
      FileLine line;
      line.begin = begin;
      line.end = std::min(text_.find('\n', begin), text_.size());
      line.top = top;
      line.height = line_height_;
      for (; error < file_.errors.size() && file_.errors[error].position.line <= lines_.size() + 1; ++error) {
        line.errors.push_back(&file_.errors[error]);
        line.height += error_height(file_.errors[error]);
      }
      top += line.height;
      lines_.push_back(std::move(line));
      if (lines_.back().end == text_.size()) break;
      begin = lines_.back().end + 1;
    }
    content_ = top;
  }

  float error_height(const Diagnostic& error) const {
    const float width = text_width() - 2 * ui_.px(kFilePadding);
    return ui_.px(kCaret) + ui_.canvas.paragraph_height(width, error.message, Style::small) + ui_.px(6);
  }

  const FileLine& line_of(std::size_t position) const {
    return *std::prev(std::upper_bound(lines_.begin(), lines_.end(), position,
                                       [](std::size_t at, const FileLine& line) { return at < line.begin; }));
  }

  std::string_view text_of(const FileLine& line) const { return text_.substr(line.begin, line.end - line.begin); }

  float x_of(const FileLine& line, std::size_t position) const {
    return ui_.canvas.cursor_x(text_of(line), position - line.begin, Style::mono);
  }

  // With the wheel, the bar, and after the cursor when that has moved.
  void scroll() {
    float& down = ui_.memory.file_scroll;
    float& right = ui_.memory.file_scroll_x;
    if (ui_.pointer.over(box_)) down -= ui_.pointer.wheel * 3 * line_height_;
    const std::size_t cursor = file_.text.cursor();
    if (ui_.memory.file_cursor != cursor) {
      ui_.memory.file_cursor = cursor;
      const FileLine& line = line_of(cursor);
      down = std::clamp(down, std::max(0.0F, line.top + line.height - box_.height()), line.top);
      const float x = x_of(line, cursor);
      right = std::max(0.0F, std::clamp(right, x + 2 * letter_ - text_width(), x));
    }
    down = std::clamp(down, 0.0F, std::max(0.0F, content_ - box_.height()));
    down = scroll_bar(ui_, track_, {content_, box_.height(), down, Grab::file_scroll});
  }

  void draw_line(const FileLine& line, float top) {
    const Rect row{box_.left, top, box_.right, top + line_height_};
    const std::size_t number = static_cast<std::size_t>(&line - lines_.data()) + 1;
    ui_.canvas.text({row.left, row.top, row.left + number_width_ + 1, row.bottom}, fmt::format("{}", number),
                    Style::mono, ui_.theme.quiet_text, Align::right);
    const Rect place{text_left_, row.top, row.right, row.bottom};
    draw_selection(line, place);
    ui_.canvas.scrolled_text(place, ui_.memory.file_scroll_x, text_of(line), Style::mono, ui_.theme.text);
    const std::size_t cursor = file_.text.cursor();
    if (is_active() && cursor >= line.begin && cursor <= line.end) {
      const float x = text_left_ + x_of(line, cursor) - ui_.memory.file_scroll_x;
      ui_.canvas.fill({x, row.top, x + std::max(2.0F, ui_.px(2)), row.bottom}, ui_.theme.text);
    }
    float y = row.bottom;
    for (const Diagnostic* error : line.errors) y = draw_error(line, *error, y);
  }

  void draw_selection(const FileLine& line, Rect place) {
    const TextRange range = file_.text.selection();
    if (range.empty() || range.end <= line.begin || range.begin > line.end) return;
    const float shift = text_left_ - ui_.memory.file_scroll_x;
    const std::size_t begin = std::max(range.begin, line.begin) - line.begin;
    const std::size_t end = std::min(range.end, line.end) - line.begin;
    auto parts = ui_.canvas.stretches(text_of(line), begin, end, Style::mono);
    if (range.end > line.end) {  // with the end of the line
      const float right = x_of(line, line.end);
      parts.emplace_back(right, right + letter_);
    }
    for (const auto& [from, to] : parts) {
      ui_.canvas.fill({std::max(shift + from, place.left), place.top, std::min(shift + to, place.right), place.bottom},
                      selection_color(ui_.theme));
    }
  }

  // A caret below the place, and the reason.
  float draw_error(const FileLine& line, const Diagnostic& error, float top) {
    std::size_t position = line.begin;
    for (std::size_t column = 1; column < error.position.column && position < line.end; ++column) {
      do ++position;
      while (position < line.end && (static_cast<unsigned char>(text_[position]) & 0xC0U) == 0x80U);
    }
    const float x = text_left_ + x_of(line, position) - ui_.memory.file_scroll_x;
    const Rect caret{x, top - ui_.px(2), x + letter_ + 2, top + ui_.px(kCaret)};
    if (x >= text_left_ && x < box_.right) ui_.canvas.text(caret, "^", Style::mono, warning_color(ui_.theme));
    const float bottom = top + error_height(error);
    const Rect plate{text_left_, top + ui_.px(kCaret) - ui_.px(2), box_.right, bottom - ui_.px(2)};
    ui_.canvas.fill(plate, ui_.theme.notice, ui_.px(3));
    ui_.canvas.paragraph(plate.inset(ui_.px(kFilePadding), ui_.px(1)), error.message, Style::small,
                         ui_.theme.on_notice);
    return bottom;
  }

  std::size_t pointed() const {
    const float y = ui_.pointer.at.y - box_.top + ui_.memory.file_scroll;
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), y, [](float at, const FileLine& line) { return at < line.top; });
    const FileLine& line = after == lines_.begin() ? lines_.front() : *std::prev(after);
    const float x = ui_.pointer.at.x - text_left_ + ui_.memory.file_scroll_x;
    return line.begin + ui_.canvas.place_at(text_of(line), x, Style::mono);
  }

  void react() {
    if (ui_.pointer.pressed && ui_.pointer.over(box_)) {
      ui_.memory.grab = Grab::text;
      ui_.wish(command::FocusFileText{});
      if (ui_.pointer.double_clicked) return ui_.wish(command::SelectWord{pointed()});
      ui_.wish(command::PlaceCursor{pointed(), ui_.pointer.shift ? Extent::extend : Extent::move});
    } else if (is_active() && ui_.memory.grab == Grab::text && (ui_.pointer.moved.x != 0 || ui_.pointer.moved.y != 0)) {
      ui_.wish(command::PlaceCursor{pointed(), Extent::extend});
    } else if (is_active() && ui_.pointer.pressed && !ui_.pointer.over(frame_)) {
      ui_.wish(command::LeaveText{});
    }
  }

  const Ui& ui_;
  const FileText& file_;
  std::string_view text_;
  float line_height_;
  float letter_;
  Rect frame_;  // all of it
  Rect box_;
  Rect track_;
  float number_width_ = 0;
  float text_left_ = 0;
  float content_ = 0;
  std::vector<FileLine> lines_;
};

}  // namespace

void draw_file_text(const Ui& ui, Rect box) {
  offer(ui, "file-text"_act, box);
  if (ui.state.panel.file) FileTextView(ui, box).draw();
}

}  // namespace interleave::gui
