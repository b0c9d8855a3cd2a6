#include "app/gui/model/edit/field_reading.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/json_text.h"
#include "core/scenario/json_document.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::string typed_value(std::string_view text) {
  text = trimmed(text);
  const auto document = parse_json(text);
  const bool is_number =
      document && document.value().root().is(JsonKind::number) && document.value().root().text() == text;
  return is_number ? std::string(text) : json_string(text);
}

std::string typed_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    const bool plain = !name.empty() && name.find_first_of(",\"\\[]") == std::string::npos && trimmed(name) == name;
    list += (list.empty() ? "" : ", ") + (plain ? name : json_string(name));
  }
  return list;
}

std::optional<std::vector<std::string>> read_typed_list(std::string_view text) {
  std::vector<std::string> names;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::size_t end = text.find(',');
    if (text.front() == '"') {
      for (end = 1; end < text.size() && text[end] != '"'; ++end) {
        if (text[end] == '\\') ++end;
      }
      const auto string = parse_json(text.substr(0, std::min(end + 1, text.size())));
      if (!string) return std::nullopt;
      names.emplace_back(string.value().root().text());
      end = text.find(',', end);
    } else {
      names.emplace_back(trimmed(text.substr(0, end)));
    }
    text.remove_prefix(std::min(end, text.size() - 1) + 1);
  }
  return names;
}

namespace {

// What is read here is written anew: its lines are those of no file.
std::string without_line(std::string message) {
  constexpr std::string_view kInLine = " in line ";
  const std::size_t begin = message.find("\"" + std::string(kInLine));
  if (begin == std::string::npos) return message;
  const std::size_t end = message.find_first_not_of("0123456789", begin + 1 + kInLine.size());
  return message.erase(begin + 1, end - begin - 1);
}

}  // namespace

Result<Scenario, std::string> loaded(std::string_view file, std::uint64_t most_steps) {
  auto scenario = load_scenario(file, "scenario", most_steps);
  if (!scenario) return without_line(scenario.error().front().message);
  return std::move(scenario).value();
}

Result<Scenario, std::string> read_fields(std::string_view of_file, std::string_view of_task) {
  return loaded(fmt::format(R"({{"interleave": 1, "title": "t", {}"tasks": [{{"name": "a", "steps": []{}}}]}})",
                            of_file, of_task));
}

}  // namespace interleave::gui
