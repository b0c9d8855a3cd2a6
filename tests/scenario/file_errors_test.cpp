#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

constexpr WrongText kWholeFiles[] = {
    {R"({"a": 1} // fine)",
     R"(1:1: a scenario needs "interleave": 1, the version of its format
1:1: a scenario needs a "title"
1:1: a scenario needs "tasks", the list of what runs
1:2: unknown key "a"; the keys of a scenario are "interleave", "title", "summary", "functions", "tasks", "mode", "max_workers", "machine", "shared", "semaphores", "queues", "launch", "on_error", "main")"},
    {R"(5)", R"(1:1: a scenario is an object, {...}, and not 5)"},
    {R"("x")", R"(1:1: a scenario is an object, {...}, and not the text "x")"},
    {R"(null)", R"(1:1: a scenario is an object, {...}, and not null)"},
    {R"([])", R"(1:1: a scenario is an object, {...}, and not a list)"},
    {R"({"interleave": 2, "foo": 1})",
     R"(1:16: format version 2 is not supported by this version; it reads version 1)"},
    {R"({"interleave": "1"})",
     R"(1:1: a scenario needs a "title"
1:1: a scenario needs "tasks", the list of what runs
1:16: "interleave" is 1, and not the text "1")"},
    {R"({})",
     R"(1:1: a scenario needs "interleave": 1, the version of its format
1:1: a scenario needs a "title"
1:1: a scenario needs "tasks", the list of what runs)"},
    {R"({"interleave":1,"title":"x","tasks":5})", R"(1:37: "tasks" is a list of tasks, [...], and not 5)"},
    {R"({"interleave":1,"title":5,"tasks":[5]})",
     R"(1:25: "title" is text in double quotes, and not 5
1:36: a task is an object, {...}, and not 5)"},
    {R"({"interleave":1,"title":"x","title":"y","tasks":[{}]})",
     R"(1:29: the key "title" is given twice; keep one of them
1:50: a task needs a "name"
1:50: a task needs either "call", the name of a function, or "steps" of its own)"},
};

constexpr WrongText kSettings[] = {
    {R"("titel": "x",)", R"(2:1: unknown key "titel"; did you mean "title"?)"},
    {R"("foo": "x",)",
     R"(2:1: unknown key "foo"; the keys of a scenario are "interleave", "title", "summary", "functions", "tasks", "mode", "max_workers", "machine", "shared", "semaphores", "queues", "launch", "on_error", "main")"},
    {R"("mode": "thread",)",
     R"(2:9: "mode" is one of "sequential", "coroutine", "threads", "pool", "processes", and not the text "thread"; did you mean "threads"?)"},
    {R"("mode": "process",)",
     R"(2:9: "mode" is one of "sequential", "coroutine", "threads", "pool", "processes", and not the text "process"; did you mean "processes"?)"},
    {R"("mode": 5,)", R"(2:9: "mode" is one of "sequential", "coroutine", "threads", "pool", "processes", and not 5)"},
    {R"("max_workers": 0,)", R"(2:16: "max_workers" is a whole number from 1 to 1024, and not 0)"},
    {R"("max_workers": 1025,)", R"(2:16: "max_workers" is a whole number from 1 to 1024, and not 1025)"},
    {R"("max_workers": 2.5,)", R"(2:16: "max_workers" is a whole number from 1 to 1024, and not 2.5)"},
    {R"("max_workers": "2",)", R"(2:16: "max_workers" is a whole number from 1 to 1024, and not the text "2")"},
    {R"("machine": {"cores": 0},)", R"(2:22: "cores" is a whole number from 1 to 1024, and not 0)"},
    {R"("machine": {"time_slice": 0.0001},)",
     R"(2:27: "time_slice" is a number of seconds from 0.001 to 1, and not 0.0001)"},
    {R"("machine": {"time_slice": 2},)", R"(2:27: "time_slice" is a number of seconds from 0.001 to 1, and not 2)"},
    {R"("machine": {"gil": 1},)", R"(2:20: "gil" is true or false, and not 1)"},
    {R"("machine": {"switch_cost": 61},)", R"(2:28: "switch_cost" is a number of seconds from 0 to 60, and not 61)"},
    {R"("machine": {"process_start": 61},)",
     R"(2:30: "process_start" is a number of seconds from 0 to 60, and not 61)"},
    {R"("machine": {"process_start": -0.1},)",
     R"(2:30: "process_start" is a number of seconds from 0 to 60, and not -0.1)"},
    {R"("machine": {"proces_start": 1},)", R"(2:13: unknown key "proces_start"; did you mean "process_start"?)"},
    {R"("machine": {"threads": 1},)",
     R"(2:13: unknown key "threads"; the keys of a machine are "cores", "gil", "time_slice", "switch_cost" and "process_start")"},
    {R"("machine": {"core": 2},)", R"(2:13: unknown key "core"; did you mean "cores"?)"},
    {R"("launch": "togehter",)",
     R"(2:11: "launch" is one of "together", "one_by_one", and not the text "togehter"; did you mean "together"?)"},
    {R"("on_error": "abort",)", R"(2:13: "on_error" is one of "collect", "first", "cancel", and not the text "abort")"},
    {R"("main": "leave",)",
     R"(2:9: "main" is one of "stays", "leaves", and not the text "leave"; did you mean "leaves"?)"},
    {R"("main": true,)", R"(2:9: "main" is one of "stays", "leaves", and not true)"},
    {R"("shared": {"x": 1.5},)",
     R"(2:17: "x" is a whole number from -9223372036854775808 to 9223372036854775807, and not 1.5)"},
    {R"("shared": {"x": 1, "x": 2},)", R"(2:20: the key "x" is given twice; keep one of them)"},
    {R"("shared": {"": 1},)", R"(2:12: a name is empty; write 1 to 64 characters)"},
    {R"("semaphores": {"s": -1}, "queues": [],)",
     R"(2:21: "s" is a whole number from 0 to 1024, and not -1
2:36: "queues" is an object, {"queue": 2}, and not a list)"},
    {R"("semaphores": {"s": 1}, "queues": {"s": 1000001},)",
     R"(2:36: "s" is a semaphore already; give the queue another name
2:41: "s" is a whole number from 0 to 1000000, and not 1000001)"},
    {R"("shared": [],)", R"(2:11: "shared" is an object, {"variable": 0}, and not a list)"},
    {R"("summary": null,)", R"(2:12: "summary" is text in double quotes, and not null)"},
};

constexpr WrongText kFunctions[] = {
    {R"("functions": [],)", R"(2:14: "functions" is an object, {"name": {"steps": [...]}}, and not a list)"},
    {R"("functions": {"f": 5},)", R"(2:20: a function is an object, {...}, and not 5)"},
    {R"("functions": {"f": {}},)", R"(2:15: a function needs "steps", the list of what it does)"},
    {R"("functions": {"f": {"steps": {}}},)", R"(2:30: "steps" is a list of steps, [...], and not an object)"},
    {R"("functions": {"f": {"steps": []}, "f": {"steps": []}},)",
     R"(2:35: a function of the name "f" exists already; give this one another name)"},
    {R"("functions": {"f": {"parameters": ["a", "a", "task", "b{", "", 5], "steps": [{"print": "{a} {b} {c}"}]}},)",
     R"(2:41: the parameter "a" is given twice; keep one of them
2:46: "task" is the task's own name; give the parameter another one
2:54: a parameter has a brace in it, which would be taken for a placeholder; leave it away
2:60: a parameter is empty; write 1 to 64 characters
2:64: a parameter is text in double quotes, and not 5)"},
    {R"("functions": {"f": {"parameters": "a", "steps": []}},)",
     R"(2:35: "parameters" is a list of names, [...], and not the text "a")"},
    {R"("functions": {"": {"steps": []}},)", R"(2:15: a function's name is empty; write 1 to 64 characters)"},
    {R"("functions": {"f": 5, "g": {"parameters": [5], "steps": [{"print": "{zz}"}]}},)",
     R"(2:20: a function is an object, {...}, and not 5
2:44: a parameter is text in double quotes, and not 5)"},
};

}  // namespace

TEST_CASE("what is wrong with a file as a whole is reported in order of position") {
  for (const WrongText& one : kWholeFiles) {
    CAPTURE(one.text);
    CHECK(errors_of(one.text) == std::string(one.errors) + "\n");
  }
}

TEST_CASE("a wrong setting is reported at its key or at its value") {
  for (const WrongText& one : kSettings) {
    CAPTURE(one.text);
    CHECK(errors_of(scenario_with(one.text)) == std::string(one.errors) + "\n");
  }
}

TEST_CASE("what is wrong with a function is reported once, and not again where it is used") {
  for (const WrongText& one : kFunctions) {
    CAPTURE(one.text);
    CHECK(errors_of(scenario_with(one.text)) == std::string(one.errors) + "\n");
  }
}

}  // namespace interleave
