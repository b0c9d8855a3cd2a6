#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lesson/blocks.h"
#include "core/predict/question.h"

namespace interleave::gui {

// An answer that is offered to choose from.
struct OfferedAnswer {
  lesson::Words words;
  lesson::Words explanation;  // what is said to who chooses it
  bool is_right = false;
  std::optional<Answer> answer = {};  // as the engine has it; none of a choice
};

// An answer that was typed and is none of those that are offered.
struct TypedAnswer {
  std::string text;
  lesson::Words said;  // what is said to it
};

// Of those in a hall who raise a hand for an answer; by position of the answer. They are asked twice, and talk about it
// in between: until both counts are there only the speaker sees them.
struct Hands {
  enum class Stage : std::uint8_t { first, second, shown };

  Stage stage = Stage::first;
  std::vector<int> first;
  std::vector<int> second;
};

// A question that stands on the slide. Until it is settled nothing of the run is on the screen.
struct AskedQuestion {
  lesson::Words words;
  std::vector<OfferedAnswer> answers;    // in an order that says nothing
  std::optional<Question> question;      // as the engine knows it; none: a choice
  std::optional<std::size_t> committed;  // position of the answer that somebody has committed to
  std::optional<TypedAnswer> typed;      // or what was typed, or put in order
  std::string begun;                     // what was typed and not committed when the slide was left
  std::vector<std::string> arranged;     // of an order: the tasks, as they were put so far
  std::size_t placed = 0;                // so many of them one after the other, by their letters
  bool solved = false;                   // the solution is shown to all, and nobody has committed
  Hands hands;
  lesson::Words numbers;  // where it is asked again with others: which they are; else empty

  bool is_settled() const { return committed || typed || solved; }
  // Whether it asks for a number, which whoever sits alone types.
  bool asks_for_number() const;
  // Of the right one among the answers that are offered; none: of a choice of which none is right.
  std::optional<std::size_t> right() const;
};

// How many hands of that count are for the right answer, in per cent; none: no hand was raised.
std::optional<int> percent_right(const AskedQuestion& asked, const std::vector<int>& hands);

}  // namespace interleave::gui
