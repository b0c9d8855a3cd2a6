#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/input/commands/command_list.h"

// What a learner or a speaker does with a lesson.
namespace interleave::gui::command {

// A built-in lesson by its name, or a file.
struct OpenLesson {
  std::string lesson;

  friend bool operator==(const OpenLesson&, const OpenLesson&) = default;
};
struct CloseLesson {
  friend bool operator==(const CloseLesson&, const CloseLesson&) = default;
};
// The next part of the slide, or the next slide. Behind a question only once somebody has committed to an answer.
struct NextBuild {
  friend bool operator==(const NextBuild&, const NextBuild&) = default;
};
struct PreviousBuild {
  friend bool operator==(const PreviousBuild&, const PreviousBuild&) = default;
};
// By so many slides, each with all that needs no answer.
struct MoveSlides {
  int by = 0;

  friend bool operator==(const MoveSlides&, const MoveSlides&) = default;
};
// Counted from 1; one that there is not is the last one.
struct GoToSlide {
  std::size_t slide = 1;

  friend bool operator==(const GoToSlide&, const GoToSlide&) = default;
};
// Commits to the answer of that position among those that are offered, from 0. There is no other try.
struct CommitAnswer {
  std::size_t position = 0;

  friend bool operator==(const CommitAnswer&, const CommitAnswer&) = default;
};
// What is for the speaker alone.
struct ToggleNotes {
  friend bool operator==(const ToggleNotes&, const ToggleNotes&) = default;
};

using LessonCommands =
    CommandList<OpenLesson, CloseLesson, NextBuild, PreviousBuild, MoveSlides, GoToSlide, CommitAnswer, ToggleNotes>;

}  // namespace interleave::gui::command
