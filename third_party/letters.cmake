# interleave::letters: what draws letters that the window's own fonts lack. Each part is optional and says by a definition
# that it is there: INTERLEAVE_FREETYPE, which everything below needs; INTERLEAVE_FONTCONFIG, which finds installed fonts;
# INTERLEAVE_SHAPING, HarfBuzz and FriBidi together, which join letters and put them in their order.
option(INTERLEAVE_LETTERS "Draw letters that the window's own fonts lack in those of the system" ON)
add_library(interleave_letters INTERFACE)
add_library(interleave::letters ALIAS interleave_letters)

find_package(Fontconfig QUIET)
find_path(INTERLEAVE_HARFBUZZ_HEADERS hb-ft.h PATH_SUFFIXES harfbuzz)
find_library(INTERLEAVE_HARFBUZZ_LIBRARY harfbuzz)
find_path(INTERLEAVE_FRIBIDI_HEADERS fribidi.h PATH_SUFFIXES fribidi)
find_library(INTERLEAVE_FRIBIDI_LIBRARY fribidi)
mark_as_advanced(INTERLEAVE_HARFBUZZ_HEADERS INTERLEAVE_HARFBUZZ_LIBRARY
                 INTERLEAVE_FRIBIDI_HEADERS INTERLEAVE_FRIBIDI_LIBRARY)

if(INTERLEAVE_LETTERS AND Freetype_FOUND)
  target_link_libraries(interleave_letters INTERFACE Freetype::Freetype)
  target_compile_definitions(interleave_letters INTERFACE INTERLEAVE_FREETYPE=1)
  if(Fontconfig_FOUND)
    target_link_libraries(interleave_letters INTERFACE Fontconfig::Fontconfig)
    target_compile_definitions(interleave_letters INTERFACE INTERLEAVE_FONTCONFIG=1)
  endif()
  if(INTERLEAVE_HARFBUZZ_HEADERS AND INTERLEAVE_HARFBUZZ_LIBRARY AND INTERLEAVE_FRIBIDI_HEADERS
     AND INTERLEAVE_FRIBIDI_LIBRARY)
    target_include_directories(interleave_letters SYSTEM INTERFACE "${INTERLEAVE_HARFBUZZ_HEADERS}"
                               "${INTERLEAVE_FRIBIDI_HEADERS}")
    target_link_libraries(interleave_letters INTERFACE "${INTERLEAVE_HARFBUZZ_LIBRARY}" "${INTERLEAVE_FRIBIDI_LIBRARY}")
    target_compile_definitions(interleave_letters INTERFACE INTERLEAVE_SHAPING=1)
  endif()
endif()
