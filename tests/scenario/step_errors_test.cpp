#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

constexpr WrongText kSteps[] = {
    {R"(5)", R"(2:1: "steps" is a list of steps, [...], and not 5)"},
    {R"([5])", R"(2:2: a step is an object, {...}, and not 5)"},
    {R"([{}])",
     R"(2:2: a step has one of the keys "print", "sleep", "block", "compute", "repeat", "set", "if", "while", "read", "write", "lock", "acquire", "release", "put", "get", "start", "await", "as_completed", "return", "raise", "try", "cancel", "call")"},
    {R"([{"set": "x"}])", R"(2:3: "set" needs "value", a whole number or an expression)"},
    {R"([{"set": "and", "value": 1}])",
     R"(2:10: "and" cannot name a value; take a letter, then letters, digits and _)"},
    {R"([{"set": "x", "value": 1.5}])", R"(2:24: "value" takes a whole number of at most 64 bits, and not 1.5)"},
    {R"([{"set": "x", "value": "1 + left"}])", R"(2:29: there is no value "left" here)"},
    {R"([{"set": "left", "value": 1}, {"set": "x", "value": "lift"}])",
     R"(2:54: there is no value "lift" here; did you mean "left"?)"},
    {R"([{"if": "1", "steps": [{"set": "x", "value": 1}]}, {"print": "{x}"}])",
     R"(2:62: unknown placeholder "{x}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"if": "1", "steps": [{"set": "x", "value": 1}]}, {"set": "y", "value": "x"}])",
     R"(2:75: "x" has no value here on some way through the steps; set it before)"},
    {R"([{"if": true, "steps": []}])", R"(2:9: "if" takes a condition, such as "left > 0", and not true)"},
    {R"([{"if": "1 = 2", "steps": []}])", R"(2:12: "=" is not expected here; write == to compare)"},
    {R"([{"if": "1"}])", R"(2:3: "if" needs "steps", the list of what to do then)"},
    {R"([{"set": "x", "value": 1}, {"sleep": "{x}"}])",
     R"(2:38: "sleep" takes an argument or an index, and "x" is a value of the task's own)"},
    {R"([{"repeat": 1, "steps": [], "else": []}])", R"(2:29: "else" goes with "if" only; leave it away here)"},
    {R"([{"slep": 1}])", R"(2:3: unknown key "slep"; did you mean "sleep"?)"},
    {R"([{"wait": 1}, {"delay": 1}, {"cpu": 1}, {"work": 1}, {"log": "x"}, {"for": 2}])",
     R"(2:3: unknown key "wait"; did you mean "sleep"?
2:16: unknown key "delay"; did you mean "sleep"?
2:30: unknown key "cpu"; did you mean "compute"?
2:42: unknown key "work"; did you mean "compute"?
2:55: unknown key "log"; did you mean "print"?
2:69: unknown key "for"; did you mean "repeat"?)"},
    {R"([{"gather": []}, {"semaphore": "s"}, {"queue": "q"}, {"to_thread": "f"}])",
     R"(2:3: "gather" is not supported by this version; a step waits for the end of tasks with {"await": [...]}
2:19: "semaphore" is not supported by this version; declare it, "semaphores": {"slots": 2}, and give a step {"lock": "slots", "steps": [...]}
2:39: "queue" is not supported by this version; declare it, "queues": {"belt": 2}, and let steps "put" into it and "get" from it
2:55: "to_thread" is not supported by this version; in mode "coroutine" a task with "to_thread": true runs on a thread beside the loop)"},
    {R"([{"if": "x > 0", "steps": []}])", R"(2:10: there is no value "x" here)"},
    {R"([{"sleep": 1, "print": "x"}])",
     R"(2:15: a step has one verb, and this one has "sleep" already; give "print" a step of its own)"},
    {R"([{"lock": "x", "steps": [{"sleep": -1}]}])",
     R"(2:36: "sleep" is a number of seconds from 0 to 86400, and not -1)"},
    {R"([{"read": "x", "into": "y"}])", R"(2:11: there is no shared variable "x"; declare it: "shared": {"name": 0})"},
    {R"([{"put": "x", "value": 1}])", R"(2:10: there is no queue "x"; declare it: "queues": {"name": 2})"},
    {R"([{"get": 5, "into": "y"}])", R"(2:10: the name of a queue is text in double quotes, and not 5)"},
    {R"([{"lock": "{task}", "steps": []}])",
     R"(2:11: "lock" takes the name of a lock here, or a parameter that is given one)"},
    {R"([{"release": "{x}"}])",
     R"(2:14: unknown placeholder "{x}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"acquire": "a{b"}])",
     R"(2:14: the name of a lock has a brace in it, which would be taken for a placeholder; leave it away)"},
    {R"([{"lock": "m"}])", R"(2:3: "lock" needs "steps", the list of what to do while it is held)"},
    {R"([{"get": "q"}])", R"(2:3: "get" needs "into", a name for the value that the task gets
2:10: there is no queue "q"; declare it: "queues": {"name": 2})"},
    {R"([{"start": "t"}, {"start": "b"}, {"await": ["b", "bb"]}, {"cancel": 5}])", R"(2:12: there is no task "t"
2:28: there is no task "b"
2:45: there is no task "b"
2:50: there is no task "bb"
2:69: the name of a task is text in double quotes, and not 5)"},
    {R"([{"start": "a"}])", R"(2:12: "a" is submitted anyway; give it "manual": true, so that "start" does that)"},
    {R"([{"await": []}, {"await": ["a", "a"]}, {"as_completed": "a", "into": "x", "steps": []}])",
     R"(2:12: "await" is an empty list; name at least one task
2:33: "a" is there twice; name each task once
2:57: "as_completed" is a list of the names of tasks, [...], and not the text "a")"},
    {R"([{"await": "a", "into": ["x"]}, {"await": ["a"], "into": "x"}, {"await": "a", "into": []}])",
     R"(2:25: "into" takes one name here, as many as "await" has tasks
2:58: "into" takes a list of 1 names here, as many as "await" has tasks
2:87: "into" is an empty list; leave it away, or name the values)"},
    {R"([{"try": [{"set": "x", "value": 1}], "except": []}, {"print": "{x}"}])",
     R"(2:63: unknown placeholder "{x}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"try": []}])", R"(2:3: "try" needs "except" or "finally", or both: lists of what to do then)"},
    {R"([{"except": []}])",
     R"(2:2: a step has one of the keys "print", "sleep", "block", "compute", "repeat", "set", "if", "while", "read", "write", "lock", "acquire", "release", "put", "get", "start", "await", "as_completed", "return", "raise", "try", "cancel", "call")"},
    {R"([{"release": "m", "timeout": 1}])",
     R"(2:19: "timeout" goes with "acquire", "put", "get", "await" only; leave it away here)"},
    {R"([{"get": "q", "into": "x", "timeout": -1}])", R"(2:10: there is no queue "q"; declare it: "queues": {"name": 2}
2:39: "timeout" is a number of seconds from 0 to 86400, and not -1)"},
    {R"([{"into": "x"}])",
     R"(2:2: a step has one of the keys "print", "sleep", "block", "compute", "repeat", "set", "if", "while", "read", "write", "lock", "acquire", "release", "put", "get", "start", "await", "as_completed", "return", "raise", "try", "cancel", "call")"},
    {R"([{"print": "x", "into": "y"}])",
     R"(2:17: "into" goes with "read", "get", "await", "as_completed", "call" only; leave it away here)"},
    {R"([{"sleep": 1, "index": "i"}])", R"(2:15: "index" goes with "repeat" only; leave it away here)"},
    {R"([{"sleep": 1, "steps": []}])",
     R"(2:15: "steps" goes with "repeat", "if", "while", "lock", "as_completed" only; leave it away here)"},
    {R"([{"repeat": 2}])", R"(2:3: "repeat" needs "steps", the list of what to do each time)"},
    {R"([{"repeat": 2, "index": "i", "steps": [{"repeat": 2, "index": "i", "steps": []}]}])",
     R"(2:63: "i" is the index of a repeat around this one; give this index another name)"},
    {R"([{"repeat": -1, "steps": []}])", R"(2:13: "repeat" takes a whole number of times, 0 or more, and not -1)"},
    {R"([{"repeat": 1.5, "steps": []}])", R"(2:13: "repeat" takes a whole number of times, 0 or more, and not 1.5)"},
    {R"([{"repeat": 1e30, "steps": []}])",
     R"(2:13: 1e30 times are more than the 10 000 000 steps of a scenario; repeat less often)"},
    {R"([{"repeat": "5", "steps": []}])",
     R"(2:13: "repeat" takes a number without quotes, or one placeholder such as "{times}", and not the text "5")"},
    {R"([{"sleep": -1}])", R"(2:12: "sleep" is a number of seconds from 0 to 86400, and not -1)"},
    {R"([{"sleep": 86400}, {"sleep": 86400.000000001}])",
     R"(2:30: "sleep" is a number of seconds from 0 to 86400, and not 86400.000000001)"},
    {R"([{"sleep": 1e-10}, {"sleep": -1e-10}])",
     R"(2:30: "sleep" is a number of seconds from 0 to 86400, and not -1e-10)"},
    {R"([{"block": 86400.0000000001}])",
     R"(2:12: "block" is a number of seconds from 0 to 86400, and not 86400.0000000001)"},
    {R"([{"sleep": "1.5"}])",
     R"(2:12: "sleep" takes a number without quotes, or one placeholder such as "{seconds}", and not the text "1.5")"},
    {R"([{"sleep": "{x}"}])",
     R"(2:12: unknown placeholder "{x}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"sleep": "{task}"}])", R"(2:12: {task} is a name, and "sleep" takes a number)"},
    {R"([{"sleep": null}])",
     R"(2:12: "sleep" takes a number without quotes, or one placeholder such as "{seconds}", and not null)"},
    {R"([{"sleep": [1]}])",
     R"(2:12: "sleep" takes a number without quotes, or one placeholder such as "{seconds}", and not a list)"},
    {R"([{"print": 5}])", R"(2:12: "print" is the text to print, in double quotes, and not 5)"},
    {R"([{"print": "a { b"}])",
     R"(2:12: the "{" in "{ b" has no partner; a placeholder is written {name}, and a brace itself {{)"},
    {R"([{"print": "a } b"}])",
     R"(2:12: the "}" in "} b" has no partner; a placeholder is written {name}, and a brace itself }})"},
    {R"([{"print": "{}"}])", R"(2:12: {} names nothing; write a name between the braces, or {{}} for braces)"},
    {R"([{"print": "{tsak}"}])", R"(2:12: unknown placeholder "{tsak}"; did you mean {task}?)"},
    {R"([{"print": "{somewhere}"}])",
     R"(2:12: unknown placeholder "{somewhere}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"repeat": 3, "index": "round", "steps": [{"print": "{rond}"}, {"sleep": "{round}"}]}])",
     R"(2:54: unknown placeholder "{rond}"; did you mean {round}?)"},
};

}  // namespace

TEST_CASE("what is wrong with a step is reported at its key or at its value") {
  for (const WrongText& one : kSteps) {
    CAPTURE(one.text);
    CHECK(errors_of(scenario_of_steps(one.text)) == std::string(one.errors) + "\n");
  }
}

}  // namespace interleave
