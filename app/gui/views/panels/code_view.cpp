#include "app/gui/views/panels/code_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/model/state/no_program.h"
#include "app/gui/views/timeline/standing_tasks.h"
#include "app/gui/views/widgets/empty_panel.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/listing/highlight.h"

namespace interleave::gui {

namespace {

constexpr float kHighlight = 0.3F;  // how much of the accent is in the ground
constexpr float kCodeViewMargin = 16;
constexpr float kCodeViewHeader = 44;
constexpr float kCodeViewButton = 26;
constexpr float kCodeViewRow = 21;
constexpr float kCodeViewScrollBar = 8;
constexpr float kWheelRows = 3;

Color color_of(const Theme& theme, TokenClass kind) {
  switch (kind) {
    case TokenClass::keyword:
      return theme.code_keyword;
    case TokenClass::string:
      return theme.code_string;
    case TokenClass::number:
      return theme.code_number;
    case TokenClass::comment:
      return theme.code_comment;
    case TokenClass::plain:
      break;
  }
  return theme.text;
}

class CodePanel {
 public:
  CodePanel(const Ui& ui, Rect box)
      : ui_(ui),
        listing_(*ui.state.code.listing),
        standing_(standing_lines(ui.state)),
        focus_(line_in_focus(ui.state)),
        offset_(ui.state.code.scroll) {
    box = box.inset(ui.px(kCodeViewMargin), 0);
    draw_header(box.cut_top(ui.px(kCodeViewHeader)));
    box.bottom -= ui.px(8);
    track_ = {box.right + ui.px(5), box.top, box.right + ui.px(5 + kCodeViewScrollBar), box.bottom};  // in the margin
    area_ = box;
    column_ = ui.canvas.text_width("0000000000", Style::mono) / 10;
    const float digits =
        static_cast<float>(std::max<std::size_t>(2, fmt::format("{}", listing_.lines().size()).size()));
    numbers_ = std::ceil(column_ * digits);
    gutter_ = stripes_width(ui);
    lay_out();
  }

  void draw() {
    const float view = std::max(1.0F, std::floor(area_.height() / ui_.px(kCodeViewRow)));
    const float content = static_cast<float>(rows().size());
    const float most = std::max(0.0F, content - view);
    float offset = std::clamp(revealed(std::min(offset_, most), view), 0.0F, most);
    offset = scroll_bar(ui_, track_, {content, view, offset, Grab::code_scroll});
    if (ui_.pointer.over(area_) && !ui_.pointer.shift) {
      offset = std::clamp(offset - ui_.pointer.wheel * kWheelRows, 0.0F, most);
    }
    offset = std::round(offset);
    if (offset != ui_.state.code.scroll) ui_.wish(command::ScrollCode{offset});

    Rect rest = area_;
    const auto first = static_cast<std::size_t>(offset);
    const auto end = std::min(rows().size(), first + static_cast<std::size_t>(view));
    for (std::size_t i = first; i < end; ++i) draw_row(rest.cut_top(ui_.px(kCodeViewRow)), rows()[i]);
  }

 private:
  const std::vector<CodeRow>& rows() const { return ui_.memory.code.rows; }

  void draw_header(Rect box) const {
    constexpr std::array kLanguageActs = {"code-python"_act, "code-cpp"_act};
    const float height = ui_.px(kCodeViewButton);
    const auto placed = [&](float width) {
      const Rect place = box.cut_right(width);
      const float top = std::round(place.center().y - height / 2);
      return Rect{place.left, top, place.right, top + height};
    };
    segments(ui_, placed(segments_width(ui_, kLanguageActs, Padding::snug)), kLanguageActs, Padding::snug);
    box.cut_right(ui_.px(8));
    const Code& code = ui_.state.code;
    const bool copied = code.copied != nullptr && code.copied == code.listing;
    const std::pair<ActId, ButtonLook> others[] = {
        {"code-support"_act, {Face::plain, Icon::none, Caption::shown, Padding::snug}},
        {"copy-program"_act, {Face::plain, copied ? Icon::tick : Icon::copy, Caption::hidden, Padding::snug}}};
    for (const auto& [act, look] : others) {
      const float width = button_width(ui_, act, look);
      if (width > box.width()) return;
      button(ui_, placed(width), act, look);
      box.cut_right(ui_.px(8));
    }
    if (ui_.canvas.text_width("CODE", Style::caption) <= box.width()) heading(ui_, box, "CODE");
  }

  void lay_out() {
    const auto count = static_cast<std::size_t>((area_.width() - numbers_ - gutter_) / column_);
    const Support support = ui_.state.code.support_shown ? Support::shown : Support::folded;
    CodeMemory& memory = ui_.memory.code;
    const auto& listing = ui_.state.code.listing;
    if (memory.listing == listing && memory.columns == count && memory.support == support) return;
    // What stands at the top stays there when rows are folded or become wider.
    const bool same_listing = memory.listing == listing;
    const auto top = static_cast<std::size_t>(offset_);
    const auto top_line = same_listing && top < rows().size() ? std::optional(rows()[top].line) : std::nullopt;
    memory.listing = listing;
    memory.columns = count;
    memory.support = support;
    const StandingWidths widths(ui_);
    const auto for_standing = [&](const ListingLine& line) {
      return static_cast<std::size_t>(std::ceil(widths.of(line) / column_));
    };
    memory.rows = lay_out_code(*listing, support, {count, for_standing});
    if (!same_listing) memory.lines_in_view.clear();
    if (top_line) offset_ = row_of(*top_line);
  }

  // The first row of a line, or the one it is folded into.
  float row_of(std::size_t line) const {
    const auto after = std::partition_point(rows().begin(), rows().end(), [&](const CodeRow& row) {
      return row.line <= line && (row.line < line || row.is_first);
    });
    return static_cast<float>(std::max<std::ptrdiff_t>(0, after - rows().begin() - 1));
  }

  // What all look at: the selected line, else where the tasks stand, else main, else the functions of the tasks.
  std::vector<std::size_t> lines_to_see() const {
    if (focus_) return {*focus_};
    std::vector<std::size_t> lines;
    for (const StandingLine& standing : standing_) {
      if (standing.tasks.front().task != TaskId::none) lines.push_back(standing.line);
    }
    if (lines.empty() && !standing_.empty()) lines.push_back(standing_.front().line);
    if (!lines.empty() || ui_.state.run.started) return lines;
    const auto& all = listing_.lines();
    const auto step = std::find_if(all.begin(), all.end(), [](const auto& line) { return line.step != StepId::none; });
    if (step != all.begin() && step != all.end()) lines.push_back(static_cast<std::size_t>(step - all.begin()) - 1);
    return lines;
  }

  // The offset, moved as little as possible to what came to be looked at since the last time.
  float revealed(float offset, float view) const {
    const auto lines = lines_to_see();
    auto& last = ui_.memory.code.lines_in_view;
    if (lines.empty() || lines == last) return offset;
    last = lines;
    if (!ui_.state.run.started && !focus_) return row_of(lines.front());
    constexpr float kAround = 1;  // rows above and below
    const float top = row_of(lines.front()) - kAround;
    const float bottom = row_of(lines.back()) + 2 + kAround;
    if (top < offset || bottom - top > view) return top;
    return bottom > offset + view ? bottom - view : offset;
  }

  const StandingLine* standing_at(std::size_t line) const {
    const auto found =
        std::partition_point(standing_.begin(), standing_.end(), [&](const auto& m) { return m.line < line; });
    return found != standing_.end() && found->line == line ? &*found : nullptr;
  }

  void draw_row(Rect box, const CodeRow& row) const {
    if (row.folded > 0) return draw_fold(box, row);
    const Rect whole = box;
    const StandingLine* standing = standing_at(row.line);
    paint_ground(whole, row, standing);
    const Rect number = box.cut_left(numbers_);
    if (row.is_first) {
      ui_.canvas.text(number, fmt::format("{}", row.line + 1), Style::mono, ui_.theme.quiet_text, Align::right);
    }
    Rect stripes = box.cut_left(gutter_);
    if (standing != nullptr && !standing->wait_to_begin) draw_stripes(ui_, stripes, *standing);
    box.left += std::round(column_ * static_cast<float>(row.indent));
    const float written = draw_text(box, row);
    if (written > 0) box.left += written + ui_.px(10);
    if (standing != nullptr && row.is_last) draw_standing_tasks(ui_, box, *standing);
    react(whole, row, standing);
  }

  // By a lesson's slide.
  bool is_highlighted(std::size_t line) const {
    const std::string& word = ui_.state.highlighted;
    const ListingLine& written = listing_.lines()[line];
    return !word.empty() && written.role == LineRole::program && written.text.find(word) != std::string::npos;
  }

  void paint_ground(Rect box, const CodeRow& row, const StandingLine* standing) const {
    const bool chosen = focus_ == row.line;
    const Rect ground{box.left - ui_.px(6), box.top, box.right + ui_.px(2), box.bottom};
    const bool pointed = ui_.pointer.over(box) && ui_.memory.grab == Grab::none && can_choose(row.line);
    if (chosen || pointed) {
      ui_.canvas.fill(ground, ui_.theme.hover);
    } else if (standing != nullptr && !standing->wait_to_begin) {
      ui_.canvas.fill(ground, ui_.theme.raised);
    }
    if (is_highlighted(row.line)) {
      ui_.canvas.fill(ground, mix(ui_.theme.ground, ui_.theme.accent, kHighlight));
      ui_.canvas.fill({ground.left, ground.top, ground.left + ui_.px(5), ground.bottom}, ui_.theme.accent);
    }
    if (chosen) ui_.canvas.fill({ground.left, ground.top, ground.left + ui_.px(3), ground.bottom}, ui_.theme.accent);
  }

  float draw_text(Rect box, const CodeRow& row) const {
    const std::string_view text = listing_.lines()[row.line].text;
    std::vector<TextRun> runs;
    for (const SourceToken& token : tokens_of(text, listing_.language())) {
      const std::size_t begin = std::max(token.begin, row.begin);
      const std::size_t end = std::min(token.begin + token.length, row.end);
      if (begin < end) runs.push_back({text.substr(begin, end - begin), color_of(ui_.theme, token.kind)});
    }
    if (runs.empty()) return 0;
    // What is indented begins behind its spaces, so that no empty box of text lies over anything.
    const std::size_t spaces = std::min(runs.front().text.find_first_not_of(' '), runs.front().text.size());
    runs.front().text.remove_prefix(spaces);
    const float indent = std::round(column_ * static_cast<float>(spaces));
    return indent + ui_.canvas.text_runs({box.left + indent, box.top, box.right, box.bottom}, runs, Style::mono);
  }

  void draw_fold(Rect box, const CodeRow& row) const {
    const bool pointed = ui_.pointer.over(box) && ui_.memory.grab == Grab::none;
    if (pointed) ui_.canvas.fill({box.left - ui_.px(6), box.top, box.right, box.bottom}, ui_.theme.hover);
    if (pointed) ui_.explain("Lines that only make the program complete: click to show them");
    const Rect whole = box;
    box.cut_left(numbers_ + gutter_);
    ui_.canvas.text(box, fmt::format("… {} more {}", row.folded, row.folded == 1 ? "line" : "lines"), Style::small,
                    pointed ? ui_.theme.text : ui_.theme.quiet_text);
    if (ui_.pointer.clicked(whole)) ui_.wish(command::ToggleSupport{});
  }

  bool can_choose(std::size_t line) const {
    const Scenario& scenario = *ui_.state.shown_scenario;
    return line_to_choose(listing_, scenario, line) || print_at(listing_, scenario, line);
  }

  void react(Rect box, const CodeRow& row, const StandingLine* standing) const {
    if (!ui_.pointer.over(box) || ui_.memory.grab != Grab::none) return;
    if (standing != nullptr) ui_.tooltip = tooltip_of(ui_, *standing);
    if (!can_choose(row.line)) return;
    const bool prints = print_at(listing_, *ui_.state.shown_scenario, row.line).has_value();
    if (standing == nullptr) {
      ui_.explain(prints ? "Click: go to when this line printed, and again to the next time"
                         : "Click: show on the timeline what this line did");
    }
    if (ui_.pointer.clicked(box)) ui_.wish(command::ChooseLine{row.line});
  }

  const Ui& ui_;
  const Listing& listing_;
  std::vector<StandingLine> standing_;
  std::optional<std::size_t> focus_;
  Rect area_;
  Rect track_;
  float offset_;       // rows down from the top
  float column_ = 0;   // the width of a character
  float numbers_ = 0;  // of the column of line numbers
  float gutter_ = 0;
};

}  // namespace

void draw_code(const Ui& ui, Rect box) {
  if (!ui.state.has_program()) return draw_empty_panel(ui, box, Panel::code, "CODE", kNoCode);
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::code, box);
  CodePanel(ui, box).draw();
}

}  // namespace interleave::gui
