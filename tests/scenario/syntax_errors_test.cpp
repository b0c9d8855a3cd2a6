#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

constexpr WrongText kSyntaxErrors[] = {
    {R"(-)",
     R"(1:1: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"()", R"(1:1: there is no scenario here; begin with {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"({)", R"(1:2: the text ends too early; close the "{" of line 1 with a "}")"},
    {R"({"interleave": 1, "title)", R"(1:19: this string is not closed; write a " at its end)"},
    {R"({"interleave": 1, "title": "a
b"})",
     R"(1:28: this string is not closed on its line; write a " at its end (and \n for a line break in it))"},
    {R"({"interleave": 1,})", R"(1:17: leave out this comma: nothing follows it before the "}")"},
    {R"({"interleave": 1 "title": "x"})", R"(1:18: a "," is missing before this)"},
    {R"({"interleave" 1})", R"(1:15: a ":" is missing between the key and this)"},
    {R"({interleave: 1})", R"(1:2: a key stands in double quotes: write "interleave")"},
    {R"({'interleave': 1})", R"(1:2: strings stand in double quotes: write "interleave" and not 'interleave')"},
    {R"({"title": 'it\'s'})", R"(1:11: strings stand in double quotes: write "text" and not 'text')"},
    {R"({"title": 'open)", R"(1:11: strings stand in double quotes: write "text" and not 'text')"},
    {R"({"title": ''})", R"(1:11: strings stand in double quotes: write "text" and not 'text')"},
    {R"({"interleave": 01})",
     R"(1:16: a number does not begin with 0, unless it is 0 or goes on with a point; leave the 0 away)"},
    {R"({"interleave": NaN})", R"(1:16: JSON has no NaN; write a finite number, such as 2 or 0.5)"},
    {R"({"interleave": -Infinity})", R"(1:16: JSON has no Infinity; write a finite number, such as 2 or 0.5)"},
    {R"({"interleave": Infinity})", R"(1:16: JSON has no Infinity; write a finite number, such as 2 or 0.5)"},
    {R"({"interleave": -inf})", R"(1:16: JSON has no inf; write a finite number, such as 2 or 0.5)"},
    {R"({"interleave": .5})", R"(1:16: a number begins with a digit; write 0 before the point)"},
    {R"({"interleave": +5})", R"(1:16: a number has no + before it; leave the + away)"},
    {R"({"interleave": 5.})", R"(1:16: "5." is not a number; write one such as 2, 0.5 or 1e-3)"},
    {R"({"interleave": 1e})", R"(1:16: "1e" is not a number; write one such as 2, 0.5 or 1e-3)"},
    {R"({"interleave": -})", R"(1:16: "-" is not a number; write one such as 2, 0.5 or 1e-3)"},
    {R"({"interleave": --5})", R"(1:16: "--5" is not a number; write one such as 2, 0.5 or 1e-3)"},
    {R"({"interleave": 1e999})", R"(1:16: "1e999" is too large for a number; write a smaller one)"},
    {R"({"interleave": tru})", R"(1:16: "tru" is no value; did you mean true?)"},
    {R"({"interleave": True})", R"(1:16: True is no word of JSON; write true)"},
    {R"({"interleave": False})", R"(1:16: False is no word of JSON; write false)"},
    {R"({"interleave": None})", R"(1:16: None is no word of JSON; write null)"},
    {R"({"interleave": undefined})", R"(1:16: undefined is no word of JSON; write null)"},
    {R"({"interleave": FALSE})", R"(1:16: "FALSE" is no value; did you mean false?)"},
    {R"({"interleave": hello})", R"(1:16: text stands in double quotes; write "hello")"},
    {R"({"interleave": })", R"(1:16: a value is missing before this "}")"},
    {R"({"interleave": 1, , })", R"(1:19: a value is missing before this ",")"},
    {R"({"interleave": 1])", R"(1:17: close the object with a "}" and not with a "]")"},
    {R"([1, 2})", R"(1:6: close the list with a "]" and not with a "}")"},
    {R"({} {})", R"(1:4: the scenario is over before this; leave the rest of the text away)"},
    {R"({} x)", R"(1:4: the scenario is over before this; leave the rest of the text away)"},
    {R"({"a": "\q"})", R"(1:8: "\q" means nothing in a string; write \\ for a backslash)"},
    {R"({"a": "\u12"})", R"(1:8: \u takes four hexadecimal digits, such as \u00e9)"},
    {R"({"a": "\ud800"})",
     R"(1:8: \ud800 is half of a character; write both halves, \uD800-\uDBFF and then \uDC00-\uDFFF, or the character itself)"},
    {R"({"a": "\ud800\u0041"})",
     R"(1:8: \ud800 is half of a character; write both halves, \uD800-\uDBFF and then \uDC00-\uDFFF, or the character itself)"},
    {R"({"a": "\udc00"})",
     R"(1:8: \udc00 is half of a character; write both halves, \uD800-\uDBFF and then \uDC00-\uDFFF, or the character itself)"},
    {R"({"a": "	"})", R"(1:8: a tab in a string is written \t)"},
    {R"(/* open)", R"(1:1: this comment is not closed; write */ at its end)"},
    {R"({"a": 1 /* open)", R"(1:9: this comment is not closed; write */ at its end)"},
    {R"(/ x)", R"(1:1: a comment begins with // or /*)"},
    {R"([[1,2],[3 4]])", R"(1:11: a "," is missing before this)"},
    {R"(hello)",
     R"(1:1: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"(
import asyncio)",
     R"(2:1: this seems to be a program, and none is read here: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"(""" A shop. """
print("open"))",
     R"(1:1: this seems to be a program, and none is read here: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"(# A shop.
{})",
     R"(1:1: this seems to be a program, and none is read here: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"("only a string)",
     R"(1:1: a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})"},
    {R"({"interleave": 1.0, "title": "", "tasks": []})",
     R"(1:30: "title" is one line of text; write a few words without control characters
1:43: a scenario has at least one task: {"name": "...", "steps": [...]})"},
    {R"({"a": "\)", R"(1:7: this string is not closed; write a " at its end)"},
    {R"({"a": "\u12)", R"(1:7: this string is not closed; write a " at its end)"},
    {R"({"a": "\ud800\udc00" x})", R"(1:22: a "," is missing before this)"},
    {R"({"a": "\ud800\udz00"})",
     R"(1:8: \ud800 is half of a character; write both halves, \uD800-\uDBFF and then \uDC00-\uDFFF, or the character itself)"},
};

}  // namespace

TEST_CASE("an error of syntax is reported alone, where it stands, with what to write instead") {
  for (const WrongText& one : kSyntaxErrors) {
    CAPTURE(one.text);
    CHECK(errors_of(one.text) == std::string(one.errors) + "\n");
  }
}

}  // namespace interleave
