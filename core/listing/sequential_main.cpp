#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kAttemptInPython = R"(

def attempt(function, *arguments):
    """Does the work of a task; what that raises ends this task alone."""
    try:
        function(*arguments)
    except Exception as error:
        sys.stderr.write(f"{error}\n")
)";

}  // namespace

const ModeProgram& sequential_program() {
  static const ModeProgram kProgram = {
      .python = {.names = "Exception attempt",
                 .write_support =
                     [](ListingWriter& writer, const Outline& outline) {
                       if (outline.may_fail()) writer.support(kAttemptInPython);
                     },
                 .write_body =
                     [](ListingWriter& writer, const Outline& outline) {
                       write_submissions(writer, outline, outline.may_fail() ? "attempt({})" : "{}");
                     }},
      .cpp = {.write_body =
                  [](ListingWriter& writer, const Outline& outline) {
                    write_submissions(writer, outline, outline.may_fail() ? "attempt({});" : "{};");
                  }},
  };
  return kProgram;
}

}  // namespace interleave
