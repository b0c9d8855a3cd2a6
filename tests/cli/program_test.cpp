#include <doctest/doctest.h>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

void check_program_refused(std::vector<std::string> arguments, const std::string& what) {
  const Finished finished = cli(std::move(arguments));
  CAPTURE(finished.err);
  CHECK(finished.exit_code == 2);
  CHECK(finished.out == "");
  CHECK(finished.err.find(what) != std::string::npos);
}

}  // namespace

TEST_CASE("instead of running a scenario its program is written, in the scenario's own mode unless another is named") {
  const Finished python = cli({"run", "ticket-desk", "--format", "python"});
  CHECK(python.exit_code == 0);
  CHECK(python.err == "");
  CHECK(python.out.find("with ThreadPoolExecutor(max_workers=2) as pool:") != std::string::npos);
  const Finished more = cli({"run", "ticket-desk", "--format", "python", "--max-workers", "7"});
  CHECK(more.out.find("max_workers=7") != std::string::npos);
  const Finished cpp = cli({"run", "ticket-desk", "--format", "cpp", "--mode", "sequential"});
  CHECK(cpp.exit_code == 0);
  CHECK(cpp.out.starts_with("// Ticket desk with two clerks, one after another.\n"));
  CHECK(cpp.out.ends_with("}\n"));
}

TEST_CASE("a program goes to a file as every result does") {
  const TemporaryFolder folder;
  const Finished finished = cli({"run", "coffee-shop", "--format", "python", "-o", folder.path("coffee.py")});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out == "");
  CHECK(contents_of(folder.path("coffee.py")) == cli({"run", "coffee-shop", "--format", "python"}).out);
}

TEST_CASE("a program is not written with what only a run obeys") {
  check_program_refused({"run", "coffee-shop", "--format", "python", "--clock", "real"},
                        "--clock: real runs the scenario");
  check_program_refused({"run", "coffee-shop", "--speed", "2", "--format", "cpp"}, "--speed: ");
  check_program_refused({"run", "coffee-shop", "--format", "cpp", "--seed", "3"}, "--seed: ");
  CHECK(cli({"run", "coffee-shop", "--format", "cpp", "--clock", "virtual"}).exit_code == 0);
}

}  // namespace interleave::test
