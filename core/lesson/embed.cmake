# cmake -DFOLDER=assets/lessons -DOUTPUT=file.cpp -P embed.cmake
# Writes the C++ source that holds the folder's lessons as text.
file(GLOB files "${FOLDER}/*.lesson.md")
list(SORT files)
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  cmake_path(GET file FILENAME name)
  string(REGEX REPLACE "\\.lesson\\.md$" "" name "${name}")
  file(READ "${file}" text)
  string(APPEND entries "    BuiltInLesson{\"${name}\", R\"lesson-text(${text})lesson-text\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made from ${FOLDER} by embed.cmake.
#include <array>

#include \"core/lesson/built_in_lessons.h\"

namespace interleave::lesson {
namespace {

constexpr std::array<BuiltInLesson, ${count}> kFiles = {
${entries}};

}  // namespace

std::span<const BuiltInLesson> built_in_lessons() { return kFiles; }

}  // namespace interleave::lesson
")
