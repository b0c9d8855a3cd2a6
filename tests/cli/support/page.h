#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave::test {

bool contains(std::string_view text, std::string_view part);

// What stands between the one and the next of the other, as often as it does.
std::vector<std::string> parts_between(std::string_view text, std::string_view begin, std::string_view end);

// What is wrong with an HTML page that is to need nothing else; empty where nothing is: well-formed XML behind its
// first line, no script, nothing that is fetched, each id once, and each that is referred to there.
std::string problem_with_page(const std::string& page);

// Its pictures of runs, without what their ids begin with.
std::vector<std::string> pictures_of(const std::string& page);

// Of the built-in lessons.
std::vector<std::string> names_of_lessons();

}  // namespace interleave::test
