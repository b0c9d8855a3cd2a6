#include "core/processes/spawn_process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "core/processes/channel.h"

namespace interleave {
namespace {

// What is different in the new process.
class SpawnSettings {
 public:
  explicit SpawnSettings(int input) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    // A group of its own: what a terminal sends to its programs is for this one to act on. And no signal is blocked.
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
  }
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  int spawn(pid_t& process, char* const* arguments) const {
    return ::posix_spawn(&process, "/proc/self/exe", &actions_, &attributes_, arguments, environ);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

bool was_started_with(std::string_view argument) {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string name;
  std::string first;
  std::getline(file, name, '\0');
  std::getline(file, first, '\0');
  return first == argument;
}

}  // namespace

Result<SpawnedProcess, std::string> spawn_process(std::string_view argument) {
  // Else each of them would start others, without end.
  if (was_started_with(argument)) return std::string("this program does not begin as one with worker processes must");
  const auto ends = Channel::make_pair();
  if (!ends) return std::generic_category().message(errno);
  std::string name = "interleave";
  std::string text(argument);
  char* const arguments[] = {name.data(), text.data(), nullptr};
  SpawnedProcess spawned{.socket = ends->first};
  const int error = SpawnSettings(ends->second).spawn(spawned.process, arguments);
  ::close(ends->second);
  if (error == 0) return spawned;
  ::close(ends->first);
  return std::generic_category().message(error);
}

void kill_process(int process) { ::kill(process, SIGKILL); }

void end_process(int process) {
  kill_process(process);
  while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace interleave
