// The `main` of test programs that run scenarios in worker processes, which are those programs again.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "core/processes/worker_command.h"

int main(int argc, char** argv) {
  if (const auto exit_code = interleave::run_worker_command(argc, argv)) return *exit_code;
  return doctest::Context(argc, argv).run();
}
