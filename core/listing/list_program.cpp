#include "core/listing/list_program.h"

#include "core/listing/cpp_program.h"
#include "core/listing/outline.h"
#include "core/listing/python_program.h"

namespace interleave {

Listing list_program(const Scenario& scenario, Mode mode, int max_workers, Language language) {
  const Outline outline = outline_of(scenario, mode, max_workers, language);
  return language == Language::python ? python_program(outline) : cpp_program(outline);
}

}  // namespace interleave
