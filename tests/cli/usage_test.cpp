#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"

namespace interleave::test {
namespace {

using Arguments = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers are read strictly") {
  for (const std::string text : {"2x", "1e9", "-1", " 3", "3 ", "+3", "0x10", "0", "1025", "", "two", "1.5",
                                 "99999999999999999999999", "\xff"}) {
    check_refused({"run", "coffee-shop", "--max-workers", text}, "is not a whole number from 1 to 1024");
    check_refused({"compare", "coffee-shop", "--max-workers", text}, "is not a whole number from 1 to 1024");
  }
  for (const std::string text : {"nan", "inf", "-1", "0", "0.09", "100.1", "1x", "", " 1", "1e999", "1,5"}) {
    check_refused({"run", "coffee-shop", "--speed", text}, "is not a number from 0.1 to 100");
  }
  for (const std::string text : {"-1", "18446744073709551616", "1.0", "x", ""}) {
    check_refused({"run", "coffee-shop", "--seed", text}, "is not a whole number from 0 to");
  }
  for (const std::string text : {"0..3", "3..1", "1..1025", "1..", "..4", "1...4", "1-4", "", "1..2..3", "1 .. 2"}) {
    check_refused({"sweep", "coffee-shop", "--workers", text}, "--workers");
  }
}

TEST_CASE("numbers at the edges of their ranges are accepted") {
  CHECK(cli({"run", "coffee-shop", "--max-workers", "1"}).exit_code == 0);
  CHECK(cli({"run", "coffee-shop", "--max-workers", "1024"}).exit_code == 0);
  CHECK(cli({"run", "coffee-shop", "--speed", "0.1"}).exit_code == 0);
  CHECK(cli({"run", "coffee-shop", "--speed", "100"}).exit_code == 0);
  CHECK(cli({"run", "coffee-shop", "--seed", "18446744073709551615"}).exit_code == 0);
  CHECK(cli({"sweep", "coffee-shop", "--workers", "1024"}).exit_code == 0);
}

TEST_CASE("what this version does not build is refused by name") {
  check_refused({"run", "coffee-shop", "--schedule", "abc"}, "--schedule: step 1, \"abc\": no task is called so");
}

TEST_CASE("a word that is nearly right is answered with the right one") {
  check_refused({"run", "coffee-shop", "--mode", "corotine"}, "did you mean coroutine?");
  check_refused({"run", "coffee-shop", "--mode", "process"}, "did you mean processes?");
  check_refused({"sweep", "coffee-shop", "--mode", "threads"}, "\"threads\" is none of pool, processes");
  check_refused({"run", "coffee-shop", "--format", "jsn"}, "did you mean json?");
  check_refused({"rnu", "coffee-shop"}, "did you mean run?");
  check_refused({"run", "cofee-shop"}, "did you mean coffee-shop?");
}

TEST_CASE("a call with something missing or too much is refused") {
  check_refused({}, "command");
  check_refused({"run"}, "SCENARIO");
  check_refused({"check"}, "SCENARIO");
  check_refused({"show"}, "RECORDING");
  check_refused({"run", "coffee-shop", "downloads"}, "downloads");
  check_refused({"run", "coffee-shop", "--mode"}, "--mode");
  check_refused({"run", "coffee-shop", "--mode", "pool", "--mode", "threads"}, "--mode");
  check_refused({"run", "coffee-shop", "--colour"}, "--colour");
  check_refused({"list", "everything"}, "everything");
  check_refused({"--colour", "list"}, "--colour");
  check_refused({"run", "coffee-shop", "--", "downloads"}, "downloads");
  check_refused({"run", "coffee-shop", "-o"}, "--output");
}

TEST_CASE("help and version go to standard output and are no error") {
  CHECK(cli({"--version"}).out == "interleave 0.1.0\n");
  for (const Arguments& arguments : {Arguments{"--help"},
                                     {"run", "--help"},
                                     {"compare", "--help"},
                                     {"sweep", "--help"},
                                     {"show", "--help"},
                                     {"check", "--help"},
                                     {"list", "--help"},
                                     {"lesson", "--help"},
                                     {"lesson", "check", "--help"},
                                     {"lesson", "list", "--help"},
                                     {"lesson", "new", "--help"}}) {
    CAPTURE(arguments.front());
    const Finished finished = cli(arguments);
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    CHECK(finished.out.find("Example: interleave-cli " + (arguments.size() > 1 ? arguments.front() : "run")) !=
          std::string::npos);
  }
}

TEST_CASE("help needs no scenario and names every option of the contract") {
  const std::string help = cli({"run", "--help"}).out;
  for (const std::string option :
       {"--mode", "--max-workers", "--language", "--gil", "--clock", "--speed", "--seed", "--format", "-o"}) {
    CAPTURE(option);
    CHECK(help.find(option) != std::string::npos);
  }
}

}  // namespace interleave::test
