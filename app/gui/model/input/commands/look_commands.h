#pragma once

#include <cstddef>
#include <optional>

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/state/vocabulary.h"
#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/base/time.h"

// What is looked at closely: spans, stretches, matches, marks.
namespace interleave::gui::command {

struct SelectSpan {
  TaskId task = TaskId::none;
  std::size_t span = 0;
  std::optional<Mode> compared = std::nullopt;  // of that mode's run in the comparison
  std::optional<LaneKey> lane = std::nullopt;   // in which it was pointed at

  friend bool operator==(const SelectSpan&, const SelectSpan&) = default;
};
// Something that tasks share, by its position; the playhead goes to that time.
struct SelectShared {
  std::size_t object = 0;
  std::optional<Time> time = std::nullopt;

  friend bool operator==(const SelectShared&, const SelectShared&) = default;
};
struct SelectNeighbour {
  Direction direction = Direction::next;

  friend bool operator==(const SelectNeighbour&, const SelectNeighbour&) = default;
};
// The one above or below.
struct SelectLane {
  Direction direction = Direction::next;

  friend bool operator==(const SelectLane&, const SelectLane&) = default;
};
// The span whose end ends the selected one.
struct SelectCause {
  friend bool operator==(const SelectCause&, const SelectCause&) = default;
};
struct ClearSelection {
  friend bool operator==(const ClearSelection&, const ClearSelection&) = default;
};
struct FocusSelected {
  friend bool operator==(const FocusSelected&, const FocusSelected&) = default;
};
struct SelectRange {
  Time anchor{};
  Time head{};

  friend bool operator==(const SelectRange&, const SelectRange&) = default;
};
// By one event.
struct ExtendRange {
  Direction direction = Direction::next;

  friend bool operator==(const ExtendRange&, const ExtendRange&) = default;
};
// The stretch of the selected span, or around the playhead.
struct SelectRangeHere {
  friend bool operator==(const SelectRangeHere&, const SelectRangeHere&) = default;
};
struct OpenSearch {
  friend bool operator==(const OpenSearch&, const OpenSearch&) = default;
};
struct CloseSearch {
  friend bool operator==(const CloseSearch&, const CloseSearch&) = default;
};
struct GoToMatch {
  Direction direction = Direction::next;

  friend bool operator==(const GoToMatch&, const GoToMatch&) = default;
};
// Makes it where there is none; without a time, at the playhead.
struct EditMark {
  std::optional<Time> time;

  friend bool operator==(const EditMark&, const EditMark&) = default;
};
struct DeleteMark {
  std::optional<Time> time;

  friend bool operator==(const DeleteMark&, const DeleteMark&) = default;
};
struct GoToMark {
  Direction direction = Direction::next;

  friend bool operator==(const GoToMark&, const GoToMark&) = default;
};
// Of the name of a mark or a search, and keeps what was typed.
struct EndTyping {
  friend bool operator==(const EndTyping&, const EndTyping&) = default;
};

using LookCommands = CommandList<SelectSpan, SelectShared, SelectNeighbour, SelectLane, SelectCause, ClearSelection,
                                 FocusSelected, SelectRange, ExtendRange, SelectRangeHere, OpenSearch, CloseSearch,
                                 GoToMatch, EditMark, DeleteMark, GoToMark, EndTyping>;

}  // namespace interleave::gui::command
