#include "app/gui/model/state/settings.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/update/apply_settings.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/fake_session.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

Settings unlike_the_default() {
  Settings settings;
  settings.theme = ThemeName::contrast;
  settings.text_scale = 150;
  settings.reduced_motion = true;
  settings.hints.used = {1, 0, 1, 0, 0};
  settings.hints.dismissed = true;
  settings.width = 1600;
  settings.height = 900;
  settings.full_screen = true;
  settings.panels.set(PanelGroup::side, {0.25F, false});
  settings.panels.set(PanelGroup::bottom, {0.5F, true});
  settings.panels.set(PanelGroup::code, {0.75F, false});
  settings.view = View::by_worker;
  settings.comparing = true;
  settings.exporting = {ExportKind::trace, 4, "/home/\"me\"/pictures"};
  settings.scenario = "/home/\"me\"/caf\xC3\xA9.json";
  settings.mode = Mode::pool;
  settings.max_workers = 7;
  settings.lessons_done = {"start-here", "caf\xC3\xA9"};
  return settings;
}

std::string errors_of_settings(std::string_view text) {
  const auto settings = read_settings(text, "settings.json");
  return settings ? "" : to_string(settings.error());
}

}  // namespace

TEST_CASE("settings are read back as they were written") {
  for (const Settings& settings : {Settings{}, unlike_the_default()}) {
    const auto read = read_settings(settings_text(settings), "settings.json");
    REQUIRE(read);
    CHECK(read.value() == settings);
  }
}

TEST_CASE("a file that says nothing but its version is all defaults") {
  const auto read = read_settings(R"({"interleave_settings": 1})", "settings.json");
  REQUIRE(read);
  CHECK(read.value() == Settings{});
}

TEST_CASE("a file of settings that is broken, cut off, of a newer version or none of ours says so and where") {
  const auto begins = [](const std::string& text, const std::string& beginning) { return text.starts_with(beginning); };
  CHECK(begins(errors_of_settings(""), "settings.json:1:1: "));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "theme")"), "settings.json:1:35: "));
  CHECK(begins(errors_of_settings("[]"), "settings.json:1:1: the settings are an object, {...}, and not a list"));
  CHECK(begins(errors_of_settings("{}"), "settings.json:1:1: these are no settings of Interleave"));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 2, "colour": "blue"})"),
               "settings.json:1:25: these settings are of version 2, and this program knows version 1"));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": "1"})"), "settings.json:1:25: "));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "theme": "drak"})"),
               R"(settings.json:1:37: "theme" is one of "dark", "light", "contrast", and not the text "drak"; did you )"
               R"(mean "dark"?)"));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "thme": "dark"})"),
               R"(settings.json:1:28: unknown key "thme"; did you mean "theme"?)"));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "width": 1e99})"), "settings.json:1:37: "));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "side": {"share": 2}})"), "settings.json:1:46: "));
  CHECK(begins(errors_of_settings(R"({"interleave_settings": 1, "known": ["zoom", "fly"]})"), "settings.json:1:46: "));
}

TEST_CASE("every prefix of a file of settings but the whole is told to be broken") {
  const std::string text = settings_text(unlike_the_default());
  const std::size_t end = text.rfind('}');
  for (std::size_t length = 0; length <= end; ++length) {
    CAPTURE(length);
    CHECK_FALSE(read_settings(std::string_view(text).substr(0, length), "settings.json"));
  }
}

TEST_CASE("what is set in a window is what the next one begins with") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::NextTheme{});
  update(state, command::ChangeTextScale{+2});
  update(state, command::SetView{View::by_worker});
  update(state, command::ResizePanels{PanelGroup::bottom, 0.4F});
  update(state, command::SetMode{Mode::pool});
  update(state, command::ChangeMaxWorkers{+1});
  update(state, command::OpenMenu{Menu::help});
  update(state, command::PickExport{ExportKind::trace});
  const Settings settings = settings_of(state);
  AppState next = make_app(real_engine(), only("coffee-shop"));
  apply(settings, next);
  apply_to_run(settings, next);
  CHECK(settings_of(next) == settings);
  CHECK(next.theme == state.theme);
  CHECK(next.exporting.kind == ExportKind::trace);
  CHECK(next.panels.of(PanelGroup::bottom).share == doctest::Approx(0.4));
  CHECK(next.settings.mode == Mode::pool);
  CHECK(next.settings.max_workers == state.settings.max_workers);
  CHECK(next.hints.used == std::array<int, kHints>{0, 0, 0, 0, 1});
}

TEST_CASE("a text size that is not offered becomes the next one that is") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  Settings settings = settings_of(state);
  for (const auto& [asked, shown] : {std::pair{60, 75}, {100, 100}, {399, 400}, {50, 50}}) {
    settings.text_scale = asked;
    apply(settings, state);
    CHECK(state.text_scale == shown);
  }
}

}  // namespace interleave::gui
