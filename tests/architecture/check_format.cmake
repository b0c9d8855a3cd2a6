# cmake -DSOURCE_DIR=… -P check_format.cmake: every C++ file of ours is as clang-format leaves it. Other versions than 14
# break lines differently, so where 14 is missing the check is skipped, and says so.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT)
  execute_process(COMMAND "${CLANG_FORMAT}" --version OUTPUT_VARIABLE version)
endif()
if(NOT version MATCHES "version 14\\.")
  message("skipped: clang-format 14 is not installed")
  return()
endif()

file(GLOB_RECURSE files "${SOURCE_DIR}/core/*.h" "${SOURCE_DIR}/core/*.cpp" "${SOURCE_DIR}/app/*.h"
     "${SOURCE_DIR}/app/*.cpp" "${SOURCE_DIR}/tests/*.h" "${SOURCE_DIR}/tests/*.cpp")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${files} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Not as clang-format 14 leaves it; mend it with: ${CLANG_FORMAT} -i FILE")
endif()
