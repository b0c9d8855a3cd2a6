#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/lesson/blocks.h"

// A lesson as data: what its file says. What its commands, scenarios and questions mean, others know.
namespace interleave::lesson {

// Something that stands in the lesson's text and is read by others.
struct Written {
  std::string text;
  std::size_t offset = 0;  // of its first byte in the lesson's text

  friend bool operator==(const Written&, const Written&) = default;
};

// A wrong or the right answer of a question: `- sequential: That is one after another.`
struct KeyedText {
  Written key;  // "right", the name of a wrong model, or a value
  Words text;   // what is said to who has answered so

  friend bool operator==(const KeyedText&, const KeyedText&) = default;
};

// An answer that can be chosen: `- [x] The loop sleeps.`
struct Option {
  bool is_right = false;
  Words text;
  Words explanation;
  std::size_t offset = 0;

  friend bool operator==(const Option&, const Option&) = default;
};

// A question that is asked before the run is shown.
struct Prediction {
  Written asked;                   // "makespan", "state food at 2": what the answer is
  Words words;                     // the question; empty: the program words it
  std::vector<KeyedText> answers;  // where the engine knows the right one
  std::vector<Option> options;     // where the lesson says which is right: of a `choice` alone

  friend bool operator==(const Prediction&, const Prediction&) = default;
};

// A part of a slide, which appears as a whole.
struct Build {
  Blocks blocks = {};
  std::vector<Written> commands = {};         // to be done when it appears, in this order
  std::optional<Written> scenario = {};       // takes the place of one that is opened
  std::optional<Prediction> prediction = {};  // asked when all the rest is there
  std::size_t begin = 0;                      // of its bytes in the lesson's text
  std::size_t end = 0;

  friend bool operator==(const Build&, const Build&) = default;
};

struct Slide {
  std::string title = {};          // of its first heading, or empty
  std::vector<Build> builds = {};  // at least one
  std::string notes = {};          // for the speaker alone
  std::size_t begin = 0;           // of its bytes in the lesson's text
  std::size_t end = 0;

  friend bool operator==(const Slide&, const Slide&) = default;
};

struct Lesson {
  std::string title = {};
  std::string author = {};
  std::string locale = {};
  std::optional<int> minutes = {};  // 1 .. 600
  std::vector<Written> needs = {};  // names of other lessons
  std::vector<Slide> slides = {};   // at least one where nothing is wrong
  std::string text = {};            // of the file, which offsets are about

  friend bool operator==(const Lesson&, const Lesson&) = default;
};

// How many predictions it asks for.
std::size_t count_predictions(const Lesson& lesson);
// As its front matter says; where it does not, one for each slide and one more for each prediction.
int minutes_of(const Lesson& lesson);

}  // namespace interleave::lesson
