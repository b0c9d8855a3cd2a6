// PNG files beside a lesson, on its slides.
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "app/gui/platform/png.h"
#include "app/gui/platform/real_files.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

namespace {

struct LessonFolder {
  LessonFolder() { std::filesystem::create_directories(path); }
  ~LessonFolder() { std::filesystem::remove_all(path); }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
  }

  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("interleave-lesson-pictures-" + std::to_string(getpid()));
};

constexpr const char* kShowsCooks = "---\ntitle: Cooks\n---\n\n# Two cooks\n\n![Two cooks at an oven](cooks.png)\n";

std::string png_of_size(int width, int height) {
  const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  return png_of(std::vector<unsigned char>(bytes, 128), {width, height});
}

Rect shown_picture(const LessonFolder& folder, float width, float height) {
  LessonWindow window("coffee-shop");
  window.resize(width, height);
  window.state.files = real_files();
  update(window.state, command::OpenLesson{(folder.path / "cooks.lesson.md").string()});
  window.frame();
  CHECK(window.reads("Two cooks"));
  return window.drawn().pictures.empty() ? Rect{} : window.drawn().pictures.front();
}

}  // namespace

TEST_CASE("a picture beside a lesson is on its slide, as large as it is, and no larger than there is room for") {
  const LessonFolder folder;
  folder.put("cooks.lesson.md", kShowsCooks);
  folder.put("cooks.png", png_of_size(300, 200));
  const Rect small = shown_picture(folder, 1280, 720);
  CHECK(small.width() == doctest::Approx(300));
  CHECK(small.height() == doctest::Approx(200));
  folder.put("cooks.png", png_of_size(6000, 100));
  const Rect wide = shown_picture(folder, 1280, 720);
  CHECK(wide.right < 1280);
  CHECK(wide.width() / wide.height() == doctest::Approx(60).epsilon(0.1));
}

TEST_CASE("where a picture cannot be shown its description stands for it") {
  const LessonFolder folder;
  folder.put("cooks.lesson.md", kShowsCooks);
  for (const char* const bytes : {"", "no picture"}) {
    folder.put("cooks.png", bytes);
    LessonWindow window("coffee-shop");
    window.state.files = real_files();
    update(window.state, command::OpenLesson{(folder.path / "cooks.lesson.md").string()});
    window.frame();
    CHECK(window.drawn().pictures.empty());
    CHECK(window.reads("[Two cooks at an oven]"));
  }
}

TEST_CASE("a table that is wider than its slide's text has all its columns all the same") {
  OneQuestion window(
      "---\ntitle: T\n---\n\n# T\n\n| what it is about | one | two | three | four | last |\n| --- | --- | --- | --- | "
      "--- | --- "
      "|\n| how long the four of them take together | 15 s | 10 s | 7 s | 6 s | the same |\n\n```interleave\nopen "
      "coffee-shop\nset-mode threads\nshow timeline\n```\n");
  window.resize(1280, 720);
  window.frame();
  for (const char* cell : {"one", "four", "last"}) {
    CAPTURE(std::string(cell));
    CHECK(window.shows(cell));
  }
  CHECK(window.reads("the same"));
}

}  // namespace interleave::gui
