#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/state/app_state.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::gui {

// An answer that is offered to choose from.
struct OfferedAnswer {
  lesson::Words words;
  lesson::Words explanation;  // what is said to who chooses it
  bool is_right = false;
};

// A question that stands on the slide. Until somebody has committed, nothing of the run is on the screen.
struct AskedQuestion {
  lesson::Words words;
  std::vector<OfferedAnswer> answers;    // in an order that says nothing
  std::optional<std::size_t> committed;  // position of the one that somebody has committed to
};

// A lesson that runs.
struct LessonShow {
  std::shared_ptr<const lesson::Lesson> lesson;
  std::string folder;      // of its file, or empty
  std::size_t slide = 0;   // position of the one on the screen
  std::size_t builds = 1;  // how many parts of it are there
  LessonView view;
  // By slide and part: what was asked, as it was asked then.
  std::map<std::pair<std::size_t, std::size_t>, AskedQuestion> questions;
  std::vector<lesson::Finding> faults;  // of what the slide says and could not be done; for the speaker
  bool shows_notes = false;
  Time played_to{};  // since playing began last

  const lesson::Slide& shown() const { return lesson->slides[slide]; }
  // The question of that part of the slide; null where it asks none.
  const AskedQuestion* question(std::size_t build) const;
  // Whether the last part that is there asks something that nobody has answered yet.
  bool waits_for_answer() const;
};

// The one that runs; null where none does.
inline const LessonShow* lesson_of(const AppState& state) { return state.lesson.get(); }

}  // namespace interleave::gui
