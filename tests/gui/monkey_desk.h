#pragma once

#include <string>

#include "tests/gui/fake_files.h"

namespace interleave::gui {

// The files beside a monkey's window: scenarios and recordings, good and broken ones, and names of none.
void put_files_of_monkey(FakeFiles& files);

inline constexpr const char* kLesson = "/home/lessons/shop.json";
inline constexpr const char* kDropped[] = {kLesson,
                                           "/home/lessons/two.json",
                                           "/home/lessons/bad.json",
                                           "/home/lessons/none.json",
                                           "/home/lessons/run.interleave",
                                           "/home/lessons/half.interleave",
                                           "/home/lessons/gone.json"};

// What another program writes into the lesson's file, or copies.
inline constexpr const char* kTwoTasks =
    R"({"interleave": 1, "title": "Two", "mode": "pool", "max_workers": 1, "tasks": [
  {"name": "a", "steps": [{"print": "x"}, {"compute": 0.5}, {"sleep": 1}]},
  {"name": "b", "after": 0.25, "steps": [{"repeat": 3, "steps": [{"block": 0.25}, {"print": "again"}]}]}]})";

}  // namespace interleave::gui
