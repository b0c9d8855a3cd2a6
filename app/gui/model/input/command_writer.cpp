#include "app/gui/model/input/command_writer.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/code_point.h"
#include "core/base/json_text.h"

namespace interleave::gui {

namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// What needs no quotes and cannot be taken for a number or for nothing.
bool is_plain(std::string_view word) {
  const auto may_follow = [](char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.' || byte == '/';
  };
  return !word.empty() && (is_letter(word[0]) || word[0] == '/') && std::all_of(word.begin(), word.end(), may_follow);
}

}  // namespace

std::string written_word(std::string_view word) { return is_plain(word) ? std::string(word) : json_string(word); }

void CommandWriter::add(std::string_view word) {
  std::string& argument = arguments_.back();
  if (!argument.empty()) argument += ' ';
  argument += word;
}

// What has no name of its own goes by its position.
void CommandWriter::add_name(const std::vector<std::string>& names, std::size_t position) {
  const bool named = position < names.size() && std::find(names.begin(), names.end(), names[position]) ==
                                                    names.begin() + static_cast<std::ptrdiff_t>(position);
  add(named ? written_word(names[position]) : fmt::format("{}", position + 1));
}

void CommandWriter::put(bool on) { add(on ? "on" : "off"); }
void CommandWriter::put(int number) { add(fmt::format("{}", number)); }
void CommandWriter::put(float number) { add(fmt::format("{}", number)); }
void CommandWriter::put(double number) { add(fmt::format("{}", number)); }
void CommandWriter::put(std::size_t position) { add(fmt::format("{}", position + 1)); }
void CommandWriter::put(Time time) { add(exact_seconds(time)); }
void CommandWriter::put(TaskId task) { add_name(names_.tasks, index(task)); }
void CommandWriter::put(StepId step) { put(index(step)); }
void CommandWriter::put(ScenarioPosition scenario) { add_name(names_.scenarios, scenario.position); }
void CommandWriter::put(const std::string& text) { add(written_word(text)); }

void CommandWriter::put(const LaneKey& lane) {
  std::string word =
      fmt::format("{}:{}", vocabulary_of(lane.kind).words[static_cast<std::size_t>(lane.kind)], lane.track + 1);
  if (lane.compared) word += fmt::format(":{}", name(*lane.compared));
  add(word);
}

void CommandWriter::put(const TimeRange& range) {
  put(range.begin);
  put(range.end);
}

void CommandWriter::put(const StepPath& path) { add(written(path)); }

void CommandWriter::put(const Cell& cell) {
  put(cell.kind);
  if (is_of_task(cell)) put(task_id(cell.task));
  if (cell.kind == CellKind::step || cell.kind == CellKind::place) put(cell.path);
  if (cell.kind == CellKind::value || cell.kind == CellKind::step) put(cell.parameter);
  if (cell.kind == CellKind::shared_name || cell.kind == CellKind::shared_number) {
    put(cell.object);
    put(cell.position);
  }
}

void CommandWriter::put(const TextPress& press) {
  const std::string_view key = vocabulary_of(press.key).words[static_cast<std::size_t>(press.key)];
  add(fmt::format("{}{}{}", press.reach == Reach::far ? kFar : "", press.extent == Extent::extend ? kExtending : "",
                  key));
  if (press.key == TextKey::character) put(press.character == 0 ? std::string() : utf8(press.character));
}

}  // namespace interleave::gui
