#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mode.h"
#include "core/base/time.h"

namespace interleave::gui {

enum class LessonPanel : std::uint8_t { timeline, workers, code, console, now, outcomes, graph, compare, curve };
inline constexpr std::array<std::string_view, 9> kLessonPanelWords = {
    "timeline", "workers", "code", "console", "now", "outcomes", "graph", "compare", "curve"};

// Where the picture of a run stands: beside the text or below it, or one of the two alone; or, for who is alone, the
// whole workbench beside the text.
enum class LessonLayout : std::uint8_t { beside, below, text, picture, workbench };
inline constexpr std::array<std::string_view, 5> kLessonLayoutWords = {"beside", "below", "text", "picture",
                                                                       "workbench"};

// How a slide wants to be shown, besides what its commands did to the state. Whoever draws it asks here.
struct LessonView {
  std::vector<LessonPanel> panels = {LessonPanel::timeline};
  LessonLayout layout = LessonLayout::beside;
  std::vector<Time> freezes;                 // playing stops there, and the next build comes; ascending
  std::optional<Time> runs_until;            // playing stops there
  bool hides_future = false;                 // what is behind the playhead is not shown
  std::optional<std::string> highlighted;    // lines of the program with that in them stand out
  std::vector<Mode> compared;                // these alone are compared; empty: all
  bool is_empty = false;                     // a picture with nothing on it is meant
  std::size_t commands = 0;                  // that the slide has had done so far
  std::optional<std::size_t> scenario = {};  // position of the lesson's own entry among the scenarios; none: nothing
                                             // was opened yet. The next slide goes on with it

  bool shows(LessonPanel panel) const;
  // Whether the slide has a picture, and is not text alone.
  bool has_picture() const { return scenario && commands > 0 && layout != LessonLayout::text; }
};

// Where playing stops next, if anywhere behind that moment.
std::optional<Time> next_stop(const LessonView& view, Time playhead);

}  // namespace interleave::gui
