# What our own targets are compiled with; third-party targets are left alone.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without the folder's name in what it looks up, so that trees that compile the same alike share what is compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "${CCACHE_PROGRAM}")
endif()

add_library(interleave_options INTERFACE)
target_include_directories(interleave_options INTERFACE "${PROJECT_SOURCE_DIR}")
# The presets make errors of these; who builds with another compiler or other flags is warned and no more.
target_compile_options(interleave_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wno-missing-field-initializers  # designated initializers leave the rest to its defaults
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)  # at -O3 g++ 12 takes "a" + text for an overlap
if(INTERLEAVE_SANITIZE)
  target_compile_options(interleave_options INTERFACE -fsanitize=${INTERLEAVE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # g++ takes the sanitizers' own reads for ours
  target_link_options(interleave_options INTERFACE -fsanitize=${INTERLEAVE_SANITIZE})
  if(INTERLEAVE_SANITIZE MATCHES "address")
    # At a fixed place: a program that is put anywhere writes millions of addresses into what the sanitizers know of it,
    # for a second, each time that it begins.
    target_compile_options(interleave_options INTERFACE -fno-pie)
    target_link_options(interleave_options INTERFACE -no-pie)
  endif()
  find_program(INTERLEAVE_LLD ld.lld)
  mark_as_advanced(INTERLEAVE_LLD)
  if(INTERLEAVE_LLD)
    # Hundreds of megabytes each, in a fifth of the time that GNU's linker takes.
    target_link_options(interleave_options INTERFACE -fuse-ld=lld)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND INTERLEAVE_SANITIZE MATCHES "undefined")
    # clang 14 takes coroutine frames for functions of a wrong type.
    target_compile_options(interleave_options INTERFACE -fno-sanitize=function)
  endif()
endif()

# From cold, half of the compiler's work is reading the same headers again for each file. What it takes in return: names
# in anonymous namespaces are unique within their folder, and a file may lack an include that one before it has. So
# some of the builds that are tested go without.
option(INTERLEAVE_UNITY "Compile the files of a folder together, for builds from cold" OFF)

# interleave_compile_together(TARGET): the target's files are compiled a dozen at a time; two dozen in builds from cold,
# which then read headers half as often, where in daily work each change would cost twice as much.
function(interleave_compile_together TARGET)
  set(batch 12)
  if(INTERLEAVE_UNITY)
    set(batch 24)
  endif()
  set_target_properties(${TARGET} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${batch})
  # g++ takes what is local to a file for local to the file it is included in.
  target_compile_options(${TARGET} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# interleave_unity(TARGET): the same where builds from cold are to be fast.
function(interleave_unity TARGET)
  if(INTERLEAVE_UNITY)
    interleave_compile_together(${TARGET})
  endif()
endfunction()

# interleave_headers(NAME LIBRARIES...): each header of this folder is compiled by itself, where files are. One that has a
# source begins it, which tests/architecture holds; the others are compiled here, seen by who links LIBRARIES.
function(interleave_headers NAME)
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set(sources "")
  foreach(header ${headers})
    cmake_path(REPLACE_EXTENSION header LAST_ONLY .cpp OUTPUT_VARIABLE source)
    if(NOT EXISTS "${source}")
      cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE included)
      cmake_path(GET header STEM stem)
      set(alone "${CMAKE_CURRENT_BINARY_DIR}/headers/${stem}.cpp")
      file(CONFIGURE OUTPUT "${alone}" CONTENT "#include \"${included}\"\n")
      list(APPEND sources "${alone}")
    endif()
  endforeach()
  if(sources AND INTERLEAVE_TESTS AND NOT INTERLEAVE_UNITY)
    add_library(interleave_${NAME}_headers OBJECT ${sources})
    target_link_libraries(interleave_${NAME}_headers PRIVATE ${ARGN})
  endif()
endfunction()

# interleave_library(NAME DEPENDS...): every .cpp of this folder is one static library called interleave_NAME; a folder
# of headers alone is one of headers alone.
function(interleave_library NAME)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(sources)
    add_library(interleave_${NAME} STATIC ${sources})
    target_link_libraries(interleave_${NAME} PUBLIC interleave_options ${ARGN})
    interleave_unity(interleave_${NAME})
  else()
    add_library(interleave_${NAME} INTERFACE)
    target_link_libraries(interleave_${NAME} INTERFACE interleave_options ${ARGN})
  endif()
  interleave_headers(${NAME} interleave_${NAME})
endfunction()
