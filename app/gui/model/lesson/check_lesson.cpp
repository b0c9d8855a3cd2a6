#include "app/gui/model/lesson/check_lesson.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <utility>

#include "app/gui/model/lesson/lesson_arguments.h"
#include "app/gui/model/lesson/lesson_scenario.h"
#include "app/gui/model/lesson/show_slide.h"
#include "app/gui/model/update/make_app.h"
#include "core/base/digit_groups.h"
#include "core/base/overloaded.h"
#include "core/lesson/lesson_reader.h"
#include "core/looks/wording.h"
#include "core/run/stopped_by_limit.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

// That the questions of a lesson look at together.
constexpr std::size_t kMostLessonStates = 2'000'000;

// Bars that are computed for the commands and answers of a lesson, as far as a check goes.
constexpr std::size_t kMostBars = 5'000'000;

// A window with something in it, as it is before a lesson begins.
AppState empty_window() {
  const BuiltIn& first = built_in_scenarios().front();
  auto scenario = std::make_shared<const Scenario>(load_scenario(first.text, first.name).value());
  std::vector<ScenarioEntry> entries;
  entries.push_back({std::string(first.name), std::move(scenario)});
  return make_app(engine_without_threads(), std::move(entries));
}

class LessonCheck {
 public:
  LessonCheck(const std::string& folder, const LookAtPicture& look, const SeePart& see)
      : folder_(folder), look_(look), see_(see), state_(empty_window()) {}

  void show(const lesson::Slide& slide, std::size_t position);
  bool has_enough() const { return bars_ > kMostBars || report_.errors.size() >= lesson::kMostFindings; }
  LessonReport take();

 private:
  void show_part(const lesson::Build& build, std::size_t parts_behind);
  void open_and_do(const lesson::Build& build);
  void look_at_freezes(const lesson::Build& build, std::size_t parts_behind);
  void look_for_endless_task(const lesson::Build& build);
  void count_bars(const lesson::Build& build);
  void look_at(const lesson::Blocks& blocks);
  void tell(PosedPrediction posed, const lesson::Prediction& prediction);
  void add(std::vector<lesson::Finding>& to, std::vector<lesson::Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
  }

  const std::string& folder_;
  const LookAtPicture& look_;
  const SeePart& see_;
  AppState state_;
  LessonView view_;
  LessonReport report_;
  Explorations explorations_{kMostLessonStates};
  std::size_t bars_ = 0;
  bool in_doubt_ = false;    // something that could not be done may be why the next question has another answer
  bool is_endless_ = false;  // the run that is shown goes on for ever, which has been told
  bool is_lost_ = false;     // what was to be opened is not there: nothing that is done without it means anything
};

// Does it, and tells what could not be done, but for what comes of something that could not be opened.
void LessonCheck::open_and_do(const lesson::Build& build) {
  const std::vector<lesson::Finding> problems = show_build(state_, view_, build, folder_);
  auto problem = problems.begin();
  const auto tell_until = [&](std::size_t offset) {
    const auto begin = problem;
    while (problem != problems.end() && problem->offset <= offset) ++problem;
    in_doubt_ = in_doubt_ || problem != begin;
    if (!is_lost_) report_.errors.insert(report_.errors.end(), begin, problem);
    return problem != begin;
  };
  if (build.scenario) {
    in_doubt_ = is_lost_ = false;
    is_lost_ = tell_until(build.scenario->offset + build.scenario->text.size());
  }
  for (const lesson::Written& command : build.commands) {
    const bool opens = behind_words(command.text, "open").has_value();
    if (opens) in_doubt_ = is_lost_ = false;
    const bool failed = tell_until(command.offset);
    if (failed && (opens || !view_.scenario)) is_lost_ = true;
  }
}

// Moments to freeze at are for the parts that follow, and of the run as it is when all of this part was done.
void LessonCheck::look_at_freezes(const lesson::Build& build, std::size_t parts_behind) {
  const auto find_last = [&](std::string_view word) {
    const auto found = std::find_if(build.commands.rbegin(), build.commands.rend(),
                                    [&](const auto& command) { return behind_words(command.text, word).has_value(); });
    return found == build.commands.rend() ? nullptr : &*found;
  };
  const Time end = state_.run.prediction->horizon();
  const auto tell_if_behind = [&](const lesson::Written& command, Time moment) {
    if (moment <= end) return;
    report_.errors.push_back(
        {command.offset, fmt::format("the run of this part ends at {}; name an earlier moment", seconds_text(end))});
  };
  const lesson::Written* const freeze = find_last("freeze");
  if (freeze != nullptr && !view_.freezes.empty()) {
    tell_if_behind(*freeze, view_.freezes.back());
    if (view_.freezes.size() > parts_behind) {
      report_.errors.push_back(
          {freeze->offset, fmt::format("{} of the slide follow{}, and it freezes at {}; write <!-- pause --> and what "
                                       "is to appear for each, or leave moments out",
                                       counted(parts_behind, "part"), parts_behind == 1 ? "s" : "",
                                       counted(view_.freezes.size(), "moment"))});
    }
  }
  const lesson::Written* const run = find_last("run until");
  if (run != nullptr && view_.runs_until) tell_if_behind(*run, *view_.runs_until);
}

// A run that never ends is told of once, where it came up, and not again until there was another one.
void LessonCheck::look_for_endless_task(const lesson::Build& build) {
  const TaskTrack* const task = view_.scenario && !is_lost_ ? stopped_by_limit(*state_.run.prediction) : nullptr;
  const bool was_endless = std::exchange(is_endless_, task != nullptr);
  if (!is_endless_ || was_endless) return;
  const std::size_t offset = build.scenario           ? build.scenario->offset
                             : build.commands.empty() ? build.begin
                                                      : build.commands.back().offset;
  report_.errors.push_back(
      {offset, fmt::format("{} goes on for ever here, and was stopped after {} steps of this run; let its loop end",
                           task->name, in_groups(kMostLessonSteps))});
}

// Each command may come to another run, and so does each answer; that takes some time also where there is no bar.
void LessonCheck::count_bars(const lesson::Build& build) {
  constexpr std::size_t kFewest = 100;
  if (has_enough()) return;
  std::size_t bars = kFewest;
  for (const TaskTrack& task : state_.run.prediction->tasks()) bars += task.spans.size();
  bars_ += bars * (1 + build.commands.size() + (build.prediction ? build.prediction->answers.size() : 0));
  if (bars_ <= kMostBars) return;
  report_.errors.push_back({build.commands.empty() ? build.begin : build.commands.front().offset,
                            fmt::format("the runs of this lesson have more than {} bars up to here, counted for each "
                                        "command and answer; run smaller scenarios, or make several lessons of it",
                                        in_groups(kMostBars))});
}

void LessonCheck::show_part(const lesson::Build& build, std::size_t parts_behind) {
  const std::size_t before = report_.errors.size();
  open_and_do(build);
  look_for_endless_task(build);
  count_bars(build);
  if (view_.scenario && !is_lost_ && report_.errors.size() == before) look_at_freezes(build, parts_behind);
}

void LessonCheck::tell(PosedPrediction posed, const lesson::Prediction& prediction) {
  add(report_.errors, std::move(posed.errors));
  if (in_doubt_ || is_endless_) return;
  add(report_.errors, std::move(posed.objections));
  add(report_.warnings, std::move(posed.warnings));
  if (posed.right) report_.answers.push_back({prediction.asked.offset, answers_text(posed)});
}

void LessonCheck::show(const lesson::Slide& slide, std::size_t position) {
  begin_slide(state_, view_);
  std::size_t last_command = slide.begin;
  for (std::size_t i = 0; i < std::min(slide.builds.size(), lesson::kMostParts) && !has_enough(); ++i) {
    const lesson::Build& build = slide.builds[i];
    look_at(build.blocks);
    show_part(build, slide.builds.size() - i - 1);
    if (build.scenario) last_command = build.scenario->offset;
    if (!build.commands.empty()) last_command = build.commands.front().offset;
    std::optional<PosedPrediction> posed;
    if (build.prediction) posed = pose(*build.prediction, state_, view_.scenario.has_value(), explorations_);
    if (see_) see_({position, i, build, state_, view_, posed ? &*posed : nullptr});
    if (posed) tell(*std::move(posed), *build.prediction);
  }
  if (!is_lost_ && !is_endless_ && !has_enough() && shows_nothing(state_, view_)) {
    report_.errors.push_back({last_command,
                              "there is nothing on this slide's picture, as no task takes any time; write "
                              "empty where that is meant"});
  }
}

void LessonCheck::look_at(const lesson::Blocks& blocks) {
  for (const lesson::Block& block : blocks) {
    std::visit(Overloaded{[&](const lesson::Image& image) {
                            if (auto why = look_(image.file)) {
                              report_.errors.push_back({block.offset, std::move(*why)});
                            }
                          },
                          [&](const lesson::List& list) {
                            for (const lesson::Blocks& item : list.items) look_at(item);
                          },
                          [&](const lesson::Quote& quote) { look_at(quote.blocks); }, [](const auto&) {}},
               block.what);
  }
}

LessonReport LessonCheck::take() {
  for (auto* const findings : {&report_.errors, &report_.warnings}) {
    std::stable_sort(findings->begin(), findings->end(), [](const lesson::Finding& one, const lesson::Finding& other) {
      return one.offset < other.offset;
    });
    if (findings->size() > lesson::kMostFindings) findings->resize(lesson::kMostFindings);
  }
  return std::move(report_);
}

}  // namespace

LessonReport check_lesson(const lesson::Lesson& lesson, const std::string& folder, const LookAtPicture& look,
                          const SeePart& see) {
  LessonCheck check(folder, look, see);
  for (std::size_t i = 0; i < lesson.slides.size() && !check.has_enough(); ++i) check.show(lesson.slides[i], i);
  return check.take();
}

}  // namespace interleave::gui
