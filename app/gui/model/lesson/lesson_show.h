#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/lesson/asked_question.h"
#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/state/app_state.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::gui {

// What is open, and how it would be run: what a slide has from those before it.
struct SlideStart {
  std::optional<ScenarioEntry> entry;  // the lesson's own; none: nothing was opened yet
  RunSettings settings;
  ClockKind clock = ClockKind::virtual_time;
  double speed = 1;
};

// A part of a slide.
struct SlidePart {
  std::size_t slide = 0;
  std::size_t build = 0;

  friend auto operator<=>(const SlidePart&, const SlidePart&) = default;
};

// A lesson that runs.
struct LessonShow {
  std::shared_ptr<const lesson::Lesson> lesson;
  std::string name;        // by which it was opened
  std::string folder;      // of its file, or empty
  FileStamp stamp;         // of its file, when it was read
  std::size_t slide = 0;   // position of the one on the screen
  std::size_t builds = 1;  // how many parts of it are there
  LessonView view;
  std::map<SlidePart, AskedQuestion> questions;  // as they were asked
  std::map<SlidePart, Scenario> redrawn;         // what is asked about there instead: the same with other numbers
  std::map<std::size_t, SlideStart> starts;      // of slides that were reached; of the first one always
  SlideStart left;                               // as the lesson itself left it last, whatever was done since
  std::vector<lesson::Finding> faults;           // of what the slide says and could not be done; for the speaker
  std::uint64_t draws = 0;                       // how often other numbers were drawn
  bool shows_notes = false;
  Time played_to{};       // since playing began last
  double talked_for = 0;  // seconds since the first slide was left

  const lesson::Slide& shown() const { return lesson->slides[slide]; }
  SlidePart last_part() const { return {slide, builds - 1}; }
  // The question of that part of the slide; null where it asks none.
  const AskedQuestion* question(std::size_t build) const;
  // The last one of the slide; null where it has asked none yet.
  const AskedQuestion* last_question() const;
  // Whether the last part that is there asks something that is not settled yet.
  bool waits_for_answer() const;
  // Whether nothing of the lesson is left to be shown.
  bool is_at_end() const;
  // Whether the slide is about other numbers than its text has.
  bool has_other_numbers() const;
};

// The one that runs; null where none does.
inline const LessonShow* lesson_of(const AppState& state) { return state.lesson.get(); }

}  // namespace interleave::gui
