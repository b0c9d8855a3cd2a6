#include "app/gui/model/lesson/lesson_command.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/edit/step_path.h"
#include "app/gui/model/lesson/lesson_arguments.h"
#include "app/gui/model/lesson/lesson_scenario.h"
#include "app/gui/model/lesson/window_command.h"
#include "app/gui/model/state/refused.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/update.h"
#include "core/base/json_text.h"
#include "core/explore/explore.h"
#include "core/lesson/lines.h"
#include "core/predict/written_name.h"

namespace interleave::gui {

namespace {

using Problem = std::optional<std::string>;

constexpr Problem kDone = std::nullopt;

Problem open(const LessonStage& stage, std::string_view name) {
  auto scenario = find_lesson_scenario(read_name(name).value_or(std::string(name)), stage.folder);
  if (!scenario) return std::move(scenario).error();
  stage.state.notice.reset();
  open_in_lesson(stage.state, stage.view, std::move(scenario).value());
  return kDone;
}

// The end of the run that is, or would be, shown.
Time run_end(const AppState& state) { return state.run.prediction->horizon(); }

// A moment of the run, behind its start.
Result<Time, std::string> read_moment(const LessonStage& stage, std::string_view text) {
  const auto time = read_seconds_argument(text);
  if (time == Time{}) return std::string("the run has not begun at 0 s; write playhead 0");
  if (!time) return fmt::format("{} is no moment; write seconds, such as 2.4", in_quotes(text));
  if (*time <= run_end(stage.state)) return *time;
  return fmt::format("the run ends at {}; name an earlier moment", seconds_text(run_end(stage.state)));
}

Problem run_until(const LessonStage& stage, std::string_view text) {
  update(stage.state, command::Run{});
  const auto time = read_moment(stage, text);
  if (!time) return time.error();
  stage.view.runs_until = time.value();
  return kDone;
}

Problem freeze(const LessonStage& stage, std::string_view text) {
  std::vector<Time> freezes;
  for (const std::string_view part : parts_of(text)) {
    const auto time = read_moment(stage, part);
    if (!time) return time.error();
    if (!freezes.empty() && time.value() <= freezes.back()) return "moments are named in their order, each once";
    freezes.push_back(time.value());
  }
  stage.view.freezes = std::move(freezes);
  return kDone;
}

Problem show_outcomes(const LessonStage& stage) {
  AppState& state = stage.state;
  if (auto why = exploration_refusal(state.scenario(), {.run = state.settings})) return why;
  update(state, command::ShowOutcomes{OutcomesShown::yes});
  return kDone;
}

Problem show(const LessonStage& stage, std::string_view text) {
  std::vector<LessonPanel> panels;
  for (const std::string_view part : parts_of(text)) {
    const auto panel = read_word_argument("panel", part, kLessonPanelWords);
    if (!panel) return panel.error();
    panels.push_back(static_cast<LessonPanel>(panel.value()));
    if (std::count(panels.begin(), panels.end(), panels.back()) > 1) return fmt::format("{} is there twice", part);
  }
  LessonView& view = stage.view;
  view.panels = std::move(panels);
  const bool by_worker = view.shows(LessonPanel::workers) && !view.shows(LessonPanel::timeline);
  update(stage.state, command::SetView{by_worker ? View::by_worker : View::by_task});
  update(stage.state, command::SetComparing{view.shows(LessonPanel::compare) ? Comparing::yes : Comparing::no});
  update(stage.state, command::ShowGraph{view.shows(LessonPanel::graph) ? GraphShown::yes : GraphShown::no});
  if (view.shows(LessonPanel::outcomes) || view.shows(LessonPanel::graph)) return show_outcomes(stage);
  update(stage.state, command::ShowOutcomes{OutcomesShown::no});
  return kDone;
}

void add_panel(LessonView& view, LessonPanel panel) {
  if (!view.shows(panel)) view.panels.push_back(panel);
}

Problem outcomes(const LessonStage& stage, std::string_view) {
  if (auto problem = show_outcomes(stage)) return problem;
  add_panel(stage.view, LessonPanel::outcomes);
  return kDone;
}

Problem compare(const LessonStage& stage, std::string_view text) {
  if (text == "on" || text == "off") return do_window_command(stage, fmt::format("compare {}", text));
  std::vector<Mode> modes;
  for (const std::string_view part : parts_of(text)) {
    const auto mode = read_word_argument("mode", part, kModeNames);
    if (!mode) return mode.error();
    modes.push_back(kModes.at(mode.value()));
    if (auto why = refusal_of(stage.state, modes.back())) return why;
    if (std::count(modes.begin(), modes.end(), modes.back()) > 1) return fmt::format("{} is there twice", part);
  }
  update(stage.state, command::SetComparing{Comparing::yes});
  stage.view.compared = std::move(modes);
  add_panel(stage.view, LessonPanel::compare);
  return kDone;
}

Problem hide_future(const LessonStage& stage, std::string_view) {
  stage.view.hides_future = true;
  return kDone;
}

Problem empty(const LessonStage& stage, std::string_view) {
  stage.view.is_empty = true;
  return kDone;
}

Problem lay_out(const LessonStage& stage, std::string_view text) {
  const auto layout = read_word_argument("layout", text, kLessonLayoutWords);
  if (!layout) return layout.error();
  stage.view.layout = static_cast<LessonLayout>(layout.value());
  return kDone;
}

Problem gil(const LessonStage& stage, std::string_view text) {
  return do_window_command(stage, fmt::format("set-gil {}", text));
}

// The order may stand there as it is, without quotes.
Problem schedule(const LessonStage& stage, std::string_view text) {
  const auto order = read_name(text);
  return do_window_command(stage, "schedule " + json_string(order.value_or(std::string(text))));
}

Problem highlight(const LessonStage& stage, std::string_view text) {
  const auto word = read_name(text);
  if (!word || word->empty()) return "write highlight line and a word of the line";
  const auto& lines = stage.state.code.listing->lines();
  const bool is_there = std::any_of(lines.begin(), lines.end(), [&](const ListingLine& line) {
    return line.role == LineRole::program && line.text.find(*word) != std::string::npos;
  });
  if (!is_there) return fmt::format("no line of the program has {} in it; look at it with show code", in_quotes(*word));
  stage.view.highlighted = *word;
  return kDone;
}

// The first length of the task that can be changed for itself.
Edited set_seconds(const Scenario& scenario, std::size_t task, std::string_view value) {
  for (const Step& step : steps_of(scenario, task)) {
    const Step* timed = nullptr;
    for_each_step_within(step, [&](const Step& inner) {
      if (timed == nullptr && seconds_of(inner) != nullptr) timed = &inner;
    });
    if (timed != nullptr) return set_duration(scenario, task, timed->id, value);
  }
  return fmt::format("{} has no step that takes time", scenario.tasks[task].name);
}

Problem do_edit(const LessonStage& stage, Edited edit) {
  const auto before = stage.state.scenarios[stage.state.chosen].scenario;
  if (auto problem = edit_scenario(stage.state, std::move(edit))) return problem;
  const bool changes = stage.state.scenarios[stage.state.chosen].scenario != before;
  return changes ? kDone : "this changes nothing, for it is so already; write another value, or leave the line out";
}

// edit food seconds 2; of another parameter of its function: edit music.zip megabytes 8.
Problem edit(const LessonStage& stage, std::string_view text) {
  const Scenario& scenario = stage.state.scenario();
  const std::string_view written = take_argument(text);
  std::vector<std::string> names;
  for (const Task& task : scenario.tasks) names.push_back(task.name);
  const auto task = read_word_argument("task", read_name(written).value_or(std::string(written)), names);
  if (!task) return task.error();
  const std::string parameter(take_argument(text));
  if (parameter.empty() || text.empty()) return "write edit, a task, seconds and a number, such as edit food seconds 2";
  const std::string value = read_name(text).value_or(std::string(text));
  if (const auto& function = scenario.tasks[task.value()].function) {
    const auto& parameters = scenario.functions[*function].parameters;
    const auto found = std::find(parameters.begin(), parameters.end(), parameter);
    if (found != parameters.end()) {
      const auto argument = static_cast<std::size_t>(found - parameters.begin());
      return do_edit(stage, set_argument(scenario, task.value(), argument, value));
    }
  }
  if (parameter == "seconds") return do_edit(stage, set_seconds(scenario, task.value(), value));
  return fmt::format("{} has no parameter {}; write seconds, or a parameter of its function", names[task.value()],
                     in_quotes(parameter));
}

struct LessonCommandRow {
  std::string_view words;  // that it begins with
  std::string_view form;   // how it is written
  bool has_arguments;
  bool needs_scenario;
  Problem (*act)(const LessonStage& stage, std::string_view arguments);
};

constexpr std::array kLessonCommands = {
    LessonCommandRow{"open", "open SCENARIO", true, false, open},
    LessonCommandRow{"run until", "run until SECONDS", true, true, run_until},
    LessonCommandRow{"show", "show PANEL, PANEL", true, true, show},
    LessonCommandRow{"hide future", "hide future", false, true, hide_future},
    LessonCommandRow{"edit", "edit TASK seconds NUMBER", true, true, edit},
    LessonCommandRow{"highlight line", "highlight line WORD", true, true, highlight},
    LessonCommandRow{"layout", "layout beside|below|text|picture", true, false, lay_out},
    LessonCommandRow{"freeze", "freeze SECONDS, SECONDS", true, true, freeze},
    LessonCommandRow{"compare", "compare MODE, MODE", true, true, compare},
    LessonCommandRow{"outcomes", "outcomes", false, true, outcomes},
    LessonCommandRow{"schedule", "schedule STEP, STEP", true, true, schedule},
    LessonCommandRow{"gil", "gil on|off", true, true, gil},
    LessonCommandRow{"empty", "empty", false, false, empty},
};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t")); }

Problem unknown_command(std::string_view name) {
  std::vector<std::string_view> known = window_command_names();
  for (const LessonCommandRow& row : kLessonCommands) known.push_back(first_word(row.words));
  const auto meant = nearest_name(name, known);
  return fmt::format("there is no command {}; {}", in_quotes(name),
                     meant ? fmt::format("did you mean {}?", *meant) : "a command is, for example, open coffee-shop");
}

}  // namespace

std::optional<std::string> do_lesson_command(const LessonStage& stage, std::string_view text) {
  ++stage.view.commands;
  const std::string_view written = without_blanks(text);
  const auto* const row =
      std::find_if(kLessonCommands.begin(), kLessonCommands.end(),
                   [&](const LessonCommandRow& one) { return behind_words(written, one.words).has_value(); });
  if (row != kLessonCommands.end()) {
    const std::string_view arguments = *behind_words(written, row->words);
    if (arguments.empty() == row->has_arguments) return fmt::format("write {}", row->form);
    if (row->needs_scenario && !stage.view.scenario) return "nothing is open yet; write open coffee-shop above it";
    return row->act(stage, arguments);
  }
  const std::string_view name = first_word(written);
  if (is_window_command(name)) return do_window_command(stage, written);
  const auto* const begun = std::find_if(kLessonCommands.begin(), kLessonCommands.end(),
                                         [&](const auto& one) { return first_word(one.words) == name; });
  return begun == kLessonCommands.end() ? unknown_command(name) : fmt::format("write {}", begun->form);
}

std::vector<std::string_view> lesson_command_forms() {
  std::vector<std::string_view> forms;
  for (const LessonCommandRow& row : kLessonCommands) forms.push_back(row.form);
  return forms;
}

}  // namespace interleave::gui
