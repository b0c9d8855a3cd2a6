// libFuzzer's entry: whatever the bytes, reading gives slides that the text has, or says where in the text it is wrong.
//
//   cmake -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DINTERLEAVE_FUZZ=ON -DINTERLEAVE_GUI=OFF
//   cmake --build build/fuzz --target read_lesson_fuzzer
//   build/fuzz/tests/fuzz/read_lesson_fuzzer -max_total_time=60 CORPUS assets/lessons docs
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/lesson/lesson_reader.h"

namespace {

using namespace interleave::lesson;

// What the slides hold lies in the text, in its order.
bool is_in_order(const Lesson& lesson) {
  std::size_t at = 0;
  for (const Slide& slide : lesson.slides) {
    if (slide.begin < at || slide.end < slide.begin || slide.end > lesson.text.size()) return false;
    if (slide.builds.empty()) return false;
    for (const Build& build : slide.builds) {
      if (build.begin < at || build.end < build.begin || build.end > slide.end) return false;
      at = build.begin;
      for (const Written& command : build.commands) {
        if (!std::string_view(lesson.text).substr(command.offset).starts_with(command.text)) return false;
      }
    }
    at = slide.end;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ReadLesson read = read_lesson({reinterpret_cast<const char*>(data), size});
  if (!is_in_order(read.lesson)) std::abort();
  if (read.findings.empty() && (read.lesson.title.empty() || read.lesson.slides.empty())) std::abort();
  for (const Finding& finding : read.findings) {
    if (finding.offset > read.lesson.text.size() || finding.message.empty()) std::abort();
  }
  to_string(diagnostics_of(read.lesson, read.findings, "fuzz"));
  return 0;
}
