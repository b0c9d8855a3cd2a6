#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/state/app_state.h"
#include "core/base/result.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"
#include "core/scenario/source.h"

namespace interleave::gui {

// What a run of a lesson's scenario has at most, steps and time slices: no slide shows more, and a slide comes at once.
inline constexpr std::uint64_t kMostLessonSteps = 100'000;

// Of a text that it prints, and of one that it passes to a function.
inline constexpr std::size_t kMostLessonText = 500;
inline constexpr std::size_t kMostLessonArgument = 200;

// The scenario that a lesson in that folder names: a built-in one, or a file within the folder, whose ending .json may
// be left out. Else why there is none.
Result<SourcedScenario, std::string> find_lesson_scenario(std::string_view name, const std::string& folder);

// One that stands in the lesson itself; or what is wrong with it, at its bytes of the lesson's text.
Result<SourcedScenario, std::vector<lesson::Finding>> read_lesson_scenario(const lesson::Written& written);

// Makes it the chosen one, as its text says it: in the lesson's own entry of the scenarios, which is made where there
// is none yet. What else was opened and edited stays as it is.
void open_in_lesson(AppState& state, LessonView& view, SourcedScenario scenario);

}  // namespace interleave::gui
