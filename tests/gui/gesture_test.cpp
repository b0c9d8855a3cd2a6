// Every row of the table of gestures and keys, done to a window in each of its pictures and seen in what it shows.
#include <array>
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
  bool comparing = false;
  bool presenting = false;
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
          state.menu,
          state.comparing,
          state.presenting};
}

using Press = std::function<void(FinishedRun&)>;
using Effect = std::function<bool(const Seen&, const Seen&)>;

struct Row {
  const char* group;  // the table's row
  const char* sentence;
  Press act;
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

Press key(Key key, bool shift = false) {
  return [=](FinishedRun& window) { window.press(key, shift); };
}
Press with_control(Key key) {
  return [=](FinishedRun& window) { window.press_with_control(key); };
}
Press control_and(char32_t character) {
  return [=](FinishedRun& window) { window.press_key({Key::none, character, true, false}); };
}
Press character_keys(const char* text) {
  return [=](FinishedRun& window) { window.type(text); };
}
Press wheel(float notches) {
  return [=](FinishedRun& window) { window.wheel(window.drawn().lanes.center(), notches); };
}
Press with_shift(Press act) {
  return [=](FinishedRun& window) {
    window.hold_shift(true);
    act(window);
    window.hold_shift(false);
  };
}
Press drag(double from, double to) {
  return [=](FinishedRun& window) { window.drag(window.between_lanes(from), window.between_lanes(to)); };
}

// Shown are seconds 1 to 3 of a pool's run with the playhead at 2 and the first bar of cake selected.
const std::vector<Row>& rows() {
  static const std::vector<Row> rows = {
      {"zoom", "the wheel zooms in at the cursor", wheel(1), zoomed_in},
      {"zoom", "the wheel zooms out", wheel(-1), zoomed_out},
      {"zoom", "Ctrl+wheel zooms in",
       [](FinishedRun& window) {
         window.hold_control(true);
         wheel(1)(window);
         window.hold_control(false);
       },
       zoomed_in},
      {"zoom", "W zooms in", key(Key::position_w), zoomed_in},
      {"zoom", "S zooms out", key(Key::position_s), zoomed_out},
      {"pan", "A pans to the left", key(Key::position_a), went_left},
      {"pan", "D pans to the right", key(Key::position_d), went_right},
      {"pan", "Shift+wheel pans", with_shift(wheel(1)), went_left},
      {"pan", "the horizontal wheel pans",
       [](FinishedRun& window) { window.wheel_across(window.drawn().lanes.center(), 1); }, went_left},
      {"pan", "a right drag pans",
       [](FinishedRun& window) { window.right_drag(window.between_lanes(2.5), window.between_lanes(2)); }, went_right},
      {"pan", "Shift+drag pans", with_shift(drag(2.5, 2)), went_right},
      {"range", "a left drag on the lanes selects a range", drag(1.2, 1.8), changed(&Seen::range)},
      {"range", "Shift+right selects a range by events", key(Key::right, true), changed(&Seen::range)},
      {"range", "R selects the stretch of the selected bar", character_keys("r"), changed(&Seen::range)},
      {"scrub", "a left drag on the axis scrubs",
       [](FinishedRun& window) {
         const float y = window.drawn().axis.center().y;
         window.drag({window.x(1.5), y}, {window.x(2.5), y});
       },
       later},
      {"scrub", "a left drag on the playhead scrubs", drag(2, 1.5), earlier},
      {"details", "a click on a bar selects it",
       [](FinishedRun& window) {
         window.click({window.x(1.5), window.bars(1).at(0).box.center().y});
       },
       changed(&Seen::selection)},
      {"focus", "F centres and zooms on the selected bar", character_keys("f"),
       [](const Seen&, const Seen& after) { return after.begin < 0 && after.begin + after.length < 1.6; }},
      {"fit", "a double click fits all", [](FinishedRun& window) { window.double_click(window.between_lanes(1.5)); },
       whole_run},
      {"fit", "a double click on a bar fits all too",
       [](FinishedRun& window) {
         window.double_click({window.x(1.5), window.bars(1).at(0).box.center().y});
       },
       whole_run},
      {"fit", "0 fits all", character_keys("0"), whole_run},
      {"fit", "Home fits all", key(Key::home), whole_run},
      {"play", "Space plays", key(Key::space), changed(&Seen::playing)},
      {"step", "right steps to the next event", key(Key::right), later},
      {"step", "left steps to the previous event", key(Key::left), earlier},
      {"again", "Ctrl+R runs again", control_and(U'r'), changed(&Seen::started_again)},
      {"ends", "Ctrl+Home goes to the first moment", with_control(Key::home),
       [](const Seen&, const Seen& after) { return after.playhead == Time{}; }},
      {"ends", "Ctrl+End goes to the last moment", with_control(Key::end),
       [](const Seen&, const Seen& after) { return after.playhead >= at(5); }},
      {"spans", "the full stop selects the lane's next span", character_keys("."), changed(&Seen::selection)},
      {"spans", "the comma selects the lane's previous span", character_keys(".,"),
       [](const Seen& before, const Seen& after) { return after.selection == before.selection; }},
      {"clear", "Esc clears the selection", key(Key::escape),
       [](const Seen& before, const Seen& after) { return before.selection && !after.selection; }},
      {"search", "the slash opens the search", character_keys("/"), changed(&Seen::searching)},
      {"mark", "M marks the moment", character_keys("m"), changed(&Seen::marks)},
      {"mode", "1 chooses the first mode", character_keys("1"), changed(&Seen::mode)},
      {"mode", "2 chooses the second mode", character_keys("2"), changed(&Seen::mode)},
      {"mode", "3 chooses the third mode", character_keys("3"), changed(&Seen::mode)},
      {"mode", "4 chooses the fourth mode", character_keys("34"),
       [](const Seen&, const Seen& after) { return after.mode == Mode::pool; }},
      {"workers", "plus adds a worker", character_keys("+"), changed(&Seen::max_workers)},
      {"workers", "minus takes a worker away", character_keys("-"), changed(&Seen::max_workers)},
      {"workers", "the right bracket adds a worker", character_keys("]"), changed(&Seen::max_workers)},
      {"workers", "the left bracket takes a worker away", character_keys("["), changed(&Seen::max_workers)},
      {"text", "Ctrl+plus makes the text larger", control_and(U'+'), changed(&Seen::text_scale)},
      {"text", "Ctrl+minus makes the text smaller", control_and(U'-'), changed(&Seen::text_scale)},
      {"text", "Ctrl+0 makes the text normal again",
       [](FinishedRun& window) {
         window.state.text_scale = 200;
         window.press_key({Key::none, U'0', true, false});
       },
       [](const Seen&, const Seen& after) { return after.text_scale == 100; }},
      {"screen", "F11 takes the whole screen", key(Key::f11), changed(&Seen::full_screen)},
      {"screen", "F5 shows it to a hall", key(Key::f5), changed(&Seen::presenting)},
      {"help", "the question mark opens the help", character_keys("?"), changed(&Seen::menu)},
  };
  return rows;
}

enum class Picture : std::uint8_t { by_task, by_worker, compared, presented };
constexpr std::array kPictures = {Picture::by_task, Picture::by_worker, Picture::compared, Picture::presented};

// Shown are seconds 1 to 3 of a pool's run with the playhead at 2 and a bar selected that ends at 1.
struct Prepared : FinishedRun {
  explicit Prepared(Picture picture = Picture::by_task) : FinishedRun(Mode::pool) {
    if (picture == Picture::by_worker) update(state, command::SetView{View::by_worker});
    if (picture == Picture::compared) {
      resize(1920, 1080);  // all lanes are in sight
      update(state, command::SetComparing{Comparing::yes});
    }
    if (picture == Picture::presented) update(state, command::TogglePresentation{});
    update(state, command::MovePlayhead{at(2)});
    update(state, command::ShowRange{{1, 3}});
    const auto compared = picture == Picture::compared ? std::optional(Mode::pool) : std::nullopt;
    update(state, command::SelectSpan{task_id(picture == Picture::by_worker ? 0 : 2), 0, compared});
    frame();
    frame();
  }
};

void check_row_of_table(std::string_view group) {
  int checked = 0;
  for (const Row& row : rows()) {
    if (row.group != group) continue;
    ++checked;
    for (Picture picture : kPictures) {
      CAPTURE(std::string(row.sentence));
      CAPTURE(static_cast<int>(picture));
      Prepared window(picture);
      const Seen before = seen(window.state);
      row.act(window);
      CHECK(row.effect(before, seen(window.state)));
    }
  }
  CHECK(checked > 0);
}

}  // namespace

TEST_CASE("wheel, Ctrl+wheel, W and S zoom in every picture") { check_row_of_table("zoom"); }
TEST_CASE("A, D, Shift+wheel, the horizontal wheel, a right drag and Shift+drag pan in every picture") {
  check_row_of_table("pan");
}
TEST_CASE("a left drag on the lanes selects a range in every picture, and keys do too") { check_row_of_table("range"); }
TEST_CASE("a left drag on the time axis or the playhead scrubs in every picture") { check_row_of_table("scrub"); }
TEST_CASE("a click on a bar selects it in every picture") { check_row_of_table("details"); }
TEST_CASE("F centres the selected bar and zooms on it in every picture") { check_row_of_table("focus"); }
TEST_CASE("a double click, 0 and Home show the whole run in every picture") { check_row_of_table("fit"); }
TEST_CASE("Space plays in every picture") { check_row_of_table("play"); }
TEST_CASE("the right and left arrows step from event to event in every picture") { check_row_of_table("step"); }
TEST_CASE("Ctrl+R runs again in every picture") { check_row_of_table("again"); }
TEST_CASE("Ctrl+Home and Ctrl+End go to the first and the last moment in every picture") { check_row_of_table("ends"); }
TEST_CASE("full stop and comma walk along the lane's spans in every picture") { check_row_of_table("spans"); }
TEST_CASE("Esc clears the selection in every picture") { check_row_of_table("clear"); }
TEST_CASE("the slash searches in every picture") { check_row_of_table("search"); }
TEST_CASE("M marks the moment in every picture") { check_row_of_table("mark"); }
TEST_CASE("1 2 3 4 choose the mode in every picture") { check_row_of_table("mode"); }
TEST_CASE("plus, minus and the brackets change the workers in every picture") { check_row_of_table("workers"); }
TEST_CASE("Ctrl with plus, minus and 0 change the size of the text in every picture") { check_row_of_table("text"); }
TEST_CASE("F11 and F5 take the whole screen and the hall's layout in every picture") { check_row_of_table("screen"); }
TEST_CASE("the question mark opens the help in every picture") { check_row_of_table("help"); }

TEST_CASE("a selected stretch says what happened in it, in every picture") {
  for (Picture picture : kPictures) {
    CAPTURE(static_cast<int>(picture));
    Prepared window(picture);
    drag(1.2, 1.8)(window);
    window.frame();
    CHECK(window.shows("FROM 1.20 s TO 1.80 s"));
    CHECK(window.shows(picture == Picture::compared ? "cake waited" : "work done"));
  }
}

TEST_CASE("a match is selected where it is seen, also among compared modes") {
  Prepared window(Picture::compared);
  window.type("/food");
  window.press(Key::enter);
  REQUIRE(window.state.selection);
  CHECK(window.state.selection->compared == Mode::pool);
}

TEST_CASE("E goes from a waiting span to the one that it waits for, and so does Enter in the panel that says why") {
  Prepared window;
  window.type("e");
  CHECK(window.state.selection->task == task_id(0));
  Prepared by_panel;
  while (by_panel.state.focused_panel != Panel::now) by_panel.press(Key::f6);
  by_panel.press(Key::enter);
  CHECK(by_panel.state.selection->task == task_id(0));
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
  CHECK(window.state.search.field.text() == "w q");
}

}  // namespace interleave::gui
