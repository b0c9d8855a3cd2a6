#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "app/gui/model/gallery.h"
#include "app/gui/model/state/theme_name.h"
#include "app/gui/views/drawing/theme.h"
#include "tests/gui/window/picture.h"

namespace interleave::gui {

namespace {

struct Ending {
  int exit_code = -1;
  std::filesystem::path picture;
};

// Runs the program under Xvfb; its picture is in a file that the next call replaces.
Ending take_picture(const std::string& options) {
  Ending ending;
  ending.picture = std::filesystem::temp_directory_path() / ("interleave-window-" + std::to_string(getpid()) + ".png");
  std::filesystem::remove(ending.picture);
  const std::string command = std::string(INTERLEAVE_XVFB_RUN) +
                              " -a -s '-screen 0 1280x1024x24' '" INTERLEAVE_WINDOW "' --screenshot '" +
                              ending.picture.string() + "' " + options;
  ending.exit_code = WEXITSTATUS(std::system(command.c_str()));
  return ending;
}

// What a command says on standard error.
struct Said {
  int exit_code = -1;
  std::string text;

  bool has(std::string_view part) const { return text.find(part) != text.npos; }
};

Said said_by(const std::string& command) {
  const auto path = std::filesystem::temp_directory_path() / ("interleave-said-" + std::to_string(getpid()));
  Said said;
  said.exit_code = WEXITSTATUS(std::system((command + " 2>'" + path.string() + "'").c_str()));
  std::ifstream file(path);
  said.text.assign(std::istreambuf_iterator<char>(file), {});
  std::filesystem::remove(path);
  return said;
}

bool no_xvfb() {
  if (std::string_view(INTERLEAVE_XVFB_RUN).find("NOTFOUND") == std::string_view::npos) return false;
  std::cout << "skipped: no Xvfb" << std::endl;
  return true;
}

// How many pixels within the timeline have that colour.
std::size_t pixels_of(const Picture& picture, Color color) {
  std::size_t count = 0;
  for (int y = picture.height / 8; y < picture.height * 5 / 8; ++y) {
    for (int x = picture.width * 3 / 10; x < picture.width; ++x) {
      if (picture.has(x, y, color)) ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("the real window draws a bar of each task's colour, in both themes") {
  if (no_xvfb()) return;
  for (ThemeName name : {ThemeName::dark, ThemeName::light}) {
    const std::string theme = name == ThemeName::dark ? "dark" : "light";
    const Ending ending = take_picture("--size 1600x900 --mode threads --theme " + theme + " coffee-shop");
    REQUIRE(ending.exit_code == 0);
    const auto picture = read_png(ending.picture);
    REQUIRE(picture);
    CHECK(picture->width == 1600);
    CHECK(picture->height == 900);
    for (std::size_t task = 0; task < 3; ++task) {
      CHECK(pixels_of(*picture, task_line_color(theme_named(name), task)) > 2000);
    }
    CHECK(pixels_of(*picture, task_line_color(theme_named(name), 6)) == 0);
    std::filesystem::remove(ending.picture);
  }
}

TEST_CASE("a picture may be larger than the display") {
  if (no_xvfb()) return;
  const Ending ending = take_picture("--size 3840x2160 --scale 200 downloads");
  REQUIRE(ending.exit_code == 0);
  const auto picture = read_png(ending.picture);
  REQUIRE(picture);
  CHECK(picture->width == 3840);
  // The far corner is drawn on as well: the status line's ground, not black.
  CHECK(picture->has(3839, 2159, theme_named(ThemeName::dark).bar));
  std::filesystem::remove(ending.picture);
}

TEST_CASE("bad usage and scenarios that are none end with 2, and no picture is written") {
  if (no_xvfb()) return;
  for (const char* options : {"--mode nonsense coffee-shop", "--size 1x1 coffee-shop", "no-such-scenario"}) {
    CAPTURE(options);
    const Ending ending = take_picture(std::string(options) + " 2>/dev/null");
    CHECK(ending.exit_code == 2);
    CHECK_FALSE(std::filesystem::exists(ending.picture));
  }
}

TEST_CASE("without a display the program says so and ends with 3") {
  const int status = std::system("env -u DISPLAY -u WAYLAND_DISPLAY '" INTERLEAVE_WINDOW "' coffee-shop 2>/dev/null");
  CHECK(WEXITSTATUS(status) == 3);
}

TEST_CASE("on a display without OpenGL 3.3 the program says what helps, and ends with 4") {
  if (no_xvfb()) return;
  const Said said = said_by(std::string(INTERLEAVE_XVFB_RUN) +
                            " -a -s '-screen 0 1280x1024x24 -extension GLX' '" INTERLEAVE_WINDOW "' coffee-shop");
  CHECK(said.exit_code == 4);
  CHECK(said.has("no OpenGL 3.3"));
  CHECK(said.has("LIBGL_ALWAYS_SOFTWARE=1 interleave"));
  CHECK(said.has("interleave-cli run"));
  CHECK_FALSE(said.has("no display"));
}

TEST_CASE("a wrong option is answered with what it takes, in the words of the command line") {
  const auto answer = [](const std::string& options) { return said_by("'" INTERLEAVE_WINDOW "' " + options); };
  CHECK(answer("--mode poll")
            .has(R"(--mode: "poll" is none of sequential, coroutine, threads, pool, processes; did you mean pool?)"));
  CHECK(answer("--scale 20").has(R"(--scale: "20" is not a whole number from 50 to 400)"));
  CHECK(answer("--max-workers 0").has(R"(--max-workers: "0" is not a whole number from 1 to 1024)"));
  CHECK(answer("--at soon").has(R"(--at: "soon" is not a number from 0 to 10000000000)"));
  CHECK(answer("--gallery a --screenshot b").has("--screenshot and --gallery do not go together"));
  CHECK(answer("--colour").has(R"("--colour": no such option)"));
  CHECK(answer("--mode").has("--mode: its value is missing"));
  CHECK(answer("one two").has(R"("two": one argument too many)"));
}

TEST_CASE("the gallery is written whole, and no two of its pictures are the same") {
  if (no_xvfb()) return;
  const auto folder = std::filesystem::temp_directory_path() / ("interleave gallery " + std::to_string(getpid()));
  const std::string command = std::string(INTERLEAVE_XVFB_RUN) +
                              " -a -s '-screen 0 1280x1024x24' '" INTERLEAVE_WINDOW "' --gallery '" + folder.string() +
                              "' >/dev/null";
  REQUIRE(WEXITSTATUS(std::system(command.c_str())) == 0);
  std::set<std::vector<unsigned char>> different;
  for (const GalleryPicture& picture : gallery()) {
    CAPTURE(picture.name);
    const auto png = read_png(folder / (std::string(picture.name) + ".png"));
    REQUIRE(png);
    CHECK(png->width == 1600);
    different.insert(png->pixels);
  }
  CHECK(different.size() == gallery().size());
  CHECK(std::filesystem::exists(folder / "README.md"));
  std::filesystem::remove_all(folder);
}

}  // namespace interleave::gui
