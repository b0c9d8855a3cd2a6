#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave::test {

struct Finished {
  int exit_code = -1;  // 128 + signal where a signal ended it
  std::string out;
  std::string err;
};

// One run of interleave-cli with nothing of the surrounding environment that could change what it writes.
struct Invocation {
  std::vector<std::string> arguments;
  std::string input;                          // on standard input
  std::vector<std::string> environment = {};  // "NAME=value"
  std::string folder = {};                    // to run in; the current one if empty
  std::string stdout_file = {};               // where standard output goes instead of Finished::out
  std::string program = INTERLEAVE_CLI;
  int signal = 0;       // sent to it, where it is one, twice in a row as timeout(1) does,
  int after_lines = 0;  // once it has printed so many lines and handles the signal
};

Finished run_process(const Invocation& invocation);

// interleave-cli with these arguments.
Finished cli(std::vector<std::string> arguments, std::string input = "");

// A folder of its own for one test, removed with it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }
  const std::string& path() const { return path_; }
  // Writes a file of that name and returns its path.
  std::string write(std::string_view name, std::string_view contents) const;
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

std::string contents_of(const std::string& path);

}  // namespace interleave::test
