# interleave::stb, to write PNG files: #include <stb_image_write.h>. Debian compiles stb into a library; upstream's
# headers want one source file that defines the implementation.
if(stb_FOUND)
  add_library(interleave_stb INTERFACE)
  target_include_directories(interleave_stb SYSTEM INTERFACE "${stb_HEADERS}")
  target_link_libraries(interleave_stb INTERFACE "${stb_LIBRARY}")
else()
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/stb/stb_image_write.cpp"
       CONTENT "#define STB_IMAGE_WRITE_IMPLEMENTATION\n#include <stb_image_write.h>\n")
  add_library(interleave_stb STATIC "${CMAKE_BINARY_DIR}/stb/stb_image_write.cpp")
  target_include_directories(interleave_stb SYSTEM PUBLIC "${stb_SOURCE_DIR}")
endif()
add_library(interleave::stb ALIAS interleave_stb)
