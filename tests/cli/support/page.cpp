#include "tests/cli/support/page.h"

#include <algorithm>
#include <set>

#include "tests/cli/support/process.h"
#include "tests/interchange/xml_check.h"

namespace interleave::test {
namespace {

std::string without(std::string text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
  return text;
}

}  // namespace

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::vector<std::string> parts_between(std::string_view text, std::string_view begin, std::string_view end) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at)) {
    at += begin.size();
    parts.emplace_back(text.substr(at, text.find(end, at) - at));
  }
  return parts;
}

std::string problem_with_page(const std::string& page) {
  constexpr std::string_view kFirstLine = "<!DOCTYPE html>\n";
  if (!page.starts_with(kFirstLine)) return "no document type";
  const std::string document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + page.substr(kFirstLine.size());
  if (std::string problem = testing::problem_with_xml(document); !problem.empty()) return problem;
  for (const std::string_view fetched : {"<script", "<link", "<iframe", "<object", "@import", " href=", " onload="}) {
    if (contains(page, fetched)) return std::string(fetched);
  }
  for (const std::string& source : parts_between(page, " src=\"", "\"")) {
    if (!source.starts_with("data:image/png;base64,")) return "a source elsewhere: " + source;
  }
  std::set<std::string> ids;
  for (const std::string& id : parts_between(page, " id=\"", "\"")) {
    if (!ids.insert(id).second) return "an id twice: " + id;
  }
  for (const std::string& id : parts_between(page, "url(", ")")) {
    if (!id.starts_with('#') || !ids.contains(id.substr(1))) return "nothing has the id " + id;
  }
  return "";
}

std::vector<std::string> pictures_of(const std::string& page) {
  std::vector<std::string> pictures = parts_between(page, "<svg ", "</svg>");
  for (std::string& picture : pictures) {
    const auto ids = parts_between(picture, "<pattern id=\"", "\"");
    if (!ids.empty()) picture = without(picture, ids.front().substr(0, ids.front().find("hatch")));
  }
  return pictures;
}

std::vector<std::string> names_of_lessons() {
  std::vector<std::string> names = parts_between("\n" + cli({"lesson", "list"}).out, "\n", "\t");
  if (!names.empty()) names.pop_back();  // behind the last line there is none
  return names;
}

}  // namespace interleave::test
