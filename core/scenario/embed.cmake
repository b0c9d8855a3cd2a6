# cmake -DFOLDER=assets/scenarios -DOUTPUT=file.cpp -P embed.cmake
# Writes the C++ source that holds the folder's scenarios as text. The title is the first one of the file.
file(GLOB files "${FOLDER}/*.json")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  if(NOT text MATCHES "\"title\": \"([^\"\\]+)\"")
    message(FATAL_ERROR "${file} has no title on one line, or one with escapes")
  endif()
  string(APPEND entries "    {\"${name}\", \"${CMAKE_MATCH_1}\",\n     R\"scenario(${text})scenario\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made from ${FOLDER} by embed.cmake.
#include \"core/scenario/built_in.h\"

namespace interleave {
namespace {

constexpr BuiltIn kFiles[] = {
${entries}};

}  // namespace

std::span<const BuiltIn> embedded_scenarios() { return kFiles; }

}  // namespace interleave
")
