#include "app/gui/model/lesson/show_slide.h"

#include <algorithm>

#include "app/gui/model/lesson/lesson_command.h"
#include "app/gui/model/lesson/lesson_scenario.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/update.h"
#include "core/base/blanks.h"

namespace interleave::gui {

void begin_slide(AppState& state, LessonView& view) {
  const auto scenario = view.scenario;
  view = {};
  view.scenario = scenario;
  if (!scenario) return;
  update(state, command::SetComparing{Comparing::no});
  update(state, command::ShowOutcomes{OutcomesShown::no});
  update(state, command::ShowGraph{GraphShown::no});
  update(state, command::ShowRepairs{RepairsShown::no});
  update(state, command::SetView{View::by_task});
  update(state, command::ClearSelection{});
  if (state.has_program()) predict(state);
  update(state, command::Fit{});
}

std::vector<lesson::Finding> show_build(AppState& state, LessonView& view, const lesson::Build& build,
                                        const std::string& folder) {
  std::vector<lesson::Finding> findings;
  if (build.scenario) {
    ++view.commands;
    auto scenario = read_lesson_scenario(*build.scenario);
    if (scenario) {
      open_in_lesson(state, view, std::move(scenario).value());
    } else {
      findings = std::move(scenario).error();
    }
  }
  const LessonStage stage{state, view, folder};
  bool is_scheduled = false;
  for (const lesson::Written& command : build.commands) {
    const std::string_view text = without_blanks(command.text);
    const bool runs = text == "run" || text.starts_with("run ");
    auto problem = is_scheduled && runs
                       ? "schedule has shown a run already, of which this one takes the place; leave one of them out"
                       : do_lesson_command(stage, command.text);
    is_scheduled = is_scheduled || (text.starts_with("schedule ") && !problem);
    if (problem) findings.push_back({command.offset, std::move(*problem)});
  }
  return findings;
}

bool shows_nothing(const AppState& state, const LessonView& view) {
  if (!view.has_picture() || view.is_empty) return false;
  const auto tasks = state.run.prediction->tasks();
  return std::all_of(tasks.begin(), tasks.end(), [](const TaskTrack& task) { return task.spans.empty(); });
}

}  // namespace interleave::gui
