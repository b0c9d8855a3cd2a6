#include "app/gui/model/lesson/check_lesson.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/gui/model/lesson/posed_prediction.h"
#include "app/gui/model/lesson/show_slide.h"
#include "app/gui/model/update/make_app.h"
#include "core/base/overloaded.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

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
  LessonCheck(const std::string& folder, const LookAtPicture& look)
      : folder_(folder), look_(look), state_(empty_window()) {}

  void show(const lesson::Slide& slide);
  LessonReport take();

 private:
  void show_part(const lesson::Build& build);
  void look_at(const lesson::Blocks& blocks);
  void add(std::vector<lesson::Finding>& to, std::vector<lesson::Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
  }

  const std::string& folder_;
  const LookAtPicture& look_;
  AppState state_;
  LessonView view_;
  LessonReport report_;
  bool in_doubt_ = false;  // something that could not be done may be why the next question has another answer
};

void LessonCheck::show_part(const lesson::Build& build) {
  const bool opens = build.scenario || std::any_of(build.commands.begin(), build.commands.end(),
                                                   [](const auto& one) { return one.text.starts_with("open "); });
  if (opens) in_doubt_ = false;
  std::vector<lesson::Finding> problems = show_build(state_, view_, build, folder_);
  in_doubt_ = in_doubt_ || !problems.empty();
  add(report_.errors, std::move(problems));
}

void LessonCheck::show(const lesson::Slide& slide) {
  begin_slide(state_, view_);
  std::size_t last_command = slide.begin;
  for (const lesson::Build& build : slide.builds) {
    look_at(build.blocks);
    show_part(build);
    if (build.scenario) last_command = build.scenario->offset;
    if (!build.commands.empty()) last_command = build.commands.front().offset;
    if (!build.prediction) continue;
    PosedPrediction posed = pose(*build.prediction, state_, view_.scenario.has_value());
    add(report_.errors, std::move(posed.errors));
    if (in_doubt_) continue;
    add(report_.errors, std::move(posed.objections));
    add(report_.warnings, std::move(posed.warnings));
  }
  if (shows_nothing(state_, view_)) {
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
  }
  return std::move(report_);
}

}  // namespace

LessonReport check_lesson(const lesson::Lesson& lesson, const std::string& folder, const LookAtPicture& look) {
  LessonCheck check(folder, look);
  for (const lesson::Slide& slide : lesson.slides) check.show(slide);
  return check.take();
}

}  // namespace interleave::gui
