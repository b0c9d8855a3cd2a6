#include "tests/architecture/include_rule.h"

#include <doctest/doctest.h>

namespace interleave::architecture {
namespace {

using Sentences = std::vector<std::string>;

TEST_CASE("a file belongs to the layer whose folder it is in, however deep below it") {
  CHECK(layer_of("core/base/time.h") == "core/base");
  CHECK(layer_of("core/timeline/detail/span.h") == "core/timeline");
  CHECK(layer_of("app/cli/main.cpp") == "app/cli");
  CHECK(layer_of("app/gui/main.cpp") == "app/gui");
  CHECK(layer_of("app/gui/model/gallery.h") == "app/gui/model");
  CHECK(layer_of("app/gui/model/update/update.h") == "app/gui/model/update");
  CHECK(layer_of("app/gui/views/screen.h") == "app/gui/views");
  CHECK(layer_of("app/gui/views/timeline/legend.h") == "app/gui/views/timeline");
  CHECK(layer_of("app/gui/platform/parts/window.h") == "app/gui/platform");
  CHECK(layer_of("tests/base/time_test.cpp").empty());
}

TEST_CASE("an arrow the rule draws is allowed, and the same arrow backwards is not") {
  CHECK(forbidden_includes("core/scenario/loader.cpp", "#include \"core/base/result.h\"\n").empty());
  CHECK(forbidden_includes("core/base/result.h", "#pragma once\n\n#include \"core/scenario/loader.h\"\n") ==
        Sentences{"core/base/result.h:3: #include \"core/scenario/loader.h\": core/base may not know core/scenario"});
  CHECK(forbidden_includes("core/timeline/moment.h", "#include \"core/execution/make_executor.h\"").size() == 1);
  CHECK(forbidden_includes("core/run/simulate.cpp", "#include \"core/execution/make_executor.h\"").empty());
  CHECK(forbidden_includes("core/run/simulate.cpp", "#include \"core/interchange/chart.h\"").size() == 1);
}

TEST_CASE("what runs on threads knows what runs without, and not the other way round") {
  CHECK(forbidden_includes("core/threads/os_runtime.h", "#include \"core/runtime/runtime.h\"").empty());
  CHECK(forbidden_includes("core/live/live_run.cpp", "#include \"core/run/run_parts.h\"").empty());
  CHECK(forbidden_includes("core/live/live_run.cpp", "#include \"core/threads/os_runtime.h\"").empty());
  CHECK(forbidden_includes("core/live/live_run.cpp", "#include \"core/processes/worker_processes.h\"").empty());
  CHECK(forbidden_includes("core/execution/processes.cpp", "#include \"core/processes/channel.h\"").size() == 1);
  CHECK(forbidden_includes("core/runtime/guard.h", "#include \"core/threads/os_runtime.h\"").size() == 1);
  CHECK(forbidden_includes("core/execution/make_executor.cpp", "#include \"core/threads/os_runtime.h\"").size() == 1);
  CHECK(forbidden_includes("core/run/simulate.cpp", "#include \"core/threads/os_runtime.h\"").size() == 1);
  CHECK(forbidden_includes("core/run/simulate.cpp", "#include \"core/live/live_run.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/model/engine.cpp", "#include \"core/live/live_run.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/views/screen.cpp", "#include \"core/live/live_run.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/platform/real_engine.cpp", "#include \"core/live/live_run.h\"").empty());
}

TEST_CASE("nothing in core knows the programs, and the command line knows of the window what shows a lesson alone") {
  CHECK(forbidden_includes("core/live/live_run.cpp", "#include \"app/cli/args.h\"").size() == 1);
  CHECK(forbidden_includes("app/cli/main.cpp", "#include \"app/gui/model/update/update.h\"").size() == 1);
  CHECK(forbidden_includes("app/cli/main.cpp", "#include \"app/gui/model/lesson/check_lesson.h\"").empty());
  CHECK(forbidden_includes("app/cli/main.cpp", "#include \"core/run/simulate.h\"").empty());
}

TEST_CASE("a floor of the window's model may know those below it, and none above") {
  CHECK(forbidden_includes("app/gui/model/update/update.cpp", "#include \"app/gui/model/state/app_state.h\"").empty());
  CHECK(forbidden_includes("app/gui/model/input/acts.cpp", "#include \"app/gui/model/explain/why.h\"").empty());
  CHECK(forbidden_includes("app/gui/model/gallery.cpp", "#include \"app/gui/model/update/update.h\"").empty());
  CHECK(forbidden_includes("app/gui/model/state/app_state.h", "#include \"app/gui/model/input/acts.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/model/picture/bars.h", "#include \"app/gui/model/state/app_state.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/model/update/run_control.cpp", "#include \"app/gui/model/gallery.h\"").size() == 1);
}

TEST_CASE("a floor of what is drawn may know those below it and all of the model, and none above nor the platform") {
  CHECK(forbidden_includes("app/gui/views/panels/now.cpp", "#include \"app/gui/views/widgets/panel.h\"").empty());
  CHECK(forbidden_includes("app/gui/views/screen.cpp", "#include \"app/gui/views/lesson/lesson_view.h\"").empty());
  CHECK(forbidden_includes("app/gui/views/drawing/icons.h", "#include \"app/gui/model/input/acts.h\"").empty());
  CHECK(forbidden_includes("app/gui/views/widgets/ui.h", "#include \"app/gui/views/panels/now.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/views/lesson/slide_notes.cpp", "#include \"app/gui/views/screen.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/views/screen.cpp", "#include \"app/gui/platform/window.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/model/gallery.cpp", "#include \"app/gui/views/screen.h\"").size() == 1);
  CHECK(forbidden_includes("app/gui/views/novelty/idea.cpp", "#include \"core/base/time.h\"").size() == 1);
}

TEST_CASE("a window library is for views and platform, not for the model or the core") {
  for (const char* include :
       {"#include <imgui.h>", "#include <GLFW/glfw3.h>", "#  include <glad/gl.h>", "#include \"imgui.h\""}) {
    CAPTURE(include);
    CHECK(forbidden_includes("app/gui/model/update/update.cpp", include).size() == 1);
    CHECK(forbidden_includes("core/timeline/moment.cpp", include).size() == 1);
    CHECK(forbidden_includes("app/cli/main.cpp", include).size() == 1);
  }
  CHECK(forbidden_includes("app/gui/views/panels/toolbar.cpp", "#include <imgui.h>").empty());
  CHECK(forbidden_includes("app/gui/platform/window.cpp", "#include <GLFW/glfw3.h>").empty());
}

TEST_CASE("within core, what starts or blocks a thread is included by core/threads and core/processes alone") {
  for (const char* include : {"#include <thread>", "#include <mutex>", "#include <condition_variable>",
                              "#include <semaphore>", "#include <future>"}) {
    CAPTURE(include);
    CHECK(forbidden_includes("core/threads/os_runtime.h", include).empty());
    CHECK(forbidden_includes("core/processes/channel.h", include).empty());
    CHECK(forbidden_includes("core/runtime/guard.h", include).size() == 1);
    CHECK(forbidden_includes("core/live/live_run.cpp", include).size() == 1);
    CHECK(forbidden_includes("core/record/recorder.cpp", include).size() == 1);
    CHECK(forbidden_includes("core/execution/thread_pool.cpp", include).size() == 1);
  }
  CHECK(forbidden_includes("core/record/event_log.h", "#include <atomic>").empty());
}

TEST_CASE("an include that does not start at the repository's root names no layer and is refused") {
  CHECK(forbidden_includes("core/scenario/loader.cpp", "#include \"loader.h\"").size() == 1);
}

TEST_CASE("a folder without a line in the rule is refused") {
  CHECK(forbidden_includes("core/novelty/idea.cpp", "#include \"core/base/time.h\"").size() == 1);
}

TEST_CASE("no include line of this repository breaks the dependency rule") {
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  Sentences found;
  std::size_t files = 0;
  for (const char* folder : {"core", "app"}) {
    for (const auto& file : files_below(root, folder, {".h", ".cpp"})) {
      ++files;
      const Sentences sentences = forbidden_includes(file.generic_string(), read_text(root / file));
      found.insert(found.end(), sentences.begin(), sentences.end());
    }
  }
  CHECK(files > 10);
  for (const std::string& sentence : found) FAIL_CHECK(sentence);
}

}  // namespace
}  // namespace interleave::architecture
