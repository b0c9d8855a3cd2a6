#include "app/gui/views/lesson/lesson_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/views/explore/direct_view.h"
#include "app/gui/views/explore/graph_view.h"
#include "app/gui/views/explore/outcomes_view.h"
#include "app/gui/views/lesson/slide_notes.h"
#include "app/gui/views/lesson/slide_overview.h"
#include "app/gui/views/lesson/slide_question.h"
#include "app/gui/views/panels/chosen_panels.h"
#include "app/gui/views/panels/code_view.h"
#include "app/gui/views/panels/console.h"
#include "app/gui/views/panels/curve.h"
#include "app/gui/views/panels/now.h"
#include "app/gui/views/panels/workbench.h"
#include "app/gui/views/timeline/timeline_panel.h"
#include "app/gui/views/widgets/rich_text.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kSlideMargin = 22;
constexpr float kSlideStrip = 40;
constexpr float kTextBeside = 0.4F;        // of the width, for the text
constexpr float kTextBesideTwo = 0.3F;     // beside code and a picture, in a window that is not wide
constexpr float kMoreForQuestion = 0.12F;  // while the picture is still empty
constexpr float kRoomForThree = 1500;
constexpr float kTextBelow = 0.4F;  // of the height
constexpr float kSlideScrollBar = 8;
constexpr float kMostTextWidth = 900;  // longer lines are hard to read
constexpr float kCodeBeside = 0.46F;
constexpr float kPanelsBelow = 0.36F;
constexpr float kSlidePartsApart = 14;
constexpr float kNotesShare = 0.4F;
constexpr float kTextBesideWorkbench = 0.25F;
constexpr float kLeastBesideWorkbench = 270;

enum class SlideDrawing : std::uint8_t { measured, drawn };

// The text of a slide, with what it asks and what is said to the answer.
class SlideText {
 public:
  SlideText(const Ui& ui, const LessonShow& show, Rect box, SlideDrawing drawing)
      : ui_(ui), show_(show), box_(box), rest_(box), drawing_(drawing) {}

  float draw() {
    for (std::size_t build = 0; build < show_.builds; ++build) {
      add_blocks(blocks_of(build));
      const AskedQuestion* const asked = show_.question(build);
      if (asked == nullptr) continue;
      leave(draws() ? draw_question(ui_, show_, *asked, rest_) : question_height(ui_, show_, *asked, rest_.width()));
    }
    return std::max(0.0F, rest_.top - box_.top - ui_.px(kSlidePartsApart));
  }

 private:
  bool draws() const { return drawing_ == SlideDrawing::drawn; }

  void leave(float height) {
    if (height > 0) rest_.top += height + ui_.px(kSlidePartsApart);
  }

  // What the text says holds for its own numbers: with others the headings stay.
  lesson::Blocks blocks_of(std::size_t build) const {
    const lesson::Blocks& all = show_.shown().builds[build].blocks;
    if (!show_.has_other_numbers()) return all;
    lesson::Blocks headings;
    for (const lesson::Block& block : all) {
      if (std::holds_alternative<lesson::Heading>(block.what)) headings.push_back(block);
    }
    return headings;
  }

  void add_blocks(const lesson::Blocks& blocks) {
    if (blocks.empty()) return;
    leave(draws() ? draw_blocks(ui_, rest_, blocks) : blocks_height(ui_, rest_.width(), blocks));
  }

  const Ui& ui_;
  const LessonShow& show_;
  Rect box_;
  Rect rest_;
  SlideDrawing drawing_;
};

// Where the text stands, within its part of the window; a scroll bar has room on its right.
Rect text_area(const Ui& ui, Rect box) {
  box = box.inset(ui.px(kSlideMargin), ui.px(kSlideMargin * 0.7F));
  box.cut_right(ui.px(kSlideScrollBar));
  box.right = std::min(box.right, box.left + ui.px(kMostTextWidth));
  return box;
}

float text_height(const Ui& ui, const LessonShow& show, Rect area) {
  return SlideText(ui, show, area, SlideDrawing::measured).draw();
}

// A long text gets more room before it has to scroll: the text's part of the window, of which it has that share as a
// rule.
template <class PartOf>
Rect part_for_text(const Ui& ui, const LessonShow& show, float usual, const PartOf& part_of) {
  constexpr std::array kMore = {0.0F, 0.06F, 0.12F, 0.18F};
  for (const float more : kMore) {
    const Rect part = part_of(usual + more);
    const Rect area = text_area(ui, part);
    if (text_height(ui, show, area) <= area.height()) return part;
  }
  return part_of(usual + kMore.back());
}

// Where it is longer than the box, it begins with its end, which is what came last, and scrolls up from there.
void draw_slide_text(const Ui& ui, const LessonShow& show, Rect box) {
  box = text_area(ui, box);
  const Rect track{box.right, box.top, box.right + ui.px(kSlideScrollBar), box.bottom};
  const float height = text_height(ui, show, box);
  const float above = std::max(0.0F, height - box.height());
  float& scrolled = ui.memory.slide_scroll;
  const std::pair part{show.slide, show.builds};
  if (std::exchange(ui.memory.slide_part, part) != part) scrolled = 0;
  if (ui.pointer.over(box)) scrolled += ui.pointer.wheel * ui.px(60);
  scrolled = std::clamp(scrolled, 0.0F, above);
  if (above > 0) scrolled = above - scroll_bar(ui, track, {height, box.height(), above - scrolled, Grab::slide_scroll});
  ui.canvas.clip(box);
  Rect shifted = box;
  shifted.top -= above - scrolled;
  shifted.bottom = std::max(shifted.bottom, shifted.top + height);
  SlideText(ui, show, shifted, SlideDrawing::drawn).draw();
  ui.canvas.end_clip();
}

bool shows_any(const LessonView& view, std::initializer_list<LessonPanel> panels) {
  return std::any_of(panels.begin(), panels.end(), [&](LessonPanel panel) { return view.shows(panel); });
}

// Whoever points at a bar is told of it.
bool shows_now(const AppState& state, const LessonView& view) {
  return view.shows(LessonPanel::now) || (anything_selected(state) && !state.answer_first);
}

// Before the answer it would tell what is asked about.
bool shows_curve(const AppState& state, const LessonView& view) {
  return view.shows(LessonPanel::curve) && !state.answer_first;
}

// Who asks for the graph alone has them looked for, and not shown.
bool shows_outcomes(const AppState& state, const LessonView& view) {
  const bool are_wanted = view.shows(LessonPanel::outcomes) || !view.shows(LessonPanel::graph);
  return state.outcomes == OutcomesShown::yes && !state.answer_first && are_wanted;
}

void draw_panels_below(const Ui& ui, const LessonView& view, Rect box) {
  std::vector<void (*)(const Ui&, Rect)> panels;
  if (view.shows(LessonPanel::console)) panels.push_back(draw_console);
  if (shows_now(ui.state, view)) panels.push_back(draw_now);
  if (shows_curve(ui.state, view)) panels.push_back(draw_curve);
  if (ui.state.directed) {
    panels.push_back(draw_direct);
  } else if (shows_outcomes(ui.state, view)) {
    panels.push_back(draw_outcomes);
  }
  const float width = std::round(box.width() / static_cast<float>(panels.size()));
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const Rect panel = i + 1 == panels.size() ? box : box.cut_left(width);
    panels[i](ui, panel);
    if (i > 0) ui.canvas.fill({panel.left, panel.top, panel.left + 1, panel.bottom}, ui.theme.line);
  }
}

void draw_lesson_picture(const Ui& ui, const LessonView& view, Rect box) {
  const bool picture =
      shows_any(view, {LessonPanel::timeline, LessonPanel::workers, LessonPanel::compare, LessonPanel::graph}) ||
      ui.state.comparing;
  const bool orders = ui.state.directed || shows_outcomes(ui.state, view);
  const bool below =
      orders || shows_curve(ui.state, view) || shows_now(ui.state, view) || view.shows(LessonPanel::console);
  const bool code = view.shows(LessonPanel::code);
  if (below) {
    const bool alone = !picture && !code;
    const Rect panels = alone ? box : box.cut_bottom(std::round(box.height() * kPanelsBelow));
    draw_panels_below(ui, view, panels);
    if (alone) return;
    ui.canvas.fill({panels.left, panels.top, panels.right, panels.top + 1}, ui.theme.line);
  }
  if (code) {
    const Rect side = picture ? box.cut_left(std::round(box.width() * kCodeBeside)) : box;
    draw_code(ui, side);
    if (!picture) return;
    ui.canvas.fill({side.right, side.top, side.right + 1, side.bottom}, ui.theme.line);
  }
  const bool as_graph = ui.state.graph == GraphShown::yes && ui.state.explorer.answer() != nullptr;
  as_graph && !ui.state.answer_first ? draw_graph(ui, box) : draw_timeline(ui, box);
}

void draw_slide_strip(const Ui& ui, const LessonShow& show, Rect box) {
  ui.canvas.fill(box, ui.theme.bar);
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
  box = box.inset(ui.px(kSlideMargin), ui.px(5));
  const ActId leading = show.is_at_end() ? "next-lesson"_act : "next-build"_act;
  for (const ActId id : {"next-lesson"_act, "next-build"_act, "previous-build"_act, "toggle-workbench"_act,
                         "toggle-overview"_act, "close-lesson"_act, "show-slide-again"_act}) {
    if (id == "show-slide-again"_act && !has_left_lesson(ui.state, show)) continue;
    if (id == "next-lesson"_act && ui.state.next_lesson.empty()) continue;
    const bool leads_on = id == leading;
    const Face face = leads_on ? Face::primary : act(id).chosen(ui.state) ? Face::segment : Face::plain;
    const ButtonLook look{face, Icon::none, Caption::shown, Padding::snug};
    button(ui, box.cut_right(button_width(ui, id, look)), id, look);
    box.cut_right(ui.px(8));
  }
  const std::string where =
      fmt::format("{}: slide {} of {}", show.lesson->title, show.slide + 1, show.lesson->slides.size());
  ui.canvas.text(box, where, Style::body, ui.theme.quiet_text);
}

// What is asked and not answered yet, the workbench would tell; and a hall has no use for it.
bool shows_workbench(const AppState& state) {
  return state.slide_beside == SlideBeside::workbench && !state.presenting && !state.answer_first;
}

void draw_beside_workbench(const Ui& ui, const LessonShow& show, Rect box) {
  const float share = std::round(box.width() * kTextBesideWorkbench);
  const Rect text = box.cut_left(std::max(share, ui.px(kLeastBesideWorkbench)));
  draw_workbench(ui, box);
  draw_slide_text(ui, show, text);
  ui.canvas.fill({text.right, text.top, text.right + 1, text.bottom}, ui.theme.line);
}

}  // namespace

void draw_lesson(const Ui& ui, Rect box) {
  const LessonShow& show = *lesson_of(ui.state);
  if (!ui.state.presenting) draw_slide_strip(ui, show, box.cut_bottom(ui.px(kSlideStrip)));
  if (ui.state.shows_slides) return draw_slide_overview(ui, show, box);
  if (show.shows_notes) draw_notes(ui, show, box.cut_bottom(std::round(box.height() * kNotesShare)));
  const LessonView& view = show.view;
  if (shows_workbench(ui.state)) return draw_beside_workbench(ui, show, box);
  if (!view.has_picture()) return draw_slide_text(ui, show, box);
  if (view.layout == LessonLayout::picture) return draw_lesson_picture(ui, view, box);
  const bool beside = view.layout != LessonLayout::below;
  const float waiting = show.waits_for_answer() ? kMoreForQuestion : 0;
  const bool shares_width =
      view.shows(LessonPanel::code) && view.panels.size() > 1 && box.width() < ui.px(kRoomForThree);
  const float usual = beside ? (shares_width ? kTextBesideTwo : kTextBeside) + waiting : kTextBelow;
  const Rect text = part_for_text(ui, show, usual, [&](float share) {
    return beside ? Rect(box).cut_left(std::round(box.width() * share))
                  : Rect(box).cut_bottom(std::round(box.height() * share));
  });
  beside ? box.cut_left(text.width()) : box.cut_bottom(text.height());
  draw_lesson_picture(ui, view, box);
  draw_slide_text(ui, show, text);
  if (beside)
    ui.canvas.fill({text.right, text.top, text.right + 1, text.bottom}, ui.theme.line);
  else
    ui.canvas.fill({text.left, text.top, text.right, text.top + 1}, ui.theme.line);
}

}  // namespace interleave::gui
