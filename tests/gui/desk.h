#pragma once

#include <memory>
#include <string>

#include "app/gui/model/update/update.h"
#include "core/scenario/built_in.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

inline const Cell kFoodSeconds{CellKind::value, 1, "seconds"};
inline constexpr const char* kShop = "/home/lessons/shop.json";
inline constexpr const char* kBad = "/home/lessons/bad.json";

inline std::string shop_text() { return std::string(find_built_in("coffee-shop")->text); }

// A window with a lesson's folder beside it.
struct Desk : Headless {
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();

  Desk() : Headless(only("downloads")) {
    state.files = files;
    files->put(kShop, "// for Monday\n" + shop_text());
    files->put(kBad, "{\"interleave\": 1, \"title\": \"Bad\",\n  \"taks\": []}\n");
    files->put("/home/lessons/notes.txt", "x");
    files->put("/home/other.interleave", shop_text());
  }
  void press(Key key) { press_key({key}); }
  void control(char32_t character, bool shift = false) { press_key({Key::none, character, true, shift}); }
  void open(const std::string& path) {
    update(state, command::OpenFile{path});
    frame();
    frame();
  }
  std::string title() const { return state.scenario().title; }
  void edit(std::string_view text) {
    update(state, command::SetCell{kFoodSeconds, std::string(text)});
    frame();
  }
};

}  // namespace interleave::gui
