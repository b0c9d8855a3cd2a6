#include "core/listing/cpp_support.h"

#include <utility>

#include "core/listing/cpp_loop.h"
#include "core/listing/cpp_main.h"
#include "core/listing/cpp_objects.h"
#include "core/listing/cpp_tasks.h"
#include "core/listing/cpp_values.h"
#include "core/listing/imports.h"
#include "core/listing/mode_program.h"
#include "core/listing/support_text.h"

namespace interleave {
namespace {

constexpr std::string_view kCppBasics = R"(
// How long a second lasts: TIME_SCALE seconds, or one.
const char* const TIME_SCALE = std::getenv("TIME_SCALE");
const std::chrono::duration<double> SECOND(TIME_SCALE == nullptr ? 1 : std::atof(TIME_SCALE));

// Prints a line at once, so that lines of several threads do not mix.
template <class... Parts>
void print(const Parts&... parts) {
  std::ostringstream line;
  (line << ... << parts) << '\n';
  std::cout << line.str() << std::flush;
}
)";

constexpr std::string_view kCppCompute = R"(
// Keeps the processor busy until this thread has used so much of its time.
void compute(std::chrono::duration<double> length) {
  const auto used = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  };
  const auto end = used() + length;
  while (used() < end) {
  }
}
)";

constexpr std::string_view kAttempt = R"(
// Does the work of a task; what that throws ends this task alone.
const auto attempt = [](auto function, auto... arguments) {
  try {
    function(arguments...);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
};
)";

constexpr std::string_view kDivision = R"(
// Towards minus infinity, and what is left then, which has the sign of the divisor.
long long floor_divided(long long number, long long by) {
  if (by == 0) throw std::domain_error("division by 0");
  return number / by - (number % by != 0 && (number < 0) != (by < 0) ? 1 : 0);
}
long long modulo(long long number, long long by) { return number - floor_divided(number, by) * by; }
)";

// A thrown return ends the task, too, and is no error. The pool of processes is told of errors where it hears of them.
std::string attempt_of(const Outline& outline) {
  std::string attempt(kAttempt);
  constexpr std::string_view kCatch = "  } catch (const std::exception& error) {";
  if (outline.dealings.returns_past_finally)
    attempt = with(std::move(attempt), kCatch, "  } catch (const Returned&) {\n");
  if (!jobs_tell_of_failures(outline)) return attempt;
  attempt = replaced(std::move(attempt), "this task alone.", "this task alone. Whether nothing is.");
  attempt = replaced(std::move(attempt), "<< '\\n';\n  }\n", "<< '\\n';\n    return false;\n  }\n  return true;\n");
  return attempt;
}

}  // namespace

void write_cpp_beginning(ListingWriter& writer, const Outline& outline) {
  const MainProgram& main = main_program(outline.mode, outline.language);
  Imports imports;
  for (const auto* line : {"#include <chrono>", "#include <string>", "#include <thread>"}) {
    imports.add(line, LineRole::program);
  }
  for (const auto* line : {"#include <cstdlib>", "#include <iostream>", "#include <sstream>"}) {
    imports.add(line, LineRole::support);
  }
  if (outline.computes) imports.add("#include <ctime>", LineRole::support);
  if (outline.may_fail()) imports.add("#include <stdexcept>", LineRole::support);
  include_for_objects(imports, outline);
  include_for_cpp_values(imports, outline);
  if (deals_on_loop(outline)) {
    include_for_cpp_loop(imports, outline);
  } else {
    outline.dealings.has_handles ? include_for_cpp_tasks(imports, outline) : imports.add(main);
  }
  imports.write(writer);
  writer.support(kCppBasics);
  if (outline.computes) writer.support(kCppCompute);
  if (outline.divides) writer.support(kDivision);
  write_cpp_values(writer, outline);
  if (deals_on_loop(outline)) return write_cpp_loop(writer, outline);
  if (outline.dealings.has_handles) return write_cpp_tasks(writer, outline);
  if (outline.may_fail()) writer.support(attempt_of(outline));
  if (main.write_support != nullptr) main.write_support(writer, outline);
}

}  // namespace interleave
