#pragma once

#include <string>
#include <vector>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/state/app_state.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

// What it takes to show a slide. The scenario and how it is run (mode, max_workers, language, GIL, clock, speed, edits)
// go on from slide to slide until another one is opened; what is looked at, and how, begins anew with each slide.
namespace interleave::gui {

// The slide's beginning: nothing was run, selected or compared yet, and the view is as it is where nobody says
// anything.
void begin_slide(AppState& state, LessonView& view);

// Does what a part of the slide says when it appears. What could not be done is told at its place in the lesson's text;
// all the rest is done.
std::vector<lesson::Finding> show_build(AppState& state, LessonView& view, const lesson::Build& build,
                                        const std::string& folder);

// Whether the slide has a picture on which there is nothing, although none such is meant.
bool shows_nothing(const AppState& state, const LessonView& view);

}  // namespace interleave::gui
