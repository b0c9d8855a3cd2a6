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
// As the lesson has it, whatever was done since.
struct ShowSlideAgain {
  friend bool operator==(const ShowSlideAgain&, const ShowSlideAgain&) = default;
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
// The moment that is the answer, before it is committed to.
struct PointAtMoment {
  double time_s = 0;

  friend bool operator==(const PointAtMoment&, const PointAtMoment&) = default;
};
// Of an answer that is an order: the task that stands there comes to that place among the others, from 0.
struct PlaceInOrder {
  std::size_t position = 0;
  std::size_t to = 0;

  friend bool operator==(const PlaceInOrder&, const PlaceInOrder&) = default;
};
// So many more in a hall raise a hand for the answer of that position.
struct CountHands {
  std::size_t position = 0;
  int hands = 1;

  friend bool operator==(const CountHands&, const CountHands&) = default;
};
// The same question about other numbers.
struct AskAnotherLikeIt {
  friend bool operator==(const AskAnotherLikeIt&, const AskAnotherLikeIt&) = default;
};
// Digits of an answer, or of the number of a slide; Enter ends them. So it does an order.
struct TypeInLesson {
  std::string text;

  friend bool operator==(const TypeInLesson&, const TypeInLesson&) = default;
};
struct EraseInLesson {
  friend bool operator==(const EraseInLesson&, const EraseInLesson&) = default;
};
struct EnterInLesson {
  friend bool operator==(const EnterInLesson&, const EnterInLesson&) = default;
};
// Where one is alone: the whole workbench beside the slide, or what the slide shows.
struct ToggleWorkbench {
  friend bool operator==(const ToggleWorkbench&, const ToggleWorkbench&) = default;
};
// What is for the speaker alone.
struct ToggleNotes {
  friend bool operator==(const ToggleNotes&, const ToggleNotes&) = default;
};

// All slides, to choose one from.
struct ToggleOverview {
  friend bool operator==(const ToggleOverview&, const ToggleOverview&) = default;
};

using LessonCommands =
    CommandList<OpenLesson, CloseLesson, NextBuild, PreviousBuild, ShowSlideAgain, MoveSlides, GoToSlide, CommitAnswer,
                PointAtMoment, PlaceInOrder, CountHands, AskAnotherLikeIt, TypeInLesson, EraseInLesson, EnterInLesson,
                ToggleWorkbench, ToggleNotes, ToggleOverview>;

}  // namespace interleave::gui::command
