#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/interchange/svg_bars.h"
#include "core/looks/color.h"
#include "core/looks/tones.h"

// What a picture is made of, as SVG.
namespace interleave {

inline constexpr Rgb kSvgGround = kLightTones.ground;
inline constexpr Rgb kSvgText = kLightTones.text;
inline constexpr Rgb kSvgQuietText = kLightTones.quiet_text;
inline constexpr Rgb kSvgGrid = rgb(0xE1E4E9);
inline constexpr Rgb kSvgNeutral = rgb(0x6B7686);

struct SvgBox {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

enum class SvgStyle : std::uint8_t { title, heading, normal, small };

inline constexpr std::string_view kSvgDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

class SvgShapes {
 public:
  // All ids begin with that.
  explicit SvgShapes(std::string_view ids) : ids_(ids) {}

  // A bar in the look of the kind (none: of what is too short for one), in the task's colour, neutral for none; with a
  // tooltip, unless that is empty.
  void bar(const SvgBox& box, std::optional<SpanKind> kind, TaskId task, std::string_view tooltip) {
    shape(box, kind, task, "bar", tooltip);
  }
  // A stretch of something that tasks share: an outline in the task's colour, neutral for none, with a tooltip.
  void shared(const SvgBox& box, TaskId task, std::string_view tooltip) {
    shape(box, SpanKind::queued, task, "shared", tooltip);
  }
  // A bar of the legend: neutral.
  void sample(const SvgBox& box, std::optional<SpanKind> kind) { shape(box, kind, TaskId::none, "sample", ""); }
  // The mark where a task ended, 12 pixels wide, around the middle `y`.
  void mark(double left, double y, Outcome outcome);
  // The text from `x` on, or before it where it is anchored at its "end", or around its "middle".
  void text(double x, double y, SvgStyle style, std::string_view text, Rgb ink = kSvgText,
            std::string_view anchor = "start");
  // A text on a bar of that kind, readable on it.
  void label(const SvgBox& box, SpanKind kind, TaskId task, std::string_view text);
  void line(double x1, double y1, double x2, double y2);

  // Everything so far as an element of that size, which is a document behind kSvgDeclaration.
  std::string element(double width, double height) const;

 private:
  void shape(const SvgBox& box, std::optional<SpanKind> kind, TaskId task, std::string_view role,
             std::string_view tooltip);
  std::string patterns() const;
  std::string hatch_name(TaskId task) const;

  std::string ids_;
  std::string body_;
  std::set<TaskId> hatched_;  // whose patterns are needed
};

// About how wide a text is: text is drawn by whoever opens the picture, with one of several fonts.
double svg_text_width(std::string_view text, SvgStyle style);

// As XML text or in an attribute's quotes: what may not stand there becomes U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace interleave
