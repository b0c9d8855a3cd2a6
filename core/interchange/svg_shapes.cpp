#include "core/interchange/svg_shapes.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

#include "core/interchange/text_width.h"
#include "core/looks/palette.h"

namespace interleave {
namespace {

enum class SvgFill : std::uint8_t { none, solid, hatched };

// How a kind of span is drawn.
struct SvgPaint {
  SvgFill fill = SvgFill::none;
  double frame = 0;  // pixels
  bool dashed = false;
};

constexpr std::array<SvgPaint, kSpanKinds> kSvgPaints = {{
    {SvgFill::solid, 1, false},    // running
    {SvgFill::hatched, 0, false},  // waiting_free
    {SvgFill::hatched, 2, false},  // waiting_held
    {SvgFill::none, 2, true},      // ready_free
    {SvgFill::none, 2, true},      // ready_held
    {SvgFill::none, 1, false},     // queued
}};

const SvgPaint& paint_of(SpanKind kind) { return kSvgPaints.at(static_cast<std::size_t>(kind)); }

Rgb area_of(TaskId task) {
  return task == TaskId::none ? kSvgNeutral : rounded(task_color(index(task), Ground::light));
}
Rgb line_of(TaskId task) { return with_contrast(area_of(task), kSvgGround, kLineContrast); }

double size_of(SvgStyle style) {
  switch (style) {
    case SvgStyle::title:
      return 20;
    case SvgStyle::heading:
    case SvgStyle::normal:
      return 14;
    case SvgStyle::small:
      break;
  }
  return 12;
}

bool is_bold(SvgStyle style) { return style == SvgStyle::title || style == SvgStyle::heading; }

std::string_view path_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::finished:
      return "M1 0 L4.5 4 L11 -5";
    case Outcome::failed:
      return "M1.5 -4.5 L10.5 4.5 M1.5 4.5 L10.5 -4.5";
    case Outcome::cancelled:
      return "M6 -6 L6 6";
    case Outcome::deadlocked:
      return "M6 0 C3 -5 -1 -3 1 0 C-1 3 3 5 6 0 C9 -5 13 -3 11 0 C13 3 9 5 6 0";
    case Outcome::not_started:
      break;
  }
  return "M6 -4 A4 4 0 1 1 5.99 -4 Z";
}

}  // namespace

std::string SvgShapes::hatch_name(TaskId task) const {
  return fmt::format("{}hatch{}", ids_, task == TaskId::none ? "" : std::to_string(index(task)));
}

void SvgShapes::shape(const SvgBox& box, std::optional<SpanKind> kind, TaskId task, std::string_view role,
                      std::string_view tooltip) {
  // What has no look of its own is a mark of half the height.
  const SvgPaint paint = kind ? paint_of(*kind) : SvgPaint{};
  const double inset = std::min(paint.frame, box.width) / 2;  // a frame is drawn within its box
  const double lost = kind ? inset : box.height / 4;
  fmt::format_to(std::back_inserter(body_),
                 R"(<rect class="{}" x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" fill=")", role,
                 box.left + inset, box.top + lost, box.width - 2 * inset, box.height - 2 * lost);
  if (!kind) {
    body_ += hex(line_of(task));
  } else if (paint.fill == SvgFill::solid) {
    body_ += hex(area_of(task));
  } else if (paint.fill == SvgFill::none) {
    body_ += "none";
  } else {
    body_ += "url(#" + hatch_name(task) + ")";
    hatched_.insert(task);
  }
  body_ += '"';
  if (paint.frame > 0) body_ += fmt::format(R"( stroke="{}" stroke-width="{:.3g}")", hex(line_of(task)), 2 * inset);
  if (paint.dashed) body_ += R"( stroke-dasharray="2 3")";
  body_ += tooltip.empty() ? "/>\n" : fmt::format("><title>{}</title></rect>\n", xml_text(tooltip));
}

void SvgShapes::mark(double left, double y, Outcome outcome) {
  body_ +=
      fmt::format(R"svg(<path class="mark" transform="translate({:.2f} {:.2f})" d="{}" fill="none" stroke="{}" )svg"
                  "stroke-width=\"2\"/>\n",
                  left, y, path_of(outcome), hex(kSvgText));
}

void SvgShapes::text(double x, double y, SvgStyle style, std::string_view text, Rgb ink, std::string_view anchor) {
  body_ += fmt::format(R"(<text x="{:.2f}" y="{:.2f}" font-size="{}")", x, y, size_of(style));
  if (is_bold(style)) body_ += R"( font-weight="600")";
  if (ink != kSvgText) body_ += fmt::format(R"( fill="{}")", hex(ink));
  if (anchor != "start") body_ += fmt::format(R"( text-anchor="{}")", anchor);
  body_ += '>' + xml_text(text) + "</text>\n";
}

void SvgShapes::label(const SvgBox& box, SpanKind kind, TaskId task, std::string_view label_text) {
  constexpr double kInset = 4;
  constexpr double kPlateHeight = 14;
  const double middle = box.top + box.height / 2;
  const double width = svg_text_width(label_text, SvgStyle::small);
  const bool on_area = paint_of(kind).fill == SvgFill::solid;
  if (!on_area) {
    body_ +=
        fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{}\" rx=\"3\" fill=\"{}\"/>\n",
                    box.left + kInset, middle - kPlateHeight / 2, width + 2 * kInset, kPlateHeight, hex(kSvgGround));
  }
  text(box.left + 2 * kInset, middle + 4, SvgStyle::small, label_text, on_area ? ink_on(area_of(task)) : kSvgText);
}

void SvgShapes::line(double x1, double y1, double x2, double y2) {
  body_ += fmt::format("<path d=\"M{:.2f} {:.2f} L{:.2f} {:.2f}\" stroke=\"{}\"/>\n", x1, y1, x2, y2, hex(kSvgGrid));
}

std::string SvgShapes::patterns() const {
  std::string defs;
  for (TaskId task : hatched_) {
    defs += fmt::format(
        R"svg(<pattern id="{}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)svg"
        R"(<rect width="9" height="9" fill="{}"/><rect width="3" height="9" fill="{}"/></pattern>)"
        "\n",
        hatch_name(task), hex(rounded(mix(kSvgGround, area_of(task), kTint))), hex(line_of(task)));
  }
  return defs;
}

std::string SvgShapes::element(double width, double height) const {
  return fmt::format(
             R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0:.0f}" height="{1:.0f}" viewBox="0 0 {0:.0f} {1:.0f}" )"
             R"(font-family="Inter, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif" fill="{2}">)"
             "\n<rect width=\"100%\" height=\"100%\" fill=\"{3}\"/>\n<defs>\n",
             width, height, hex(kSvgText), hex(kSvgGround)) +
         patterns() + "</defs>\n" + body_ + "</svg>\n";
}

double svg_text_width(std::string_view text, SvgStyle style) {
  constexpr double kWidthOfCharacter = 0.56;  // of the size: wider than the usual fonts' average
  return display_width(printable(text, true)) * size_of(style) * kWidthOfCharacter * (is_bold(style) ? 1.08 : 1.0);
}

std::string xml_text(std::string_view text) {
  const std::string clean = printable(text, true);
  std::string result;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const std::string_view rest = std::string_view(clean).substr(i);
    if (rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf")) {  // U+FFFE and U+FFFF
      result += "\uFFFD";
      i += 2;
    } else if (clean[i] == '&') {
      result += "&amp;";
    } else if (clean[i] == '<') {
      result += "&lt;";
    } else if (clean[i] == '>') {
      result += "&gt;";
    } else if (clean[i] == '"') {
      result += "&quot;";
    } else {
      result += clean[i];
    }
  }
  return result;
}

}  // namespace interleave
