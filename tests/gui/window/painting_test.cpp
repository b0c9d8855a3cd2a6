#include "app/gui/platform/painting.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "app/gui/platform/real_files.h"
#include "app/gui/views/drawing/theme.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "tests/gui/window/picture.h"

namespace interleave::gui {

namespace {

constexpr const char* kWithinDisplay = "INTERLEAVE_TEST_WITHIN_DISPLAY";
constexpr const char* kPaintingCase = "a picture of the real window*";  // a comma would end it
constexpr const char* kNamesCase = "ten names in ten scripts are ten pictures*";

// Runs this program's case of that name, or pattern, once more, on a display of its own.
int run_on_display(const std::string& test_case) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  const std::string command = std::string(INTERLEAVE_XVFB_RUN) + " -a -s '-screen 0 1280x1024x24' env " +
                              kWithinDisplay + "=1 '" + self + "' '--test-case=" + test_case + "'";
  return WEXITSTATUS(std::system(command.c_str()));
}

std::vector<ScenarioEntry> scenario_from(std::string_view text) {
  auto loaded = load_scenario(text, "test");
  return {{"test", std::make_shared<const Scenario>(std::move(loaded).value())}};
}

std::vector<ScenarioEntry> coffee_shop() { return scenario_from(find_built_in("coffee-shop")->text); }

std::vector<ScenarioEntry> ten_scripts() {
  std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/gui/ten_scripts.json");
  return scenario_from(std::string(std::istreambuf_iterator<char>(file), {}));
}

// The real window with a finished run, drawn once; it paints as the program's own does.
struct PaintedWindow {
  Graphics graphics;
  AppState state;
  Screen screen;
  Fonts fonts;
  Frame frame;

  explicit PaintedWindow(Graphics opened, std::vector<ScenarioEntry> scenarios = coffee_shop())
      : graphics(std::move(opened)), state(make_app(real_engine(), std::move(scenarios))) {
    graphics.start_imgui();
    fonts = graphics.use_fonts(1);
    state.files = real_files();
    state.paint = [this](int times) { return paint_window(state, {screen, frame.drawn.texts, fonts.scale}, times); };
    update(state, command::SetMode{Mode::threads});
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    draw();
  }
  void draw() {
    graphics.present([&] { frame = screen.draw(state, fonts); });
  }
  // As by hand, with the dialogs over the window that are to be no part of the picture.
  Picture exported(int times, const std::filesystem::path& file) {
    std::filesystem::remove(file);
    update(state, command::OpenExport{});
    update(state, command::SetPictureTimes{times});
    draw();
    update(state, command::AcceptExport{});
    REQUIRE(state.dialog);
    state.dialog->name = TextEdit(file.string());
    draw();
    update(state, command::AcceptDialog{});
    draw();
    auto picture = read_png(file);
    std::filesystem::remove(file);
    REQUIRE(picture);
    return std::move(*picture);
  }
};

std::size_t pixels_with(const Picture& picture, Color color) {
  std::size_t count = 0;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      if (picture.has(x, y, color)) ++count;
    }
  }
  return count;
}

// What the pixels of a part of the picture are, for comparison.
std::string pixels_within(const Picture& picture, Rect box) {
  std::string pixels;
  for (int y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
    const auto row = picture.pixels.begin() + 3 * (static_cast<std::ptrdiff_t>(y) * picture.width);
    pixels.append(row + 3 * static_cast<std::ptrdiff_t>(box.left), row + 3 * static_cast<std::ptrdiff_t>(box.right));
  }
  return pixels;
}

// The first name of the table, so far right that all names are within.
std::set<std::string> pictures_of_names(const PaintedWindow& window, const Picture& picture) {
  std::set<std::string> pictures;
  for (const Task& task : window.state.scenario().tasks) {
    for (const DrawnText& text : window.frame.drawn.texts) {
      if (text.text != task.name) continue;
      pictures.insert(pixels_within(picture, {text.box.left, text.box.top, text.box.left + 90, text.box.bottom}));
      break;
    }
  }
  return pictures;
}

}  // namespace

TEST_CASE("ten names in ten scripts are ten pictures in the real window and its export") {
  if (std::getenv(kWithinDisplay) == nullptr) {
    if (std::string_view(INTERLEAVE_XVFB_RUN).find("NOTFOUND") != std::string_view::npos) {
      std::cout << "skipped: no Xvfb" << std::endl;
      return;
    }
    CHECK(run_on_display(kNamesCase) == 0);
    return;
  }
  auto graphics = Graphics::open({1280, 960}, Visibility::hidden);
  REQUIRE(graphics);
  PaintedWindow window(std::move(graphics).value(), ten_scripts());
  const auto shown = Graphics::render({1280, 960}, [&] { window.screen.draw(window.state, window.fonts); });
  REQUIRE(shown);
  const auto file = std::filesystem::temp_directory_path() / ("interleave-names-" + std::to_string(getpid()) + ".png");
  const Picture once = window.exported(1, file);
  CHECK(once.pixels == shown.value());
  CHECK(pictures_of_names(window, once).size() == 10);
  CHECK(window.exported(2, file).width == 2560);
}

TEST_CASE("a picture of the real window has its colours, and at 2x twice the pixels each way") {
  if (std::getenv(kWithinDisplay) == nullptr) {
    if (std::string_view(INTERLEAVE_XVFB_RUN).find("NOTFOUND") != std::string_view::npos) {
      std::cout << "skipped: no Xvfb" << std::endl;
      return;
    }
    CHECK(run_on_display(kPaintingCase) == 0);
    return;
  }
  auto graphics = Graphics::open({1280, 720}, Visibility::hidden);
  REQUIRE(graphics);
  PaintedWindow window(std::move(graphics).value());
  const auto file =
      std::filesystem::temp_directory_path() / ("interleave-painting-" + std::to_string(getpid()) + ".png");
  // The window itself, as it stands there now.
  const auto shown = Graphics::render({1280, 720}, [&] { window.screen.draw(window.state, window.fonts); });
  REQUIRE(shown);
  const Picture once = window.exported(1, file);
  const Picture twice = window.exported(2, file);
  CHECK(once.width == 1280);
  CHECK(once.height == 720);
  CHECK(once.pixels == shown.value());
  CHECK(twice.width == 2560);
  CHECK(twice.height == 1440);
  const Theme& theme = theme_named(ThemeName::dark);
  for (std::size_t task = 0; task < 3; ++task) {
    const auto few = pixels_with(once, task_line_color(theme, task));
    CHECK(few > 2000);
    CHECK(pixels_with(twice, task_line_color(theme, task)) > 3 * few);
  }
  CHECK(twice.has(2559, 1439, theme.bar));  // the far corner: the status line's ground

  // What is too large is told, and the window goes on as before.
  const int most = Graphics::most_pixels();
  const auto too_large = Graphics::render({most + 1, 100}, [] {});
  REQUIRE_FALSE(too_large);
  CHECK(too_large.error().find("larger than the graphics here can draw") != std::string::npos);
  const auto again = Graphics::render({1280, 720}, [&] {
    window.state.notice.reset();
    window.screen.draw(window.state, window.fonts);
  });
  REQUIRE(again);
  CHECK(again.value() == shown.value());
}

}  // namespace interleave::gui
