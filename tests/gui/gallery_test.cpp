#include "app/gui/model/gallery.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/gui/model/state/theme_name.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

const std::filesystem::path kFolder = std::filesystem::path(INTERLEAVE_SOURCE_DIR) / "assets/gallery";

}  // namespace

TEST_CASE("each picture of the gallery shows a finished run of its scenario and mode, at its moment") {
  for (const GalleryPicture& picture : gallery()) {
    CAPTURE(picture.name);
    Headless window(only(picture.scenario));
    show(picture, window.state);
    CHECK(window.state.scenarios[window.state.chosen].name == picture.scenario);
    CHECK(window.state.run.ended);
    CHECK(window.state.run.record->info().mode == picture.mode);
    const bool moved_by_search = picture.name == "search";
    CHECK((window.state.playhead == moment_at(picture.at)) != moved_by_search);
    CHECK(window.state.theme == picture.theme);
  }
}

TEST_CASE("the gallery has every mode, every theme and every view") {
  std::set<Mode> modes;
  std::set<ThemeName> themes;
  std::set<std::pair<View, Comparing>> views;
  std::set<PanelTab> tabs;
  for (const GalleryPicture& picture : gallery()) {
    Headless window(only(picture.scenario));
    show(picture, window.state);
    modes.insert(picture.mode);
    themes.insert(picture.theme);
    views.insert({window.state.view, window.state.comparing ? Comparing::yes : Comparing::no});
    tabs.insert(window.state.panel.tab);
  }
  CHECK(modes.size() == kModes.size());
  CHECK(themes.size() == 3);
  CHECK(views.size() == 4);
  CHECK(tabs.size() == 3);
}

TEST_CASE("the gallery in the tree is the one that the program writes") {
  std::ifstream page(kFolder / "README.md");
  CHECK(std::string(std::istreambuf_iterator<char>(page), {}) == gallery_page());
  for (const GalleryPicture& picture : gallery()) {
    CAPTURE(picture.name);
    CHECK(std::filesystem::exists(kFolder / (std::string(picture.name) + ".png")));
  }
}

}  // namespace interleave::gui
