# interleave::imgui: Dear ImGui with its GLFW and OpenGL 3 backends: #include <imgui.h>, <imgui_impl_glfw.h>,
# <imgui_impl_opengl3.h>. With FreeType there, INTERLEAVE_IMGUI_FREETYPE is defined and <imgui_freetype.h> can be used.
find_package(Freetype QUIET)

if(imgui_FOUND)
  add_library(interleave_imgui INTERFACE)
  set(scope INTERFACE)
  set(imgui_include_directories "${imgui_HEADERS}" "${imgui_HEADERS}/backends")
  # Debian's library takes rectangle packing and TrueType from stb instead of its own copies.
  target_link_libraries(interleave_imgui INTERFACE "${imgui_LIBRARY}" interleave::stb)
else()
  set(scope PUBLIC)
  file(GLOB imgui_sources "${imgui_SOURCE_DIR}/imgui*.cpp")
  list(APPEND imgui_sources "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp"
       "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
  set(imgui_include_directories "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends")
  if(Freetype_FOUND)
    list(APPEND imgui_sources "${imgui_SOURCE_DIR}/misc/freetype/imgui_freetype.cpp")
    list(APPEND imgui_include_directories "${imgui_SOURCE_DIR}/misc/freetype")
  endif()
  add_library(interleave_imgui STATIC ${imgui_sources})
endif()

target_include_directories(interleave_imgui SYSTEM ${scope} ${imgui_include_directories})
target_link_libraries(interleave_imgui ${scope} glfw ${CMAKE_DL_LIBS})
if(Freetype_FOUND)
  target_link_libraries(interleave_imgui ${scope} Freetype::Freetype)
  target_compile_definitions(interleave_imgui ${scope} INTERLEAVE_IMGUI_FREETYPE=1)
endif()
add_library(interleave::imgui ALIAS interleave_imgui)
