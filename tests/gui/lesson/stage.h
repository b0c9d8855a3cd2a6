#pragma once

#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "app/gui/model/lesson/lesson_command.h"
#include "app/gui/model/lesson/show_slide.h"
#include "app/gui/model/update/make_app.h"
#include "core/lesson/lesson_reader.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

// A window without a screen, in which a lesson has not begun yet.
struct Stage {
  AppState state = make_app(engine_without_threads(),
                            {{"coffee-shop", std::make_shared<const Scenario>(testing::built_in("coffee-shop"))}});
  LessonView view = {};
  std::string folder = ".";

  // What is told of the command; empty where it was done.
  std::string tell(std::string_view command) { return do_lesson_command({state, view, folder}, command).value_or(""); }
  void must(std::string_view command) {
    CAPTURE(command);
    CHECK(tell(command) == "");
  }
};

}  // namespace interleave::gui
