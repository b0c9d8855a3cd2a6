#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/gui/model/lesson/check_lesson.h"
#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/slide_figures.h"

namespace interleave::gui {

// What a part of a slide has on paper besides its text. On paper everybody reads on before they have answered, so what
// tells an answer waits for it, wherever it stands.
struct HandoutPart {
  std::optional<AskedQuestion> question;
  SlideFigures figures;
  // It stands behind the slide's question; or the slide asks nothing and goes on with a run that was asked about
  // before, but for what leads to a change of it; or it is what comes of that change; or it names the answer of an
  // earlier question about tasks of these names.
  bool text_waits = false;
  // They stand behind the slide's question, or are of a run that any question of the lesson is about, or look so; or
  // are what comes of a change that somebody is to make.
  bool figures_wait = false;
};

// A lesson for paper: its slides, each with its parts.
struct Handout {
  std::vector<std::vector<HandoutPart>> slides;
};

// Makes one of the parts that it sees, which are all of the lesson's.
class HandoutMaker {
 public:
  void see(const ShownPart& shown);
  Handout take();

 private:
  struct SeenPart {
    HandoutPart part;
    std::optional<QuestionKind> asks;
    std::optional<RunSubject> chosen;  // what would be run then
    bool goes_on = false;              // with a run that was asked about before
    bool names_answer = false;         // of an earlier question
    bool does_something = false;       // opens, sets or runs
  };
  struct Asked {
    RunSubject subject;
    std::shared_ptr<const Timeline> run;  // null: there is none in that mode
    Question question;
    std::optional<Answer> right;
  };
  using Slide = std::vector<SeenPart>;

  void note_question(const ShownPart& shown, const Slide& slide);
  bool goes_on_with_asked(const ShownPart& shown, const SeenPart& seen) const;
  bool names_earlier_answer(const ShownPart& shown, const SeenPart& seen) const;
  bool is_asked(const std::vector<RunSubject>& subjects, const Timeline* run) const;
  std::vector<HandoutPart> finish(Slide slide) const;

  std::vector<Slide> slides_;
  std::vector<Asked> asked_;
};

}  // namespace interleave::gui
