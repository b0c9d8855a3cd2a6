#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {

const ModeProgram& sequential_program() {
  static const ModeProgram kProgram = {
      .python = {.write_body = [](ListingWriter& writer,
                                  const Outline& outline) { write_submissions(writer, outline, "{}"); }},
      .cpp = {.write_body = [](ListingWriter& writer,
                               const Outline& outline) { write_submissions(writer, outline, "{};"); }},
  };
  return kProgram;
}

}  // namespace interleave
