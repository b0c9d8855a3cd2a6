#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/input/command_writer.h"

namespace interleave::gui {

// Reads the arguments of a command one by one, by their type; the first that is wrong says why.
class CommandReader {
 public:
  // Of the text after the command's name. The form says what the arguments are called, and which may be left out.
  CommandReader(std::string_view arguments, std::string_view form, const CommandNames& names);

  // Reads one argument, or leaves it as it is where it is left out. False where something is wrong.
  template <class T>
  bool read(T& argument) {
    return begin_argument() ? take(argument) : error_.empty();
  }
  // Whether all was read.
  bool end();
  const std::string& error() const { return error_; }

 private:
  struct Word {
    std::string text;
    bool quoted = false;
  };

  template <class T>
  bool take(std::optional<T>& argument) {
    return take(argument.emplace());
  }
  template <class Choice>
  requires requires(Choice choice) { vocabulary_of(choice); }
  bool take(Choice& choice) {
    std::size_t position = 0;
    if (!take_word(vocabulary_of(choice), position)) return false;
    choice = static_cast<Choice>(position);
    return true;
  }
  bool take(bool& on);
  bool take(int& number);
  bool take(float& number);
  bool take(double& number);
  bool take(std::size_t& position);
  bool take(Time& time);
  bool take(TaskId& task);
  bool take(StepId& step);
  bool take(ScenarioPosition& scenario);
  bool take(LaneKey& lane);
  bool take(TimeRange& range);
  bool take(StepPath& path);
  bool take(Cell& cell);
  bool take(TextPress& press);
  bool take(std::string& text);

  void split(std::string_view text);
  bool begin_argument();
  const Word* next(std::string_view what);
  bool take_word(const Vocabulary& vocabulary, std::size_t& position);
  bool take_name(std::string_view what, const std::vector<std::string>& names, std::size_t& position);
  bool take_text(std::string_view what, std::string& text);
  template <class Number>
  bool take_number(std::string_view what, Number& number);
  bool fail(std::string error);

  std::vector<Word> words_;
  std::size_t at_ = 0;
  std::vector<std::string_view> arguments_;  // what they are called in the form
  std::size_t argument_ = 0;
  std::string_view form_;
  const CommandNames& names_;
  std::string error_;
};

}  // namespace interleave::gui
