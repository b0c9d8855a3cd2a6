#pragma once

#include <cstdint>

// What the window's state, its commands and its views speak of.
namespace interleave::gui {

enum class Direction : std::uint8_t { previous, next };
enum class Menu : std::uint8_t { none, scenarios, speeds, help, exports, steps, lessons };
enum class Comparing : std::uint8_t { no, yes };  // whether all modes are shown below each other
enum class PanelGroup : std::uint8_t {
  side,
  bottom,
  code
};  // left of the timeline; below it; of the left ones, the code
enum class PanelTab : std::uint8_t { tasks, settings, file };

// Whether what every interleaving comes to stands below the timeline.
enum class OutcomesShown : std::uint8_t { no, yes };

// Whether all states of the program stand in the place of the timeline.
// What stands beside a slide where one is alone.
enum class SlideBeside : std::uint8_t { picture, workbench };
enum class GraphShown : std::uint8_t { no, yes };

// Whether it stands below the timeline where a lock would help.
enum class RepairsShown : std::uint8_t { no, yes };

// Whether the user says whose step comes next.
enum class Directing : std::uint8_t { no, yes };

}  // namespace interleave::gui
