#include "tests/gui/monkey_desk.h"

#include "app/gui/model/files/recorded_run.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/save_file.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "core/scenario/built_in.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

std::string recording_of_pool() {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::SetMode{Mode::pool});
  update(state, command::Run{});
  tick(state, 100);
  return recording_of_run(state);
}

}  // namespace

void put_files_of_monkey(FakeFiles& files) {
  const std::string recording = recording_of_pool();
  files.put(kLesson, "// for Monday\n" + std::string(find_built_in("coffee-shop")->text));
  files.put("/home/lessons/two.json", kTwoTasks);
  files.put("/home/lessons/bad.json", "{\"interleave\": 1, \"title\": \"Bad\",\n  \"taks\": []}\n");
  files.put("/home/lessons/none.json", "{\"interleave\": 1, \"title\": \"None\", \"tasks\": []}");
  files.put("/home/lessons/run.interleave", recording);
  files.put("/home/lessons/half.interleave", recording.substr(0, recording.size() / 2));
}

}  // namespace interleave::gui
