#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/command_names.h"
#include "app/gui/model/input/command_vocabulary.h"

namespace interleave::gui {

// A scenario by its name.
struct ScenarioPosition {
  std::size_t position = 0;
};

inline constexpr std::string_view kLeftOut = "-";
inline constexpr std::string_view kFar = "far+";           // before a key that goes far
inline constexpr std::string_view kExtending = "extend+";  // and selects what it passes

// A word as it is written: in quotes unless it is plain.
std::string written_word(std::string_view word);

// Writes the arguments of a command by their type, as CommandReader reads them.
class CommandWriter {
 public:
  explicit CommandWriter(const CommandNames& names) : names_(names) {}

  // One argument; what is not there is "-".
  template <class T>
  void write(const T& argument) {
    arguments_.emplace_back();
    put(argument);
  }
  // One text for each argument.
  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  template <class T>
  void put(const std::optional<T>& argument) {
    argument ? put(*argument) : add(kLeftOut);
  }
  template <class Choice>
  requires requires(Choice choice) { vocabulary_of(choice); }
  void put(Choice choice) { add(vocabulary_of(choice).words[static_cast<std::size_t>(choice)]); }
  void put(bool on);
  void put(int number);
  void put(float number);
  void put(double number);
  void put(std::size_t position);
  void put(Time time);
  void put(TaskId task);
  void put(StepId step);
  void put(ScenarioPosition scenario);
  void put(const LaneKey& lane);
  void put(const TimeRange& range);
  void put(const StepPath& path);
  void put(const Cell& cell);
  void put(const TextPress& press);
  void put(const std::string& text);

  void add(std::string_view word);  // to the last argument
  void add_name(const std::vector<std::string>& names, std::size_t position);

  const CommandNames& names_;
  std::vector<std::string> arguments_;
};

}  // namespace interleave::gui
