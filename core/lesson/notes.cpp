#include "core/lesson/notes.h"

#include <string>

#include "core/lesson/findings.h"
#include "core/lesson/markdown.h"

namespace interleave::lesson {

Words words_of_note(std::string_view line) {
  Findings findings;
  Words words = read_words(line, 0, findings);
  if (findings.all().empty()) return words;
  Words plain;
  append(plain, {std::string(line)});
  return plain;
}

}  // namespace interleave::lesson
