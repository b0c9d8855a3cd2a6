#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

constexpr WrongText kTasks[] = {
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": "1"}})",
     R"(2:70: "seconds" is the seconds of "sleep" in line 1: write a number from 0 to 86400, and not the text "1")"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": -1}})",
     R"(2:70: "seconds" is the seconds of "sleep" in line 1: write a number from 0 to 86400, and not -1)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": 86400.0000000001}})",
     R"(2:70: "seconds" is the seconds of "sleep" in line 1: write a number from 0 to 86400, and not 86400.0000000001)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x"}})",
     R"(2:45: function "order" needs an argument "seconds"; write "arguments": {"seconds": ...})"},
    {R"({"name": "a", "call": "order"})",
     R"(2:23: function "order" needs an argument "item" and 1 more; write "arguments": {"item": ...})"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "secnds": 1}})",
     R"(2:45: function "order" needs an argument "seconds"; write "arguments": {"seconds": ...}
2:59: function "order" has no parameter "secnds"; did you mean "seconds"?)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": 1, "seconds": 2}})",
     R"(2:73: the key "seconds" is given twice; keep one of them)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": null, "seconds": 1}})",
     R"(2:54: an argument is text or a number, and not null)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "{x}", "seconds": 1}})",
     R"(2:54: unknown placeholder "{x}"; an argument knows {task} only, the name of its task)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "{", "seconds": 1}})",
     R"(2:54: the "{" in "{" has no partner; a placeholder is written {name}, and a brace itself {{)"},
    {R"({"name": "a", "call": "order", "arguments": [1]})",
     R"(2:45: "arguments" is an object, {"parameter": value}, and not a list)"},
    {R"({"name": "a", "call": "oder"})", R"(2:23: unknown function "oder"; did you mean "order"?)"},
    {R"({"name": "a", "call": "foo"})", R"(2:23: unknown function "foo"; one that exists is "order")"},
    {R"({"name": "a", "call": 5})", R"(2:23: "call" is the name of a function, and not 5)"},
    {R"({"name": "a", "call": "order", "steps": []})",
     R"(2:23: function "order" needs an argument "item" and 1 more; write "arguments": {"item": ...}
2:32: a task has either "call" or "steps", and this one has both; leave one of them away)"},
    {R"({"name": "a"})", R"(2:1: a task needs either "call", the name of a function, or "steps" of its own)"},
    {R"({"steps": []})", R"(2:1: a task needs a "name")"},
    {R"({"name": "", "steps": []})", R"(2:10: a task's name is empty; write 1 to 64 characters)"},
    {R"({"name": 5, "steps": []})", R"(2:10: a task's name is text in double quotes, and not 5)"},
    {R"({"name": "a", "steps": [], "arguments": {}})", R"(2:28: "arguments" go with "call"; leave them away here)"},
    {R"({"name": "a", "steps": [], "after": -1})",
     R"(2:37: "after" is a number of seconds from 0 to 86400, and not -1)"},
    {R"({"name": "a", "steps": [], "after": "1"})",
     R"(2:37: "after" is a number of seconds from 0 to 86400, and not the text "1")"},
    {R"({"name": "a", "steps": [], "timeout": -1})",
     R"(2:39: "timeout" is a number of seconds from 0 to 86400, and not -1)"},
    {R"({"name": "a", "steps": [], "manual": 1})", R"(2:38: "manual" is true or false, and not 1)"},
    {R"({"name": "a", "steps": [], "manual": true, "after": 1})",
     R"(2:44: "after" and "manual" contradict each other: a manual task waits for "start")"},
    {R"({"name": "a", "steps": [], "to_thread": "yes"})",
     R"(2:41: "to_thread" is true or false, and not the text "yes")"},
    {R"({"name": "a", "to_thread": true, "steps": [{"try": [{"lock": "m", "steps": []}], "except": []}, {"await": "b"}]},
{"name": "b", "steps": [{"lock": "m", "steps": []}]})",
     R"(2:53: "lock" is for tasks of the loop, and "a" runs on a thread beside it ("to_thread"), which must not touch what asyncio has; leave the step or "to_thread" away
2:97: "await" is for tasks of the loop, and "a" runs on a thread beside it ("to_thread"), which must not touch what asyncio has; leave the step or "to_thread" away)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": 1}},
{"name": "b", "to_thread": true, "call": "order", "arguments": {"item": "x", "seconds": 1}})",
     R"(3:1: "b" calls "order" on a thread and "a" on the loop: Python has coroutines for the one and plain functions for the other; give one of them a function of its own)"},
    {R"({"name": "a", "steps": [], "aftr": 1})", R"(2:28: unknown key "aftr"; did you mean "after"?)"},
    {R"({"name": "a", "steps": []}, {"name": "a", "steps": []})",
     R"(2:38: a task of the name "a" exists already; give this one another name)"},
    {R"({"name": "12345678901234567890123456789012345678901234567890123456789012345", "steps": []})",
     R"(2:10: a task's name has 65 characters; write at most 64)"},
    {R"({"name": "a{b", "steps": []}, {"name": "a\nb", "steps": []})",
     R"(2:10: a task's name has a brace in it, which would be taken for a placeholder; leave it away
2:40: a task's name has a line break, a tab or another control character in it; leave it away)"},
    {R"({"name": "a", "call": "order", "arguments": {"item": "x", "seconds": 1}}, 5, {"name": "b", "call": "nope"})",
     R"(2:75: a task is an object, {...}, and not 5
2:100: unknown function "nope"; one that exists is "order")"},
};

}  // namespace

TEST_CASE("what is wrong with a task or its arguments is reported at its key or at its value") {
  for (const WrongText& one : kTasks) {
    CAPTURE(one.text);
    CHECK(errors_of(scenario_of_task(one.text)) == std::string(one.errors) + "\n");
  }
}

}  // namespace interleave
