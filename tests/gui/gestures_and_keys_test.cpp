// Every row of the table of gestures and keys, done to a window and seen in what it shows.
#include <doctest/doctest.h>
#include <functional>

#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

// What navigation changes.
struct Seen {
  double begin = 0;
  double length = 0;
  Time playhead{};
  bool playing = false;
  bool started_again = false;
  std::optional<Selection> selection;
  std::optional<SelectedRange> range;
  Mode mode{};
  int max_workers = 0;
  int text_scale = 0;
  bool full_screen = false;
  bool searching = false;
  std::size_t marks = 0;
  Menu menu{};
};

Seen seen(const AppState& state) {
  const TimeRange view = state.viewport.target();
  return {view.begin,
          view.length(),
          state.playhead,
          state.playing,
          !state.run.ended,
          state.selection,
          state.selected_range,
          state.settings.mode,
          state.settings.max_workers,
          state.text_scale,
          state.full_screen,
          state.search.open,
          state.marks.all.size(),
          state.menu};
}

using Act = std::function<void(FinishedRun&)>;
using Effect = std::function<bool(const Seen&, const Seen&)>;

struct Row {
  const char* sentence;
  Act act;
  Effect effect;
};

bool zoomed_in(const Seen& before, const Seen& after) { return after.length < before.length; }
bool zoomed_out(const Seen& before, const Seen& after) { return after.length > before.length; }
bool went_left(const Seen& before, const Seen& after) { return after.begin < before.begin; }
bool went_right(const Seen& before, const Seen& after) { return after.begin > before.begin; }
bool whole_run(const Seen& before, const Seen& after) { return before.length < 3 && after.length > 5; }
bool later(const Seen& before, const Seen& after) { return after.playhead > before.playhead; }
bool earlier(const Seen& before, const Seen& after) { return after.playhead < before.playhead; }
Effect changed(auto member) {
  return [member](const Seen& before, const Seen& after) { return !(before.*member == after.*member); };
}

Act key(Key key, bool shift = false) {
  return [=](FinishedRun& window) { window.press(key, shift); };
}
Act with_control(Key key) {
  return [=](FinishedRun& window) { window.press_with_control(key); };
}
Act control_and(char32_t character) {
  return [=](FinishedRun& window) { window.press_key({Key::none, character, true, false}); };
}
Act typed(const char* text) {
  return [=](FinishedRun& window) { window.type(text); };
}
Act wheel(float notches) {
  return [=](FinishedRun& window) { window.wheel(window.drawn().lanes.center(), notches); };
}
Act with_shift(Act act) {
  return [=](FinishedRun& window) {
    window.hold_shift(true);
    act(window);
    window.hold_shift(false);
  };
}
Act drag(double from, double to) {
  return [=](FinishedRun& window) { window.drag(window.between_lanes(from), window.between_lanes(to)); };
}

// Shown are seconds 1 to 3 of a pool's run with the playhead at 2 and the first bar of cake selected.
const std::vector<Row>& rows() {
  static const std::vector<Row> rows = {
      {"the wheel zooms in at the cursor", wheel(1), zoomed_in},
      {"the wheel zooms out", wheel(-1), zoomed_out},
      {"Ctrl+wheel zooms in",
       [](FinishedRun& window) {
         window.hold_control(true);
         wheel(1)(window);
         window.hold_control(false);
       },
       zoomed_in},
      {"W zooms in", key(Key::position_w), zoomed_in},
      {"S zooms out", key(Key::position_s), zoomed_out},
      {"A pans to the left", key(Key::position_a), went_left},
      {"D pans to the right", key(Key::position_d), went_right},
      {"Shift+wheel pans", with_shift(wheel(1)), went_left},
      {"the horizontal wheel pans", [](FinishedRun& window) { window.wheel_across(window.drawn().lanes.center(), 1); },
       went_left},
      {"a right drag pans",
       [](FinishedRun& window) { window.right_drag(window.between_lanes(2.5), window.between_lanes(2)); }, went_right},
      {"Shift+drag pans", with_shift(drag(2.5, 2)), went_right},
      {"a left drag on the lanes selects a range", drag(1.2, 1.8), changed(&Seen::range)},
      {"Shift+right selects a range by events", key(Key::right, true), changed(&Seen::range)},
      {"R selects the stretch of the selected bar", typed("r"), changed(&Seen::range)},
      {"a left drag on the axis scrubs",
       [](FinishedRun& window) {
         const float y = window.drawn().axis.center().y;
         window.drag({window.x(1.5), y}, {window.x(2.5), y});
       },
       later},
      {"a left drag on the playhead scrubs", drag(2, 1.5), earlier},
      {"a click on a bar selects it",
       [](FinishedRun& window) {
         window.click({window.x(1.5), window.bars(1).at(0).box.center().y});
       },
       changed(&Seen::selection)},
      {"F centres and zooms on the selected bar", typed("f"),
       [](const Seen&, const Seen& after) { return after.begin < 0 && after.begin + after.length < 1.6; }},
      {"a double click fits all", [](FinishedRun& window) { window.double_click(window.between_lanes(1.5)); },
       whole_run},
      {"a double click on a bar fits all too",
       [](FinishedRun& window) {
         window.double_click({window.x(1.5), window.bars(1).at(0).box.center().y});
       },
       whole_run},
      {"0 fits all", typed("0"), whole_run},
      {"Home fits all", key(Key::home), whole_run},
      {"Space plays", key(Key::space), changed(&Seen::playing)},
      {"right steps to the next event", key(Key::right), later},
      {"left steps to the previous event", key(Key::left), earlier},
      {"Ctrl+R runs again", control_and(U'r'), changed(&Seen::started_again)},
      {"Ctrl+Home goes to the first moment", with_control(Key::home),
       [](const Seen&, const Seen& after) { return after.playhead == Time{}; }},
      {"Ctrl+End goes to the last moment", with_control(Key::end),
       [](const Seen&, const Seen& after) { return after.playhead == at(5); }},
      {"the full stop selects the lane's next span", typed("."),
       [](const Seen&, const Seen& after) {
         return after.selection == Selection{task_id(2), 1};
       }},
      {"the comma selects the lane's previous span", typed(".,"),
       [](const Seen&, const Seen& after) {
         return after.selection == Selection{task_id(2), 0};
       }},
      {"Esc clears the selection", key(Key::escape),
       [](const Seen& before, const Seen& after) { return before.selection && !after.selection; }},
      {"the slash opens the search", typed("/"), changed(&Seen::searching)},
      {"M marks the moment", typed("m"), changed(&Seen::marks)},
      {"1 chooses the first mode", typed("1"), changed(&Seen::mode)},
      {"2 chooses the second mode", typed("2"), changed(&Seen::mode)},
      {"3 chooses the third mode", typed("3"), changed(&Seen::mode)},
      {"4 chooses the fourth mode", typed("34"),
       [](const Seen&, const Seen& after) { return after.mode == Mode::pool; }},
      {"plus adds a worker", typed("+"), changed(&Seen::max_workers)},
      {"minus takes a worker away", typed("-"), changed(&Seen::max_workers)},
      {"the right bracket adds a worker", typed("]"), changed(&Seen::max_workers)},
      {"the left bracket takes a worker away", typed("["), changed(&Seen::max_workers)},
      {"Ctrl+plus makes the text larger", control_and(U'+'), changed(&Seen::text_scale)},
      {"Ctrl+minus makes the text smaller", control_and(U'-'), changed(&Seen::text_scale)},
      {"Ctrl+0 makes the text normal again",
       [](FinishedRun& window) {
         window.state.text_scale = 200;
         window.press_key({Key::none, U'0', true, false});
       },
       [](const Seen&, const Seen& after) { return after.text_scale == 100; }},
      {"F11 takes the whole screen", key(Key::f11), changed(&Seen::full_screen)},
      {"the question mark opens the help", typed("?"), changed(&Seen::menu)},
  };
  return rows;
}

struct Prepared : FinishedRun {
  Prepared() : FinishedRun(Mode::pool) {
    update(state, command::MovePlayhead{at(2)});
    update(state, command::ShowRange{{1, 3}});
    update(state, command::SelectSpan{task_id(2), 0});
    frame();
  }
};

}  // namespace

TEST_CASE("every row of the table of gestures and keys has its effect") {
  for (const Row& row : rows()) {
    CAPTURE(std::string(row.sentence));
    Prepared window;
    const Seen before = seen(window.state);
    row.act(window);
    CHECK(row.effect(before, seen(window.state)));
  }
}

TEST_CASE("zooming and panning by keys is faster with Shift") {
  const auto length_after = [](bool shift) {
    Prepared window;
    window.press(Key::position_w, shift);
    return window.state.viewport.target().length();
  };
  const auto begin_after = [](bool shift) {
    Prepared window;
    window.press(Key::position_d, shift);
    return window.state.viewport.target().begin;
  };
  CHECK(length_after(true) < length_after(false));
  CHECK(begin_after(true) > begin_after(false));
}

TEST_CASE("no key acts while text is being typed, but for the size of the text and the whole screen") {
  for (const char* opening : {"/", "m"}) {
    for (const Row& row : rows()) {
      CAPTURE(std::string(row.sentence));
      Prepared window;
      window.type(opening);
      const Seen before = seen(window.state);
      const bool is_key = std::string_view(row.sentence).find("drag") == std::string_view::npos &&
                          std::string_view(row.sentence).find("click") == std::string_view::npos &&
                          std::string_view(row.sentence).find("heel") == std::string_view::npos &&
                          std::string_view(row.sentence).find("Esc") == std::string_view::npos;
      if (!is_key) continue;
      row.act(window);
      const Seen after = seen(window.state);
      CHECK(after.begin == before.begin);
      CHECK(after.length == before.length);
      CHECK(after.playhead == before.playhead);
      CHECK(after.playing == before.playing);
      CHECK(after.selection == before.selection);
      CHECK(after.range == before.range);
      CHECK(after.mode == before.mode);
      CHECK(after.max_workers == before.max_workers);
      CHECK(after.marks == before.marks);
      CHECK(after.menu == before.menu);
    }
  }
}

TEST_CASE("a key with a place types its character where text is being typed") {
  Prepared window;
  window.type("/");
  window.press_key({Key::position_w, U'w', false, false});
  window.press_key({Key::space, U' ', false, false});
  window.press_key({Key::position_a, U'q', false, false});  // as on a French keyboard
  CHECK(window.state.search.field.text == "w q");
}

}  // namespace interleave::gui
