# interleave::glad: the OpenGL 3.3 core loader, generated at build time: #include <glad/gl.h> before GLFW, then
# gladLoadGL(glfwGetProcAddress). --reproducible keeps the generator off the network.
enable_language(C)
set(glad_folder "${CMAKE_BINARY_DIR}/glad")
if(glad_FOUND)
  set(glad_command "${glad_PROGRAM}")
else()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(glad_command "${CMAKE_COMMAND}" -E env "PYTHONPATH=${glad_SOURCE_DIR}" "${Python3_EXECUTABLE}" -m glad)
endif()

add_custom_command(
  OUTPUT "${glad_folder}/src/gl.c" "${glad_folder}/include/glad/gl.h"
  COMMAND ${glad_command} --api gl:core=3.3 --extensions "" --reproducible --quiet --out-path "${glad_folder}" c
  COMMENT "Generating the OpenGL 3.3 loader"
  VERBATIM)
add_library(interleave_glad STATIC "${glad_folder}/src/gl.c" "${glad_folder}/include/glad/gl.h")
target_include_directories(interleave_glad SYSTEM PUBLIC "${glad_folder}/include")
target_link_libraries(interleave_glad PUBLIC ${CMAKE_DL_LIBS})
add_library(interleave::glad ALIAS interleave_glad)
