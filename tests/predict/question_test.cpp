#include <vector>

#include "tests/predict/asking.h"

namespace interleave::testing {
namespace {

TEST_CASE("every kind of question is written as it is read") {
  for (const char* text :
       {"makespan", "starts food", "ends \"desk 1\"", "length food", "order", "order start", "state \"desk 1\" at 2.5",
        "line 2", "threads", "shared tickets", "outcomes", "interleavings", "losing", "point food", "point longest",
        "point last", "point \"last\"", "choice"}) {
    CAPTURE(text);
    CHECK(question_text(question_of(text)) == text);
  }
  CHECK(question_of("ends desk 1") == question_of("ends \"desk 1\""));
  CHECK(question_of("point \"last\"").kind == QuestionKind::point);
}

TEST_CASE("what cannot be asked is refused with what can") {
  const auto message = [](std::string_view text) {
    const auto read = read_question(text);
    return read ? std::string() : fmt::format("{}: {}", read.error().offset, read.error().message);
  };
  CHECK(message("makespam") == "0: \"makespam\" cannot be asked; did you mean makespan?");
  CHECK(message("speed").starts_with("0: \"speed\" cannot be asked; there are makespan, starts TASK"));
  CHECK(message("ends") == "4: write ends TASK");
  CHECK(message("state food") == "6: write state TASK at SECONDS");
  CHECK(message("state food at noon") == "6: write state TASK at SECONDS");
  CHECK(message("line two") == "5: write line 2 for the second line of the console");
  CHECK(message("line 0") == "5: write line 2 for the second line of the console");
  CHECK(message("order ends") == "6: write order for the order of ends, or order start");
  CHECK(message("makespan 3") == "9: nothing stands behind makespan");
}

TEST_CASE("answers are read as learners type them") {
  const auto read = [](std::string_view question, std::string_view text) {
    const Question asked = question_of(question);
    const Answered answer = read_answer(asked, text);
    return answer ? answer_text(asked, answer.value()) : fmt::format("({})", answer.error().why);
  };
  for (const char* text : {"5", "5 s", "5s", " 5.0 seconds ", "5,0"}) CHECK(read("makespan", text) == "5 s");
  CHECK(read("makespan", "1.666") == "1.67 s");
  CHECK(read("makespan", "five") == "(\"five\" are no seconds; write 5, or 2.5)");
  CHECK(read("makespan", "-1") == "(\"-1\" are no seconds; write 5, or 2.5)");
  CHECK(read("makespan", "1e9") == "(\"1e9\" are no seconds; write 5, or 2.5)");
  CHECK(read("makespan", "") == "(\"\" are no seconds; write 5, or 2.5)");
  CHECK(read("threads", "12") == "12");
  CHECK(read("interleavings", "12 870") == "12870");
  CHECK(read("shared c", "-3") == "-3");
  CHECK(read("threads", "1.5") == "(\"1.5\" is no whole number; write 4)");
  CHECK(read("order", "coffee,cake , \"a, b\"") == "coffee, cake, a, b");
  CHECK(read("order", "coffee,,cake") == "(write the names of the tasks with a comma between two)");
  CHECK(read("state food at 2", "Timed out") == "timed out");
  CHECK(read("state food at 2", "waitng") == "(\"waitng\" is no state of a task; did you mean waiting?)");
  CHECK(read("line 2", "  Ordered food ") == "Ordered food");
  CHECK(read("point last", "food") == "food");
}

TEST_CASE("seconds are right within 2 % or 0.1 s, other answers only exactly") {
  CHECK(is_right(5.1, 5.0));
  CHECK(!is_right(5.11, 5.0));
  CHECK(is_right(102.0, 100.0));
  CHECK(!is_right(102.1, 100.0));
  CHECK(is_right(0.0, 0.1));
  CHECK(!is_right(std::int64_t{4}, std::int64_t{5}));
  CHECK(!is_right(std::int64_t{5}, 5.0));
  CHECK(is_right(std::string("ordered  Food"), std::string("Ordered food")));
  CHECK(!is_right(std::vector<std::string>{"a", "b"}, std::vector<std::string>{"b", "a"}));
}

TEST_CASE("a key is right, a model that says something about the question, or a value") {
  const auto read = [](std::string_view question, std::string_view text) {
    const auto key = read_answer_key(question_of(question), text);
    if (!key) return key.error().why;
    return std::string(key.value().index() == 0 ? "right" : key.value().index() == 1 ? "model" : "value");
  };
  CHECK(read("makespan", "right") == "right");
  CHECK(read("makespan", "sequential") == "model");
  CHECK(read("makespan", "7") == "value");
  CHECK(read("makespan", "sequental") == "there is no model \"sequental\"; did you mean sequential?");
  CHECK(read("threads", "sequential") == "sequential says nothing about threads; write a value, tasks or cores");
  CHECK(read("outcomes", "all") == "all says nothing about outcomes; write a value");
  CHECK(read("starts food", "last").starts_with("last says nothing about starts TASK; write a value, sequential"));
  CHECK(read("outcomes", "many") == "\"many\" is no whole number; write 4");
}

TEST_CASE("a question without one answer is refused with the reason") {
  const Scenario twins = scenario_with_tasks(orders("a 2, b 2"));
  const RunSettings coroutine = settings_for(twins, Mode::coroutine);
  const RunSettings threads = settings_for(twins, Mode::threads);
  CHECK(answer_to("order", "right", twins, coroutine) ==
        "(a and b both end at 2 s, so that there is no order; change a duration)");
  CHECK(answer_to("order start", "right", twins, coroutine) == "a, b");
  CHECK(answer_to("order start", "right", twins, threads) ==
        "(a and b both begin at 0 s, so that there is no order; change a duration)");
  CHECK(answer_to("point last", "right", twins, coroutine) == "(a is not alone in that; change a duration)");
  CHECK(answer_to("ends c", "right", twins, coroutine) == "(there is no task \"c\"; there are a, b)");
  CHECK(answer_to("line 1", "right", twins, coroutine) == "(the run prints 0 lines; ask for one of them)");
  CHECK(answer_to("makespan", "dealt", twins, coroutine) ==
        "(`dealt` needs a mode with max_workers; write set-mode pool)");
  CHECK(answer_to("makespan", "not-blocked", twins, coroutine) ==
        "(`not-blocked` needs a scenario in which some task has a block step)");
  CHECK(answer_to("shared c", "right", twins, coroutine) ==
        "(the scenario has no variables; declare them with \"shared\")");
  const Scenario shop = built_in("coffee-shop");
  CHECK(answer_to("line 2", "right", shop, settings_for(shop, Mode::threads)) ==
        "(several tasks print at 0 s, and nothing decides which of them comes first; ask for another line, or in "
        "another mode)");
  CHECK(answer_to("line 4", "right", shop, settings_for(shop, Mode::threads)) == ">> Received coffee");
}

TEST_CASE("an answer without words of its own is told what it agrees with, and what happens") {
  const auto told = [](std::string_view question, std::string_view said, const Scenario& scenario, Mode mode) {
    const Question asked = question_of(question);
    return what_it_was(asked, read_answer(asked, said).value(), {scenario, settings_for(scenario, mode)});
  };
  const Scenario shop = built_in("coffee-shop");
  CHECK(told("makespan", "9", shop, Mode::coroutine) ==
        "You said 9 s: that is one after another. It takes 5 s. They end: coffee at 1 s, cake at 3 s and food at 5 s.");
  CHECK(told("makespan", "8", shop, Mode::coroutine) ==
        "You said 8 s. It takes 5 s. They end: coffee at 1 s, cake at 3 s and food at 5 s.");
  CHECK(told("makespan", "5", shop, Mode::coroutine).starts_with("You said 5 s, which is right."));
  CHECK(
      told("ends avatar", "1", built_in("frozen-loop"), Mode::coroutine) ==
      "You said 1 s: it would be so if every block were a wait that lets others go on. avatar begins at 4 s and ends "
      "at 5 s. It is ready, without a turn, for 4 s. From 0 s to 4 s report holds the event loop, and nobody else has "
      "a turn.");
  CHECK(told("threads", "3", shop, Mode::coroutine) ==
        "You said 3: that is one for each task. There is 1: event loop.");
  CHECK(told("losing", "0", built_in("last-ticket"), Mode::threads) ==
        "You said 0: that is none of them. It goes wrong in 4 of 6 interleavings.");
  CHECK(told("line 2", "x", shop, Mode::coroutine) ==
        "You said x. Line 2 is \"Ordered food\", which food prints at 0 s.");
  CHECK(told("state food at 2", "finished", shop, Mode::coroutine) == "You said finished. At 2 s food is waiting.");
}

}  // namespace
}  // namespace interleave::testing
