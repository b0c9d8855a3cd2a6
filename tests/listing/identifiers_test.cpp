#include "core/listing/identifiers.h"

#include <doctest/doctest.h>
#include <set>

#include "core/listing/reserved_names.h"

namespace interleave {
namespace {

using Names = std::vector<std::string>;

Names functions(Language language, const std::vector<std::string_view>& names) {
  return IdentifierScope(language, is_reserved_for_functions).take(names, "work");
}

Names locals(Language language, const std::vector<std::string_view>& names) {
  return IdentifierScope(language, is_reserved_in_functions).take(names, "value");
}

}  // namespace

TEST_CASE("a name becomes an identifier that still reads like it") {
  CHECK(identifier_of("order", "x") == "order");
  CHECK(identifier_of("music.zip", "x") == "music_zip");
  CHECK(identifier_of("  Ana & Ben! ", "x") == "Ana_Ben");
  CHECK(identifier_of("__init__", "x") == "init");
  CHECK(identifier_of("Größe Ærø", "x") == "Grosse_AEro");
  CHECK(identifier_of("3 eggs", "work") == "work_3_eggs");
  CHECK(identifier_of("日本", "work") == "work");
  CHECK(identifier_of("-", "work") == "work");
}

TEST_CASE("who has a good name keeps it, whoever comes before; others that look alike are numbered") {
  CHECK(functions(Language::python, {"a b", "a-b", "a_b", "a_b_2"}) == Names{"a_b_3", "a_b_4", "a_b", "a_b_2"});
  CHECK(functions(Language::cpp, {"?", "!", "work"}) == Names{"work_2", "work_3", "work"});
}

TEST_CASE("keywords and what the program uses get an underscore, only where they would be in the way") {
  CHECK(locals(Language::python, {"while", "time", "class", "print", "seconds", "start", "filter"}) ==
        Names{"while_", "time_", "class_", "print_", "seconds", "start", "filter"});
  CHECK(functions(Language::python, {"main", "start", "pool", "filter", "while", "while_"}) ==
        Names{"main_", "start_", "pool_", "filter", "while_", "while_2"});
  CHECK(locals(Language::cpp, {"co_await", "errno", "EOF", "X", "time", "std"}) ==
        Names{"co_await_", "errno_", "EOF_", "X", "time", "std_"});
}

TEST_CASE("a C++ function is not called like one of the C library") {
  CHECK(functions(Language::cpp, {"read", "pause", "time", "sched_yield", "order"}) ==
        Names{"read_", "pause_", "time_", "sched_yield_", "order"});
  CHECK(functions(Language::python, {"read", "pause"}) == Names{"read", "pause"});
}

TEST_CASE("names of a reserved family that look alike are told apart too") {
  CHECK(functions(Language::cpp, {"SECOND", "SECOND!", "SECOND?"}) == Names{"SECOND_", "SECOND_2", "SECOND_3"});
  CHECK(functions(Language::cpp, {"sem_post", "sem post"}) == Names{"sem_post_", "sem_post_2"});
}

TEST_CASE("a hundred thousand names that all look alike get different identifiers at once") {
  const std::vector<std::string_view> names(100'000, "-");
  const Names taken = functions(Language::python, names);
  CHECK(std::set<std::string>(taken.begin(), taken.end()).size() == names.size());
}

}  // namespace interleave
