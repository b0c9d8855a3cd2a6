#include "app/gui/views/lesson/slide_question.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/answer_question.h"
#include "app/gui/model/lesson/ask_question.h"
#include "app/gui/model/lesson/ways_to_answer.h"
#include "app/gui/views/lesson/order_answer.h"
#include "app/gui/views/widgets/rich_text.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kAnswerRow = 38;
constexpr float kAnswersApart = 8;
constexpr float kAnswerMark = 18;
constexpr float kAnswerMargin = 8;
constexpr float kQuestionPartsApart = 12;
constexpr float kNumberField = 130;
constexpr float kHandsColumn = 92;
constexpr float kUnitColumn = 24;
constexpr float kUnmeasured = 1e6F;

enum class QuestionDrawing : std::uint8_t { measured, drawn };

// What stands on an answer's plate.
struct AnswerPlate {
  std::string lead;  // its letter, or who said so
  const lesson::Words* words = nullptr;
  std::optional<std::size_t> position;  // among those that are offered
  bool is_chosen = false;
  std::optional<bool> is_right;  // known once it is settled, of those that are marked
};

std::string letter_of(std::size_t position) {
  return std::string(1, static_cast<char>('A' + static_cast<char>(position)));
}

class QuestionPainter {
 public:
  QuestionPainter(const Ui& ui, const LessonShow& show, const AskedQuestion& asked, Rect box, QuestionDrawing drawing)
      : ui_(ui), show_(show), asked_(asked), top_(box.top), rest_(box), drawing_(drawing) {}

  float draw() {
    if (!asked_.numbers.empty()) add_words(asked_.numbers, Style::body);
    add_words(asked_.words, Style::strong);
    if (!asked_.is_settled() && answer_is_typed(ui_.state, asked_)) {
      add_field();
    } else if (!asked_.is_settled() && answer_is_arranged(ui_.state, asked_)) {
      add_order();
    } else {
      for (const AnswerPlate& plate : plates()) add_plate(plate);
    }
    if (asked_.is_settled()) add_what_is_said();
    return rest_.top - top_;
  }

 private:
  bool draws() const { return drawing_ == QuestionDrawing::drawn; }

  void leave(float height) { rest_.top += height + ui_.px(kQuestionPartsApart); }

  void add_words(const lesson::Words& words, Style style) {
    leave(draws() ? draw_words(ui_, rest_, words, style, ui_.theme.text)
                  : words_height(ui_, rest_.width(), words, style));
  }

  // All that are offered; of what somebody has typed or put in order, that one and the right one.
  std::vector<AnswerPlate> plates() const {
    std::vector<AnswerPlate> plates;
    const bool was_typed =
        asked_.is_settled() && (answer_is_typed(ui_.state, asked_) || answer_is_arranged(ui_.state, asked_));
    for (std::size_t i = 0; i < asked_.answers.size(); ++i) {
      const OfferedAnswer& answer = asked_.answers[i];
      const bool is_chosen = asked_.committed == i;
      if (was_typed && !is_chosen && !answer.is_right) continue;
      AnswerPlate plate{letter_of(i), &answer.words, i, is_chosen, std::nullopt};
      if (was_typed) plate.lead = is_chosen ? "You" : "Run";
      if (asked_.is_settled() && (answer.is_right || is_chosen)) plate.is_right = answer.is_right;
      plates.push_back(plate);
    }
    if (asked_.typed) plates.insert(plates.begin(), {"You", &typed_words_, std::nullopt, true, false});
    return plates;
  }

  // A plate with its letter. Once it is settled the right one, and the chosen one, are marked.
  void add_plate(const AnswerPlate& plate) {
    const float margin = ui_.px(kAnswerMargin);
    const float hands = asked_.hands.stage == Hands::Stage::shown ? ui_.px(kHandsColumn) : 0;
    const float lead = std::max(ui_.px(kAnswerRow), ui_.canvas.text_width(plate.lead, Style::strong) + 2 * margin);
    Rect inner = rest_;
    inner.left += lead + margin;
    inner.right -= margin + ui_.px(kAnswerMark) + margin + hands;
    inner.top += margin;
    const float text = words_height(ui_, inner.width(), *plate.words, Style::body);
    const Rect box{rest_.left, rest_.top, rest_.right, rest_.top + std::max(text + 2 * margin, ui_.px(kAnswerRow))};
    if (draws()) draw_plate(plate, box, inner, lead);
    rest_.top = box.bottom + ui_.px(kAnswersApart);
  }

  void draw_plate(const AnswerPlate& plate, Rect box, Rect inner, float lead) {
    const bool open = !asked_.is_settled() && plate.position;
    const bool hovered = open && ui_.pointer.over(box) && ui_.memory.grab == Grab::none;
    ui_.canvas.fill(box, hovered ? ui_.theme.hover : ui_.theme.raised, ui_.px(6));
    if (plate.is_chosen) ui_.canvas.frame(box, ui_.theme.text, ui_.px(2), ui_.px(6));
    ui_.canvas.text({box.left, box.top, box.left + lead, box.bottom}, plate.lead, Style::strong, ui_.theme.text,
                    Align::center);
    draw_words(ui_, inner, *plate.words, Style::body, ui_.theme.text);
    if (hovered) ui_.explain(what_a_click_does(plate.lead));
    if (open && ui_.pointer.clicked(box)) choose(*plate.position);
    const float half = ui_.px(kAnswerMark) / 2;
    const Point at{box.right - ui_.px(kAnswerMargin) - half, box.center().y};
    if (asked_.hands.stage == Hands::Stage::shown && plate.position) draw_hands(*plate.position, box, at.x - 2 * half);
    if (!plate.is_right) return;
    draw_end_mark(ui_.canvas, *plate.is_right ? TaskEnd::finished : TaskEnd::failed,
                  {at.x - half, at.y - half, at.x + half, at.y + half}, ui_.theme.text);
  }

  std::string what_a_click_does(const std::string& letter) const {
    if (ui_.state.presenting) return "One more hand for this answer.  Key: " + letter + ", with Shift ten";
    return "Commit to this answer: there is no second try.  Key: " + letter;
  }

  void choose(std::size_t position) {
    if (ui_.state.presenting) return ui_.wish(command::CountHands{position, 1});
    ui_.wish(command::CommitAnswer{position});
  }

  // How many hands were up at first, and how many after neighbours had talked about it.
  void draw_hands(std::size_t position, Rect plate, float right) {
    const auto count = [position](const std::vector<int>& hands) {
      return position < hands.size() ? hands[position] : 0;
    };
    const std::string text = fmt::format("{} → {}", count(asked_.hands.first), count(asked_.hands.second));
    ui_.canvas.text({right - ui_.px(kHandsColumn), plate.top, right, plate.bottom}, text, Style::strong, ui_.theme.text,
                    Align::right);
  }

  // The number as far as it was typed, its unit, and what to press.
  void add_field() {
    if (draws()) {
      Rect row = row_of_answer();
      const Rect field = row.cut_left(ui_.px(kNumberField));
      ui_.canvas.fill(field, ui_.theme.raised, ui_.px(6));
      ui_.canvas.frame(field, ui_.theme.text, ui_.px(2), ui_.px(6));
      ui_.canvas.text(field.inset(ui_.px(kAnswerMargin), 0), ui_.state.typed_in_lesson + "|", Style::strong,
                      ui_.theme.text);
      row.cut_left(ui_.px(kAnswerMargin));
      const bool in_seconds = traits(asked_.question->kind).answer == AnswerForm::seconds;
      if (in_seconds) ui_.canvas.text(row.cut_left(ui_.px(kUnitColumn)), "s", Style::strong, ui_.theme.text);
      add_commit(row);
    }
    leave(ui_.px(kAnswerRow));
    add_hint(answer_is_moment(ui_.state, asked_) && show_.view.has_picture()
                 ? "Type a number, or drag in the picture; then press Enter."
                 : "Type a number, then press Enter.");
  }

  Rect row_of_answer() const { return {rest_.left, rest_.top, rest_.right, rest_.top + ui_.px(kAnswerRow)}; }

  void add_commit(Rect row) {
    constexpr ButtonLook kLook{Face::primary, Icon::none, Caption::shown, Padding::snug};
    button(ui_, row.cut_left(button_width(ui_, "enter-in-lesson"_act, kLook)).inset(0, ui_.px(3)),
           "enter-in-lesson"_act, kLook);
  }

  void add_hint(const std::string& hint) {
    const lesson::Words words = words_of(hint);
    leave(draws() ? draw_words(ui_, rest_, words, Style::small, ui_.theme.quiet_text)
                  : words_height(ui_, rest_.width(), words, Style::small));
  }

  // The tasks one below the other, to be dragged.
  void add_order() {
    const float step = ui_.px(kAnswerRow + kAnswersApart);
    if (draws()) draw_order(ui_, asked_, row_of_answer(), step);
    rest_.top += step * static_cast<float>(asked_.arranged.size());
    if (draws()) add_commit(row_of_answer());
    leave(ui_.px(kAnswerRow));
    add_hint("Drag them into the order, the first one on top; or press their letters one after the other. Then Enter.");
  }

  void add_what_is_said() {
    rest_.top += ui_.px(2);
    const auto shown = asked_.committed ? asked_.committed : asked_.solved ? asked_.right() : std::nullopt;
    if (asked_.typed) add_words(asked_.typed->said, Style::body);
    if (shown && !asked_.answers[*shown].explanation.empty())
      add_words(asked_.answers[*shown].explanation, Style::body);
    if (ui_.state.presenting || &asked_ != show_.last_question() || !has_another_like_it(show_)) return;
    if (draws()) {
      constexpr ButtonLook kLook{Face::plain, Icon::none, Caption::shown, Padding::snug};
      const float width = button_width(ui_, "ask-another-like-it"_act, kLook);
      button(ui_, {rest_.left, rest_.top, rest_.left + width, rest_.top + ui_.px(kAnswerRow) * 0.8F},
             "ask-another-like-it"_act, kLook);
    }
    leave(ui_.px(kAnswerRow) * 0.8F);
  }

  const Ui& ui_;
  const LessonShow& show_;
  const AskedQuestion& asked_;
  lesson::Words typed_words_ = asked_.typed ? words_of(asked_.typed->text) : lesson::Words();
  float top_;
  Rect rest_;
  QuestionDrawing drawing_;
};

}  // namespace

float draw_question(const Ui& ui, const LessonShow& show, const AskedQuestion& asked, Rect box) {
  return QuestionPainter(ui, show, asked, box, QuestionDrawing::drawn).draw();
}

float question_height(const Ui& ui, const LessonShow& show, const AskedQuestion& asked, float width) {
  return QuestionPainter(ui, show, asked, {0, 0, width, kUnmeasured}, QuestionDrawing::measured).draw();
}

}  // namespace interleave::gui
