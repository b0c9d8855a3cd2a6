#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/gui/model/input/commands/command_list.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/viewport.h"
#include "app/gui/model/state/vocabulary.h"

// How the run is shown, and which part of it.
namespace interleave::gui::command {

struct SetView {
  View view = View::by_task;

  friend bool operator==(const SetView&, const SetView&) = default;
};
struct SetComparing {
  Comparing comparing = Comparing::no;

  friend bool operator==(const SetComparing&, const SetComparing&) = default;
};
struct ShowShared {
  SharedLanes lanes = SharedLanes::shown;

  friend bool operator==(const ShowShared&, const ShowShared&) = default;
};
struct ShowOutcomes {
  OutcomesShown outcomes = OutcomesShown::yes;

  friend bool operator==(const ShowOutcomes&, const ShowOutcomes&) = default;
};
struct ShowGraph {
  GraphShown graph = GraphShown::yes;

  friend bool operator==(const ShowGraph&, const ShowGraph&) = default;
};
struct ShowRepairs {
  RepairsShown repairs = RepairsShown::yes;

  friend bool operator==(const ShowRepairs&, const ShowRepairs&) = default;
};
// As an edit of the scenario: the one at that position of those shown.
struct ApplyRepair {
  std::size_t position = 0;

  friend bool operator==(const ApplyRepair&, const ApplyRepair&) = default;
};
// The run in which the tasks take their steps in that order.
struct ShowSchedule {
  std::string schedule;

  friend bool operator==(const ShowSchedule&, const ShowSchedule&) = default;
};
struct Zoom {
  double anchor = 0;  // in seconds
  double factor = 1;

  friend bool operator==(const Zoom&, const Zoom&) = default;
};
// Without a pointer, at the playhead.
struct ZoomAtPointer {
  double factor = 1;

  friend bool operator==(const ZoomAtPointer&, const ZoomAtPointer&) = default;
};
struct Pan {
  double seconds = 0;

  friend bool operator==(const Pan&, const Pan&) = default;
};
// Of what is shown.
struct PanByShare {
  double share = 0;

  friend bool operator==(const PanByShare&, const PanByShare&) = default;
};
// At once, as it follows the hand.
struct ShowRange {
  TimeRange range;

  friend bool operator==(const ShowRange&, const ShowRange&) = default;
};
struct Fit {
  friend bool operator==(const Fit&, const Fit&) = default;
};
// Where the pointer stands in the run; none outside.
struct PointAt {
  std::optional<double> time;

  friend bool operator==(const PointAt&, const PointAt&) = default;
};
struct ScrollLanes {
  float to_px = 0;

  friend bool operator==(const ScrollLanes&, const ScrollLanes&) = default;
};
// Up from the newest line.
struct ScrollConsole {
  float to_lines = 0;

  friend bool operator==(const ScrollConsole&, const ScrollConsole&) = default;
};
struct ScrollConsoleBy {
  float lines = 0;

  friend bool operator==(const ScrollConsoleBy&, const ScrollConsoleBy&) = default;
};

using ViewCommands = CommandList<SetView, SetComparing, ShowShared, ShowOutcomes, ShowGraph, ShowRepairs, ApplyRepair,
                                 ShowSchedule, Zoom, ZoomAtPointer, Pan, PanByShare, ShowRange, Fit, PointAt,
                                 ScrollLanes, ScrollConsole, ScrollConsoleBy>;

}  // namespace interleave::gui::command
