#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

#include "app/cli/messages.h"

namespace interleave::cli {

WriteError write_to_stdout(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return {};
  return fmt::format("cannot write to standard output: {}", std::strerror(errno));
}

WriteError OutputTarget::check() const { return is_stdout() ? WriteError{} : can_replace_file(path_); }

WriteError OutputTarget::write(std::string_view text) const {
  return is_stdout() ? write_to_stdout(text) : replace_file(path_, text);
}

ExitCode deliver(const OutputTarget& target, std::string_view text) {
  const WriteError error = target.write(text);
  if (!error) return ExitCode::done;
  complain(*error);
  return ExitCode::bad_input;
}

}  // namespace interleave::cli
