# Run after a test program is built: writes FILE, which tells ctest of each of PROGRAM's cases as a test of its own.
# doctest has such a script; it takes a semicolon or a bracket in a name for CMake's, and loses the test.
#   cmake -D PROGRAM=… -D FILE=… -D PREFIX=… -D "PROPERTIES=name;value;…" -P discover_tests.cmake
execute_process(COMMAND "${PROGRAM}" --list-test-cases --no-intro=true OUTPUT_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} cannot list its tests (${result}):\n${output}")
endif()

# Characters that mean something in a CMake list sleep as control characters while the lines are taken apart.
string(ASCII 1 sleeping_semicolon)
string(ASCII 2 sleeping_open)
string(ASCII 3 sleeping_close)
string(REPLACE ";" "${sleeping_semicolon}" output "${output}")
string(REPLACE "[" "${sleeping_open}" output "${output}")
string(REPLACE "]" "${sleeping_close}" output "${output}")
string(REPLACE "\n" ";" lines "${output}")

set(script "")
foreach(line IN LISTS lines)
  if(line MATCHES "^(${sleeping_open}doctest${sleeping_close}|===)" OR line STREQUAL "")
    continue()
  endif()
  string(REPLACE "${sleeping_semicolon}" ";" name "${line}")
  string(REPLACE "${sleeping_open}" "[" name "${name}")
  string(REPLACE "${sleeping_close}" "]" name "${name}")
  string(REPLACE "," "\\," filter "${name}") # a bare comma would part two filters
  set(test "[==[${PREFIX}${name}]==]")
  string(APPEND script "add_test(${test} [==[${PROGRAM}]==] [==[--test-case=${filter}]==])\n"
                       "set_tests_properties(${test} PROPERTIES ")
  # A name that doctest cannot find again would pass by running nothing.
  string(APPEND script "FAIL_REGULAR_EXPRESSION [==[test cases: +0 ]==]")
  foreach(property IN LISTS PROPERTIES)
    string(APPEND script " [==[${property}]==]")
  endforeach()
  string(APPEND script ")\n")
endforeach()
file(WRITE "${FILE}" "${script}")
