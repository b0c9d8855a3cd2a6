# Everything Interleave is built from, found or fetched. README.md beside this file says why each is here.
include(find_or_fetch)
set(CMAKE_COMPILE_WARNING_AS_ERROR OFF) # their warnings are not ours to mend

find_package(Threads REQUIRED)
interleave_find(fmt PACKAGE fmt VERSION 9 REPOSITORY fmtlib/fmt TAG 10.2.1 DEBIAN libfmt-dev)
interleave_find(nlohmann_json PACKAGE nlohmann_json VERSION 3.11
                REPOSITORY nlohmann/json TAG v3.11.3 DEBIAN nlohmann-json3-dev)
interleave_find(cli11 PACKAGE CLI11 VERSION 2.1 REPOSITORY CLIUtils/CLI11 TAG v2.4.2 DEBIAN libcli11-dev)
interleave_find(md4c HEADER md4c.h LIBRARY md4c REPOSITORY mity/md4c TAG release-0.5.2 DEBIAN libmd4c-dev)

if(INTERLEAVE_GUI)
  interleave_find(glfw3 PACKAGE glfw3 VERSION 3.3 REPOSITORY glfw/glfw TAG 3.4 DEBIAN libglfw3-dev GUI
                  NEEDS "libxrandr-dev libxinerama-dev libxcursor-dev libxi-dev (or -DINTERLEAVE_GUI=OFF)")
  interleave_find(imgui HEADER imgui.h FOLDER imgui LIBRARY imgui
                  REPOSITORY ocornut/imgui TAG v1.92.9b DEBIAN libimgui-dev GUI)
  interleave_find(glad PROGRAM glad REPOSITORY Dav1dde/glad TAG v2.0.6 DEBIAN python3-glad GUI
                  NEEDS "python3-jinja2")
  interleave_find(stb HEADER stb_image_write.h FOLDER stb LIBRARY stb
                  REPOSITORY nothings/stb TAG f58f558c120e9b32c217290b80bad1a0729fbb2c DEBIAN libstb-dev GUI)
endif()

if(INTERLEAVE_TESTS)
  interleave_find(doctest PACKAGE doctest VERSION 2.4 REPOSITORY doctest/doctest TAG v2.4.11 DEBIAN doctest-dev)
  interleave_find(rapidcheck PACKAGE rapidcheck REPOSITORY emil-e/rapidcheck
                  TAG 08b505857e32d52a20b2240b5125d937d67a6d86 DEBIAN librapidcheck-dev)
endif()

if(INTERLEAVE_BENCH)
  interleave_find(benchmark PACKAGE benchmark VERSION 1.7
                  REPOSITORY google/benchmark TAG v1.8.5 DEBIAN libbenchmark-dev)
  interleave_find(asio HEADER asio.hpp REPOSITORY chriskohlhoff/asio TAG asio-1-30-2 DEBIAN libasio-dev)
endif()

# Of what is fetched, the libraries alone; and GLFW for X11, which Wayland runs too, as in Debian 12.
set(GLFW_BUILD_DOCS OFF)
set(GLFW_BUILD_TESTS OFF)
set(GLFW_BUILD_EXAMPLES OFF)
set(GLFW_BUILD_WAYLAND OFF)
set(GLFW_INSTALL OFF)
set(CLI11_INSTALL OFF)
set(BUILD_MD2HTML_EXECUTABLE OFF CACHE BOOL "md4c's own program")
set(BUILD_SHARED_LIBS OFF CACHE BOOL "Of what is fetched")
set(FMT_INSTALL OFF)
set(JSON_Install OFF)
set(BENCHMARK_ENABLE_TESTING OFF)
set(BENCHMARK_ENABLE_INSTALL OFF)
set(DOCTEST_WITH_TESTS OFF)
set(DOCTEST_NO_INSTALL ON)
interleave_fetch_missing()
include(md4c)

if(INTERLEAVE_GUI)
  include(stb)
  include(imgui)
  include(glad)
  include(fonts)
  include(letters)
endif()
if(INTERLEAVE_BENCH)
  include(asio)
endif()
unset(CMAKE_COMPILE_WARNING_AS_ERROR) # our own targets: as the cache says
