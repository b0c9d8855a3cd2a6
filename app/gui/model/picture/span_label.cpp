#include "app/gui/model/picture/span_label.h"

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "app/gui/model/picture/time_text.h"
#include "core/looks/span_words.h"
#include "core/timeline/ends.h"

namespace interleave::gui {

namespace {

std::string bare_state(const Span& span) {
  switch (span.state) {
    case State::queued:
      return "queued";
    case State::ready:
      return state_text(span);
    case State::running:
      return "running";
    case State::waiting:
      return "waiting";
  }
  return "";
}

std::string_view amount_of(const RunInfo& run, const StepInfo& step, TaskId task) {
  if (!step.argument) return step.amount;
  if (index(task) >= run.tasks.size()) return {};
  const auto& arguments = run.tasks[index(task)].arguments;
  return *step.argument < arguments.size() ? std::string_view(arguments[*step.argument]) : std::string_view();
}

// As it is written, where that is how the picture writes times; else as the picture does: "24 h".
std::string length_text(std::string_view written) {
  constexpr double kLeastSeconds = 0.1;  // what is shorter, the picture has in milliseconds
  double length = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), length);
  const bool is_number = error == std::errc() && end == written.data() + written.size();
  const bool in_seconds = !in_long_picture() && (length == 0 || length >= kLeastSeconds);
  return is_number && !in_seconds ? time_text(length) : std::string(written) + " s";
}

}  // namespace

const StepInfo* known_step(const RunInfo& run, StepId step) {
  const bool known = index(step) < run.steps.size() && !run.steps[index(step)].word.empty();
  return known ? &run.steps[index(step)] : nullptr;
}

std::string step_label(const RunInfo& run, const StepInfo& step, TaskId task) {
  std::string text = step.word;
  if (const auto amount = amount_of(run, step, task); !amount.empty()) text.append(" ").append(length_text(amount));
  return text;
}

std::string span_label(const RunInfo& run, const Span& span) {
  const StepInfo* step = waits_for_turn(span) ? nullptr : known_step(run, span.step);
  return step == nullptr ? bare_state(span) : step_label(run, *step, span.task);
}

std::string span_label(const Timeline& timeline, const Span& span) {
  const ObjectId object = target_of(timeline.tasks()[index(span.task)], span);
  if (object != ObjectId::none) return "waits for " + full_name(timeline.info().objects[index(object)]);
  const auto awaited = awaited_tasks(timeline, span);
  if (awaited.empty()) return span_label(timeline.info(), span);
  if (awaited.size() == 1) return "awaits " + timeline.tasks()[index(awaited.front())].name;
  const StepInfo* const step = known_step(timeline.info(), span.step);
  const bool is_each = step != nullptr && step->word == "as_completed";
  return (is_each ? "awaits one of " : "awaits ") + std::to_string(awaited.size()) + " tasks";
}

}  // namespace interleave::gui
