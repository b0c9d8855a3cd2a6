#include "tests/gui/monkey.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/monkey_desk.h"
#include "tests/gui/state_rules.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kTrail = 24;         // acts
constexpr std::size_t kFramesToRun = 200;  // between two looks at whether Run runs
constexpr int kEscapes = 6;                // what is open over each other at most, and the selection below it
constexpr double kEndOfAnyRun = 1e9;       // host seconds

std::vector<ScenarioEntry> all_built_in() {
  std::vector<ScenarioEntry> entries;
  for (const BuiltIn& built_in : built_in_scenarios()) entries.push_back(only(built_in.name).front());
  return entries;
}

// Names of tasks stand whole in what is said of the cell under the pointer, and names of marks likewise.
std::vector<std::string> own_words(const AppState& state) {
  std::vector<std::string> words;
  for (const Mark& mark : state.marks.all) words.push_back(mark.text);
  for (const Task& task : state.scenario().tasks) {
    words.push_back(task.name);
    for (const Argument& argument : task.arguments) {
      if (const auto* text = std::get_if<std::string>(&argument)) words.push_back(*text);
    }
  }
  return words;
}

}  // namespace

Monkey::Monkey(Shape shape, std::uint64_t seed)
    : window_(all_built_in(), stepped_engine(clock_)),
      shape_(shape),
      seed_(seed),
      random_(seed),
      leaves_panels_(one_in(2)) {
  put_files_of_monkey(*files_);
  window_.state.files = files_;
  window_.resize(shape.width, shape.height);
  if (one_in(3)) window_.state.text_scale = any_of(kTextScales);
  window_.before_drawing = [this] { follow_window(); };
  window_.on_drawn = [this] { look(); };
}

void Monkey::play(std::size_t frames) {
  std::size_t next_run = frames_ + kFramesToRun;
  while (frames_ < frames && broken_.empty()) {
    act();
    if (frames_ < next_run || !broken_.empty()) continue;
    see_whether_run_runs();
    next_run = frames_ + kFramesToRun;
  }
}

std::string Monkey::trail() const {
  std::string text = fmt::format("seed {}, {:g}x{:g} at {} %, frame {}; the last acts:\n", seed_, shape_.width,
                                 shape_.height, shape_.scale, frames_);
  for (const std::string& act : acts_) text += "  " + act + "\n";
  return text;
}

void Monkey::note(std::string act) {
  acts_.push_back(fmt::format("{}: {}", frames_, act));
  if (acts_.size() > kTrail) acts_.pop_front();
}

// Each frame is held against the rules, with the state that it shows.
void Monkey::look() {
  ++frames_;
  if (!broken_.empty()) return;
  const AppState& state = window_.state;
  const Drawn& drawn = window_.drawn();
  const auto take = [&](const Broken& more) { broken_.insert(broken_.end(), more.begin(), more.end()); };
  take(broken_state(state));
  take(misplaced(drawn));
  take(bars_apart_from_spans(state, drawn));
  Shape shown = shape_;
  shown.scale = static_cast<int>(std::lround(scale_));
  const bool usual = state.text_scale == 100 && !state.presenting && leaves_panels_;
  take(cut_or_small_texts(drawn, shown, usual ? Cuts::none : Cuts::any, own_words(state)));
  take(overlapping_controls(drawn, shown));
  take(overlapping_panels(drawn));
  take(overlapping_texts(drawn));
}

// What the main loop does before each frame.
void Monkey::follow_window() {
  window_.state.closed = false;
  if (leaves_panels_) {
    for (const PanelGroup group : {PanelGroup::side, PanelGroup::bottom, PanelGroup::code}) {
      update(window_.state, command::ResetPanels{group});
    }
  }
  const float content = static_cast<float>(shape_.scale) / 100;
  window_.state.most_text_scale = static_cast<int>(most_scale(shape_.width / content, shape_.height / content));
  const float scale = content * shown_scale(window_.state, shape_.width / content, shape_.height / content);
  if (scale != scale_) window_.use_scale(static_cast<int>(std::lround(scale)));
  scale_ = scale;
}

// Whatever was done: a few times Esc, then Run, by its key or its button, and the run comes to its end.
void Monkey::see_whether_run_runs() {
  for (int i = 0; i < kEscapes; ++i) press({Key::escape});
  const AppState& state = window_.state;
  const auto before = state.run.record;
  if (one_in(2)) {
    press({Key::none, U'r', true, false});
  } else {
    note("click Run");
    window_.click("run"_act);
  }
  if (!broken_.empty()) return;
  if (!state.run.started || state.run.record == before) broken_.emplace_back("Run starts no run");
  *clock_ += kEndOfAnyRun;
  note("until the run has ended");
  window_.pass(1);
  press({Key::end, 0, true});
  if (!state.run.ended) broken_.emplace_back("the run does not come to an end");
  if (!state.run.record->finished()) broken_.emplace_back("a run that has ended has no whole record");
  if (state.run.record->info().tasks.size() != state.scenario().tasks.size()) {
    broken_.emplace_back("the run's record is not of the scenario's tasks");
  }
}

}  // namespace interleave::gui
