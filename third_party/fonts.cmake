# interleave::fonts tells the window where its fonts were when it was built: INTERLEAVE_FONT_SANS,
# INTERLEAVE_FONT_SANS_BOLD and INTERLEAVE_FONT_MONO are paths, empty where nothing was found (then the window falls
# back on what it finds at run time, last of all on ImGui's own font). In order of preference; all are Debian packages.
set(font_folders /usr/share/fonts /usr/local/share/fonts)

function(interleave_find_font VARIABLE)
  find_file(${VARIABLE} NAMES ${ARGN} PATHS ${font_folders} NO_DEFAULT_PATH
            PATH_SUFFIXES opentype/inter truetype/inter truetype/jetbrains-mono opentype/jetbrains-mono
                          truetype/dejavu truetype/liberation
            DOC "Font file of the window")
  if(NOT ${VARIABLE})
    set(path "")
  else()
    set(path "${${VARIABLE}}")
  endif()
  target_compile_definitions(interleave_fonts INTERFACE "${VARIABLE}=\"${path}\"")
endfunction()

add_library(interleave_fonts INTERFACE)
interleave_find_font(INTERLEAVE_FONT_SANS Inter-Regular.otf Inter-Regular.ttf DejaVuSans.ttf LiberationSans-Regular.ttf)
interleave_find_font(INTERLEAVE_FONT_SANS_BOLD Inter-SemiBold.otf Inter-Bold.otf DejaVuSans-Bold.ttf)
interleave_find_font(INTERLEAVE_FONT_MONO JetBrainsMono-Regular.ttf JetBrainsMono-Regular.otf DejaVuSansMono.ttf)
add_library(interleave::fonts ALIAS interleave_fonts)
