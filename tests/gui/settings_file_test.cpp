#include "app/gui/platform/settings_file.h"

#include <doctest/doctest.h>
#include <filesystem>

#include "app/files/read_file.h"
#include "app/files/replace_file.h"
#include "app/gui/model/state/theme_name.h"
#include "tests/files/scratch_folder.h"

namespace interleave::gui {

namespace {

using interleave::testing::ScratchFolder;

Settings light() {
  Settings settings;
  settings.theme = ThemeName::light;
  return settings;
}

}  // namespace

TEST_CASE("settings are kept in a folder that is made for them, and found there by the next start") {
  const ScratchFolder folder;
  const std::string path = folder.path("config/interleave/settings.json");
  SettingsFile first(path);
  CHECK(first.load() == Settings{});
  CHECK(first.problem().empty());
  first.keep(light());
  SettingsFile second(path);
  CHECK(second.load() == light());
  CHECK(second.problem().empty());
}

TEST_CASE("settings as they are kept already are not written again") {
  const ScratchFolder folder;
  SettingsFile file(folder.path("settings.json"));
  file.keep(light());
  std::filesystem::remove(folder.path("settings.json"));
  file.keep(light());
  CHECK(folder.files() == 0);
  file.keep(Settings{});
  CHECK(folder.files() == 1);
}

TEST_CASE("a file that is broken, newer or unreadable is told of, and stays byte for byte as it is") {
  const ScratchFolder folder;
  const std::string path = folder.path("settings.json");
  for (const std::string& text : {std::string(R"({"interleave_settings": 1, "theme": )"), std::string("\0\xff", 2),
                                  std::string(R"({"interleave_settings": 2, "colour": "blue"})"), std::string()}) {
    REQUIRE_FALSE(replace_file(path, text));
    SettingsFile file(path);
    CHECK(file.load() == Settings{});
    CHECK(file.problem().find(path + ":1:") != std::string::npos);
    file.keep(light());
    CHECK(read_file(path, 1000).value() == text);
    CHECK(folder.files() == 1);
  }
  SettingsFile is_folder(folder.path(""));
  CHECK(is_folder.load() == Settings{});
  CHECK(is_folder.problem().find("Is a directory") != std::string::npos);
}

TEST_CASE("without a home there is nothing to read and nothing is written") {
  SettingsFile nowhere("");
  CHECK(nowhere.load() == Settings{});
  CHECK(nowhere.problem().empty());
  nowhere.keep(light());
  CHECK_FALSE(std::filesystem::exists("settings.json"));
}

}  // namespace interleave::gui
