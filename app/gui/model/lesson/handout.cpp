#include "app/gui/model/lesson/handout.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/lesson/ask_question.h"
#include "app/gui/model/lesson/named_answer.h"
#include "core/lesson/blocks_text.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

std::optional<RunSubject> chosen_subject(const ShownPart& shown) {
  if (!shown.view.scenario || !shown.state.has_program()) return std::nullopt;
  return subject_of(shown.state.scenarios[shown.state.chosen].scenario, shown.state.settings);
}

// Of what would be run now.
std::shared_ptr<const Timeline> run_of(const AppState& state) {
  if (refusal(state.scenario(), state.settings.mode)) return nullptr;
  return simulate(state.scenario(), state.settings);
}

// The part that asks, or the end.
template <class Parts>
auto asking_part(Parts& parts) {
  return std::find_if(parts.begin(), parts.end(), [](const auto& seen) { return seen.asks.has_value(); });
}

}  // namespace

void HandoutMaker::see(const ShownPart& shown) {
  slides_.resize(std::max(slides_.size(), shown.slide + 1));
  Slide& slide = slides_[shown.slide];
  SeenPart& seen = slide.emplace_back();
  seen.part.figures = figures_of(shown.state, shown.view);
  seen.chosen = chosen_subject(shown);
  seen.goes_on = goes_on_with_asked(shown, seen);
  seen.names_answer = names_earlier_answer(shown, seen);
  seen.does_something = !shown.build.commands.empty() || shown.build.scenario.has_value();
  if (shown.posed != nullptr) {
    seen.asks = shown.posed->question.kind;
    seen.part.question = ask_question(*shown.build.prediction, *shown.posed);
  }
  note_question(shown, slide);
}

// A choice may be about a run that is opened behind it alone.
void HandoutMaker::note_question(const ShownPart& shown, const Slide& slide) {
  const SeenPart& seen = slide.back();
  if (!seen.chosen) return;
  if (shown.posed != nullptr) {
    asked_.push_back({*seen.chosen, run_of(shown.state), shown.posed->question, shown.posed->right});
    return;
  }
  const auto asking = asking_part(slide);
  const bool is_choice = asking != slide.end() && asking->asks == QuestionKind::choice;
  if (is_choice && shown.view.has_picture()) asked_.push_back({*seen.chosen, run_of(shown.state), {}, std::nullopt});
}

bool HandoutMaker::goes_on_with_asked(const ShownPart& shown, const SeenPart& seen) const {
  if (!shown.view.has_picture()) return false;
  std::vector<RunSubject> subjects = seen.part.figures.subjects;
  if (seen.chosen) subjects.push_back(*seen.chosen);
  return is_asked(subjects, seen.part.figures.run.get());
}

bool HandoutMaker::names_earlier_answer(const ShownPart& shown, const SeenPart& seen) const {
  if (!seen.chosen) return false;
  const std::string text = lesson::plain_text(shown.build.blocks);
  return std::any_of(asked_.begin(), asked_.end(), [&](const Asked& asked) {
    return asked.right && same_task_names(*seen.chosen, asked.subject) &&
           names_answer(text, asked.question, *asked.right);
  });
}

bool HandoutMaker::is_asked(const std::vector<RunSubject>& subjects, const Timeline* run) const {
  return std::any_of(asked_.begin(), asked_.end(), [&](const Asked& asked) {
    const auto is_subject = [&](const RunSubject& subject) { return same_subject(subject, asked.subject); };
    return (run != nullptr && asked.run != nullptr && same_bars(*run, *asked.run)) ||
           std::any_of(subjects.begin(), subjects.end(), is_subject);
  });
}

std::vector<HandoutPart> HandoutMaker::finish(Slide slide) const {
  const auto asking = asking_part(slide);
  const auto is_changed_behind = [&](auto at) {
    return at->chosen && std::any_of(at + 1, slide.end(), [&](const SeenPart& later) {
             return later.chosen && !same_subject(*later.chosen, *at->chosen);
           });
  };
  std::vector<HandoutPart> parts;
  bool is_exercise = false;  // so far: somebody is to change a run that was asked about
  for (auto at = slide.begin(); at != slide.end(); ++at) {
    const bool is_solution = is_exercise && at->does_something;
    // What leads to a question is read before it.
    at->part.text_waits = asking != slide.end()
                              ? at > asking
                              : at->names_answer || is_solution || (at->goes_on && !is_changed_behind(at));
    at->part.figures_wait =
        at >= asking || is_exercise || is_asked(at->part.figures.subjects, at->part.figures.run.get());
    is_exercise = is_exercise || (asking == slide.end() && at->goes_on && is_changed_behind(at));
    parts.push_back(std::move(at->part));
  }
  return parts;
}

Handout HandoutMaker::take() {
  Handout handout;
  for (Slide& slide : slides_) handout.slides.push_back(finish(std::move(slide)));
  return handout;
}

}  // namespace interleave::gui
