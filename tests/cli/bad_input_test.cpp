#include <cstdio>
#include <doctest/doctest.h>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

// ":12:3: what is wrong", the line it stands on, and a caret with nothing but space before it.
bool has_place_line_and_caret(const std::string& message) {
  std::istringstream lines(message);
  std::string first, source, caret;
  std::getline(lines, first);
  std::getline(lines, source);
  std::getline(lines, caret);
  unsigned line = 0, column = 0;
  int end = 0;
  if (std::sscanf(first.c_str(), ":%u:%u: %n", &line, &column, &end) != 2 || end == 0) return false;
  const std::size_t mark = caret.find_first_not_of(" \t");
  return static_cast<std::size_t>(end) < first.size() && mark != std::string::npos && caret[mark] == '^';
}

constexpr const char* kGood = R"({"interleave": 1, "title": "T", "tasks": [{"name": "a", "steps": [{"sleep": 1}]}]})";

// A scenario of one task with these steps.
std::string with_steps(const std::string& steps) {
  return R"({"interleave": 1, "title": "T", "tasks": [{"name": "a", "steps": [)" + steps + "]}]}";
}

struct BadText {
  std::string what;
  std::string text;
};

std::vector<BadText> bad_texts() {
  const std::string good = kGood;
  std::string binary;
  for (int i = 0; i < 1000; ++i) binary.push_back(static_cast<char>(i * 7));
  const std::string call = R"({"interleave": 1, "title": "T", "functions": {"f": {"parameters": ["x"], "steps":
      [{"sleep": "{x}"}]}}, "tasks": [{"name": "a", "call": )";
  return {
      {"empty", ""},
      {"white space", " \n\t"},
      {"truncated", good.substr(0, good.size() / 2)},
      {"more behind it", good + good},
      {"binary", binary},
      {"invalid UTF-8", with_steps("{\"print\": \"\xc3\x28\"}")},
      {"deep nesting", std::string(100'000, '[')},
      {"deep nesting, closed", std::string(100'000, '[') + std::string(100'000, ']')},
      {"not an object", "[1, 2]"},
      {"another version", R"({"interleave": 2, "title": "T", "tasks": []})"},
      {"no task", R"({"interleave": 1, "title": "T", "tasks": []})"},
      {"title of a wrong type", R"({"interleave": 1, "title": 7, "tasks": [{"name": "a", "steps": []}]})"},
      {"key twice", R"({"interleave": 1, "title": "T", "title": "U", "tasks": [{"name": "a", "steps": []}]})"},
      {"name twice", R"({"interleave": 1, "title": "T", "tasks": [{"name": "a", "steps": []},
                        {"name": "a", "steps": []}]})"},
      {"NaN", with_steps(R"({"sleep": NaN})")},
      {"negative", with_steps(R"({"sleep": -1})")},
      {"overflow", with_steps(R"({"sleep": 1e999})")},
      {"too long", with_steps(R"({"sleep": 86401})")},
      {"too long by less than a nanosecond", with_steps(R"({"sleep": 86400.0000000001})")},
      {"unknown step", with_steps(R"({"slep": 1})")},
      {"two verbs", with_steps(R"({"sleep": 1, "block": 1})")},
      {"repeat of a fraction", with_steps(R"({"repeat": 1.5, "steps": []})")},
      {"too many steps", with_steps(R"({"repeat": 10000001, "steps": [{"sleep": 1}]})")},
      {"unknown placeholder", with_steps(R"({"print": "{nobody}"})")},
      {"unknown function", call + R"("g", "arguments": {"x": 1}}]})"},
      {"missing argument", call + R"("f", "arguments": {}}]})"},
      {"extra argument", call + R"("f", "arguments": {"x": 1, "y": 1}}]})"},
      {"argument of a wrong type", call + R"("f", "arguments": {"x": "long"}}]})"},
      {"unknown mode", R"({"interleave": 1, "title": "T", "mode": "fast", "tasks": [{"name": "a", "steps": []}]})"},
      {"a process that takes too long to start", R"({"interleave": 1, "title": "T", "machine": {"process_start": 61},
          "tasks": [{"name": "a", "steps": []}]})"},
      {"a step of later", with_steps(R"({"to_thread": "l"})")},
  };
}

}  // namespace

TEST_CASE("each bad scenario is refused with its place, a caret, exit code 2 and nothing written") {
  const TemporaryFolder folder;
  const std::string kept = folder.write("kept", "as it was");
  for (const BadText& bad : bad_texts()) {
    CAPTURE(bad.what);
    const std::string path = folder.write("bad.json", bad.text);
    for (const std::string format : {"console", "chart", "json", "trace", "csv", "svg", "recording"}) {
      const Finished finished = cli({"run", path, "--format", format, "-o", kept});
      CHECK(finished.exit_code == 2);
      CHECK(finished.out == "");
    }
    const Finished finished = cli({"run", path, "--clock", "real"});
    CHECK(finished.exit_code == 2);
    CHECK(finished.out == "");
    CHECK(finished.err.starts_with(path + ":"));
    CHECK(has_place_line_and_caret(finished.err.substr(path.size())));
    CHECK(finished.err.size() < 20'000);
  }
  CHECK(contents_of(kept) == "as it was");
  CHECK(folder.names() == std::vector<std::string>{"bad.json", "kept"});
}

TEST_CASE("every command refuses a bad scenario") {
  for (const std::string command : {"run", "compare", "sweep", "check"}) {
    CAPTURE(command);
    const Finished finished = cli({command, "-"}, with_steps(R"({"sleep": -1})"));
    CHECK(finished.exit_code == 2);
    CHECK(finished.out == "");
    CHECK(finished.err.starts_with("<standard input>:1:"));
  }
}

namespace {

struct Refused {
  std::string source;
  std::string expected;  // in the message
};

}  // namespace

TEST_CASE("what is no readable file of a fitting size is refused and says why") {
  const TemporaryFolder folder;
  const std::string blank(16 * 1024 * 1024, ' ');
  const std::vector<Refused> cases = {
      {folder.path("absent.json"), "no such file"},
      {folder.path(), "folder"},
      {"", "empty"},
      {folder.write("large", blank + " "), "16 MiB"},
      {"/dev/zero", "16 MiB"},
      {folder.path("large") + "/x", "no such file"},
      {std::string(5000, 'x'), "cannot be read"},
      {"no-such-scenario-at-all", "no built-in scenario"},
  };
  for (const Refused& refused : cases) {
    CAPTURE(refused.source.substr(0, 100));
    const Finished finished = cli({"run", refused.source});
    CHECK(finished.exit_code == 2);
    CHECK(finished.out == "");
    CAPTURE(finished.err);
    CHECK(finished.err.find(refused.expected) != std::string::npos);
  }
}

TEST_CASE("a file of just 16 MiB is read") {
  const TemporaryFolder folder;
  const std::string good = kGood;
  const std::string path = folder.write("large", good + std::string(16 * 1024 * 1024 - good.size(), ' '));
  CHECK(cli({"check", path}).exit_code == 0);
}

TEST_CASE("check looks at every file, is silent about good ones, and fails for one bad one") {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.json", kGood);
  const std::string bad = folder.write("bad.json", with_steps(R"({"sleep": -1}, {"slep": 1})"));
  const std::string worse = folder.write("worse.json", "{");
  const Finished silent = cli({"check", good, "coffee-shop", "downloads", good});
  CHECK(silent.exit_code == 0);
  CHECK(silent.out == "");
  CHECK(silent.err == "");
  const Finished finished = cli({"check", bad, good, worse, "absent.json"});
  CHECK(finished.exit_code == 2);
  CHECK(finished.out == "");
  CHECK(finished.err.find(good) == std::string::npos);
  CHECK(finished.err.find("did you mean") != std::string::npos);
  for (const std::string& name : {bad, worse, std::string("absent.json")}) {
    CHECK(finished.err.find(name + ":") != std::string::npos);
  }
}

TEST_CASE("a built-in name wins over a file of that name, which ./ reaches") {
  const TemporaryFolder folder;
  folder.write("coffee-shop", "{");
  folder.write("mine", kGood);
  CHECK(run_process({.arguments = {"check", "coffee-shop"}, .input = "", .folder = folder.path()}).exit_code == 0);
  CHECK(run_process({.arguments = {"check", "./coffee-shop"}, .input = "", .folder = folder.path()}).exit_code == 2);
  CHECK(run_process({.arguments = {"check", "mine"}, .input = "", .folder = folder.path()}).exit_code == 0);
}

TEST_CASE(
    "every built-in scenario is listed with title and group, is good, and ends, is deadlocked or is refused by name in "
    "every mode, and none fails but of those about that") {
  const Finished list = cli({"list"});
  CHECK(list.exit_code == 0);
  CHECK(list.out.starts_with("coffee-shop\tCoffee shop\twaiting\n"));
  CHECK(list.out.find("\nlast-ticket\tThe last ticket\tsharing\n") != std::string::npos);
  std::istringstream lines(list.out);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CAPTURE(line);
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string name = line.substr(0, tab);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos);
    const std::size_t second = line.find('\t', tab + 1);
    REQUIRE(second != std::string::npos);
    CHECK(second > tab + 1);
    CHECK(line.size() > second + 1);
    CHECK(line.find('\t', second + 1) == std::string::npos);
    CHECK(cli({"check", name}).exit_code == 0);
    const bool is_about_failing = line.substr(second + 1) == "failing";
    for (const std::string mode : {"sequential", "coroutine", "threads", "pool", "processes"}) {
      CAPTURE(mode);
      const Finished run = cli({"run", name, "--mode", mode});
      const bool is_deadlocked = run.err.find("the run deadlocked at ") != std::string::npos;
      const bool is_refused = mode == "processes" && run.err.find("in mode processes ") != std::string::npos;
      const bool fails = is_about_failing && run.err.find("the run failed: ") != std::string::npos;
      CHECK(run.exit_code == (is_deadlocked || fails ? 1 : is_refused ? 2 : 0));
      CHECK((run.out == "") == is_refused);
    }
  }
  CHECK(count >= 5);
}

}  // namespace interleave::test
