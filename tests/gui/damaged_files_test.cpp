// A file that cannot be read as what it is said to be: the window says why, leaves it alone and goes on.
#include <doctest/doctest.h>

#include "app/gui/model/files/recorded_run.h"
#include "app/gui/model/update/save_file.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

constexpr const char* kDamaged = "/home/lessons/damaged.json";
constexpr const char* kNewer = "/home/runs/newer.interleave";
constexpr std::size_t kVersionByte = 8;  // of a recording: behind its eight letters

// Opens it, and then runs what was there before.
void check_refused(Desk& desk, const std::string& path, std::string_view reason) {
  const std::string before = desk.files->files[path].text;
  desk.open(path);
  REQUIRE(desk.state.dialog);
  CHECK(desk.shows(reason));
  CHECK(desk.files->files[path].text == before);
  desk.press(Key::escape);
  CHECK_FALSE(desk.state.dialog);
  CHECK(desk.title() == "Two downloads");
  desk.click("run"_act);
  CHECK(desk.state.run.started);
}

}  // namespace

TEST_CASE("a scenario of a newer version is refused by its version, and the window goes on") {
  Desk desk;
  desk.files->put(kDamaged, R"({"interleave": 2, "title": "Tomorrow", "tasks": []})");
  check_refused(desk, kDamaged, "format version 2");
}

TEST_CASE("a scenario that ends anywhere before its end is refused with a place, and the window goes on") {
  const std::string whole = shop_text();
  const std::size_t last_brace = whole.find_last_of('}');
  for (std::size_t end = 0; end <= last_brace; end += 37) {
    CAPTURE(end);
    Desk desk;
    desk.files->put(kDamaged, whole.substr(0, end));
    check_refused(desk, kDamaged, "line ");
  }
}

TEST_CASE("a scenario of bytes that are no text is refused, and the window goes on") {
  Desk desk;
  desk.files->put(kDamaged, std::string("\0\1\xff\xfe{\x80", 6));
  check_refused(desk, kDamaged, "line ");
}

TEST_CASE("a recording of a newer version is refused as one, and the window goes on") {
  Desk desk;
  update(desk.state, command::Run{});
  desk.pass(100);
  std::string bytes = recording_of_run(desk.state);
  REQUIRE(bytes.size() > kVersionByte);
  ++bytes[kVersionByte];
  desk.files->put(kNewer, bytes);
  check_refused(desk, kNewer, "newer version");
}

}  // namespace interleave::gui
