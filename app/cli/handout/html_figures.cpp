#include "app/cli/handout/html_figures.h"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>

#include "app/cli/figures.h"
#include "app/cli/handout/html_text.h"
#include "core/interchange/svg_chart.h"
#include "core/record/names.h"

namespace interleave::cli {
namespace {

constexpr double kPictureWidth = 880;  // of which A4 shows its small letters as 7 point
constexpr std::size_t kMostLines = 200;

std::string figure(std::string_view kind, std::string_view caption, std::string_view inside) {
  const std::string said = caption.empty() ? "" : fmt::format("<figcaption>{}</figcaption>\n", html_text(caption));
  return fmt::format("<figure class=\"{}\">\n{}{}</figure>\n", kind, said, inside);
}

std::string row(std::string_view tag, std::initializer_list<std::string_view> cells) {
  std::string result = "<tr>";
  for (const std::string_view cell : cells) result += fmt::format("<{0}>{1}</{0}>", tag, html_text(cell));
  return result + "</tr>\n";
}

std::string table(std::initializer_list<std::string_view> head, std::string_view rows) {
  return fmt::format("<table>\n<thead>{}</thead>\n<tbody>\n{}</tbody>\n</table>\n", row("th", head), rows);
}

std::string picture_of(const gui::SlideFigures& figures, std::string_view ids) {
  return svg_part(*figures.run,
                  {.width = kPictureWidth, .by_task = figures.by_task, .by_worker = figures.by_worker, .ids = ids});
}

// The lines of a run, but for those of very long ones.
std::string console_of(const Timeline& run) {
  const auto lines = run.output();
  std::string text;
  for (const OutputLine& line : lines.first(std::min(lines.size(), kMostLines))) text += line.text + '\n';
  if (lines.size() > kMostLines) text += fmt::format("and {} more\n", lines.size() - kMostLines);
  return html_code(text);
}

std::string comparison_of(const std::vector<ModeResult>& results) {
  std::string rows;
  for (const ModeResult& result : results) {
    if (result.refused) {
      rows += row("td", {traits(result.mode).title, "refused", "", ""});
      continue;
    }
    rows += row("td", {traits(result.mode).title, readable_seconds(result.makespan), std::to_string(result.workers),
                       name(result.outcome)});
  }
  return table({"mode", "makespan", "workers", "outcome"}, rows);
}

std::string outcomes_of(const std::vector<gui::OutcomeRow>& outcomes) {
  std::string rows;
  for (const gui::OutcomeRow& outcome : outcomes) rows += row("td", {outcome.count, outcome.chance, outcome.outcome});
  return table({"interleavings", "chance", "outcome"}, rows);
}

}  // namespace

std::string html_listing(const gui::SlideFigures& figures) {
  if (figures.listing == nullptr) return "";
  std::string text;
  for (const ListingLine& line : figures.listing->lines()) {
    if (line.role == LineRole::program) text += line.text + '\n';
  }
  text.erase(0, text.find_first_not_of('\n'));
  return figure("code", fmt::format("The program in {}", title(figures.listing->language())),
                html_code(text, figures.highlighted));
}

std::vector<std::string> html_figures(const gui::SlideFigures& figures, std::string_view ids) {
  std::vector<std::string> result;
  if (figures.run != nullptr) {
    if (figures.by_task || figures.by_worker) result.push_back(figure("run", "", picture_of(figures, ids)));
    if (figures.console) result.push_back(figure("console", "What it prints", console_of(*figures.run)));
  }
  if (!figures.compared.empty()) {
    result.push_back(figure("compared", "The modes side by side", comparison_of(figures.compared)));
  }
  if (!figures.outcomes.empty()) {
    result.push_back(figure("outcomes", figures.outcomes, outcomes_of(figures.outcome_rows)));
  }
  return result;
}

}  // namespace interleave::cli
