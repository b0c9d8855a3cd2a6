#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/lesson/run_subject.h"
#include "app/gui/model/state/app_state.h"
#include "core/listing/listing.h"
#include "core/run/comparison.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// What some of the interleavings come to: "4 of 6", "50 %", "finished, tickets 0, an update is lost".
struct OutcomeRow {
  std::string count;
  std::string chance;
  std::string outcome;
};

// What is to be seen beside a slide's text, as far as paper can have it: no moment of a run, and nothing that moves.
struct SlideFigures {
  std::shared_ptr<const Listing> listing;  // null: the slide shows no code
  std::string highlighted;                 // lines with that in them stand out; empty: none do

  std::shared_ptr<const Timeline> run;  // on the virtual clock; null: none is shown
  bool by_task = false;
  bool by_worker = false;
  bool console = false;  // its printed lines

  std::vector<ModeResult> compared;  // empty: no modes are compared
  std::string outcomes;              // their heading: "6 interleavings, 2 outcomes"; empty: they are not shown
  std::vector<OutcomeRow> outcome_rows;

  std::vector<RunSubject> subjects;  // that all but the listing tells of
};

SlideFigures figures_of(const AppState& state, const LessonView& view);

}  // namespace interleave::gui
