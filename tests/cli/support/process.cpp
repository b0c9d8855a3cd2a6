#include "tests/cli/support/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace interleave::test {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_read() { close(read_end); }
  void close_write() { close(write_end); }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void become_the_program(const Invocation& invocation, const Pipe& in, const Pipe& out, const Pipe& err) {
  std::vector<std::string> arguments = {invocation.program};
  arguments.insert(arguments.end(), invocation.arguments.begin(), invocation.arguments.end());
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};
  for (const std::string name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name.c_str())) environment.push_back(name + "=" + value);
  }
  environment.insert(environment.end(), invocation.environment.begin(), invocation.environment.end());
  int output = out.write_end;
  if (!invocation.stdout_file.empty()) output = ::open(invocation.stdout_file.c_str(), O_WRONLY | O_CREAT, 0644);
  ::dup2(in.read_end, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(err.write_end, STDERR_FILENO);
  if (!invocation.folder.empty() && ::chdir(invocation.folder.c_str()) != 0) ::_exit(126);
  ::execve(invocation.program.c_str(), pointers(arguments).data(), pointers(environment).data());
  ::_exit(127);
}

// Appends what there is to read; false at the end.
bool read_some(int file, std::string& text) {
  std::array<char, 65536> block{};
  const ssize_t size = ::read(file, block.data(), block.size());
  if (size < 0) return errno == EINTR || errno == EAGAIN;
  text.append(block.data(), static_cast<std::size_t>(size));
  return size > 0;
}

// Whether the program has set up a handler for the signal, by the mask in /proc/PID/status. Before its exec the process
// is a copy of this one, with the handlers of this one.
bool handles(pid_t process, int signal) {
  std::error_code gone;
  const auto program = std::filesystem::read_symlink("/proc/" + std::to_string(process) + "/exe", gone);
  if (gone || program == std::filesystem::read_symlink("/proc/self/exe")) return false;
  if (signal == SIGKILL) return true;  // nobody can
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;) {
    if (word == "SigCgt:" && status >> word) return ((std::stoull(word, nullptr, 16) >> (signal - 1)) & 1U) != 0;
  }
  return false;
}

// Feeds and reads all three at once, so that neither side waits for the other with a full pipe.
void exchange(const Invocation& invocation, pid_t child, Pipe& in, Pipe& out, Pipe& err, Finished& result) {
  std::string_view unsent = invocation.input;
  bool interrupted = invocation.signal == 0;
  ::fcntl(in.write_end, F_SETFL, O_NONBLOCK);
  if (unsent.empty()) in.close_write();
  while (out.read_end >= 0 || err.read_end >= 0) {
    std::array<pollfd, 3> files = {pollfd{in.write_end, POLLOUT, 0}, pollfd{out.read_end, POLLIN, 0},
                                   pollfd{err.read_end, POLLIN, 0}};
    if (::poll(files.data(), files.size(), interrupted ? -1 : 1) < 0) continue;
    if (files[0].revents != 0) {
      const ssize_t sent = ::write(in.write_end, unsent.data(), unsent.size());
      if (sent > 0) unsent.remove_prefix(static_cast<std::size_t>(sent));
      if (unsent.empty() || (sent < 0 && errno == EPIPE)) in.close_write();
    }
    if (files[1].revents != 0 && !read_some(out.read_end, result.out)) out.close_read();
    if (files[2].revents != 0 && !read_some(err.read_end, result.err)) err.close_read();
    const auto lines = std::count(result.out.begin(), result.out.end(), '\n');
    if (!interrupted && lines >= invocation.after_lines && handles(child, invocation.signal)) {
      ::kill(child, invocation.signal);
      ::kill(child, invocation.signal);
      interrupted = true;
    }
  }
}

}  // namespace

Finished run_process(const Invocation& invocation) {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe in;
  Pipe out;
  Pipe err;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) become_the_program(invocation, in, out, err);
  in.close_read();
  out.close_write();
  err.close_write();
  Finished result;
  exchange(invocation, child, in, out, err, result);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

Finished cli(std::vector<std::string> arguments, std::string input) {
  return run_process({.arguments = std::move(arguments), .input = std::move(input)});
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "interleave-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view contents) const {
  std::ofstream(path(name), std::ios::binary) << contents;
  return path(name);
}

std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(path_))
    found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

std::string contents_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace interleave::test
