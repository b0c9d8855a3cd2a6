#pragma once

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {

// A wrong call or file says something of use on standard error and nothing on standard output.
inline void check_refused(const std::vector<std::string>& arguments, const std::string& expected) {
  std::string call;
  for (const std::string& argument : arguments) call += " '" + argument + "'";
  CAPTURE(call);
  const Finished finished = cli(arguments);
  CHECK(finished.exit_code == 2);
  CHECK(finished.out == "");
  CAPTURE(finished.err);
  CHECK(finished.err.find(expected) != std::string::npos);
}

}  // namespace interleave::test
