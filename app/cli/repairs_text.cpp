#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/cli/exploration_text.h"
#include "app/cli/figures.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/explore/repair_wording.h"
#include "core/record/names.h"
#include "core/run/run_info.h"
#include "core/scenario/writer.h"

namespace interleave::cli {
namespace {

constexpr std::string_view kWhatIsACure =
    "takes: the run first in, first out; without a change {}.\n"
    "Only what never goes wrong is a cure.\n";

std::string takes_text(const Verdict& verdict) {
  const std::string takes = readable_seconds(verdict.makespan);
  return verdict.outcome == Outcome::finished ? takes : std::string(name(verdict.outcome));
}

// Its lines are those of the file as it was.
std::string places_json(const Repair& repair, const RunInfo& info) {
  const auto line = [&](StepId step) { return info.steps[index(step)].line; };
  std::string places;
  for (const LockedSteps& place : repair.change.around) {
    places += fmt::format("{}{{\"lock\": {}, \"from\": {}, \"to\": {}}}", places.empty() ? "" : ", ",
                          json_string(text_of(place.lock)), line(place.steps.first), line(place.steps.last));
  }
  return "[" + places + "]";
}

// On one line, as what stands beside it.
std::string file_json(const Scenario& scenario) {
  std::string text;
  bool is_indent = false;
  for (const char c : to_json(scenario)) {
    is_indent = c == '\n' || (is_indent && c == ' ');
    if (!is_indent) text += c;
  }
  return text;
}

std::string repair_json(const ExplorationReport& report, const RunInfo& info, const Repair& repair) {
  const Verdict& verdict = repair.verdict;
  const bool has_number = verdict.complete && !verdict.endless;
  return fmt::format(
      "{{\"change\": {}, \"cures\": {}, \"complete\": {}, \"interleavings\": {}, \"wrong\": {}, \"chance\": {:.9g}, "
      "\"makespan\": {}, \"outcome\": \"{}\", \"locks\": {}, \"scenario\": {}}}",
      json_string(change_text(repair.change, report.scenario)), verdict.is_cured(), verdict.complete,
      has_number ? verdict.interleavings.text() : "null", has_number ? verdict.bad.text() : "null", verdict.chance,
      exact_seconds(verdict.makespan), name(verdict.outcome), places_json(repair, info), file_json(repair.scenario));
}

}  // namespace

std::string repairs_table(const ExplorationReport& report) {
  if (report.repairs == nullptr) return "";
  const Repairs& repairs = *report.repairs;
  if (!repairs.before.goes_wrong) return "\nNothing goes wrong, so there is nothing to repair.\n";
  const std::string heading = "\n" + repairs_heading(repairs) + "\n";
  if (repairs.tried.empty()) return heading;
  std::vector<std::vector<std::string>> rows = {{"go wrong", "chance", "takes", "change"}};
  for (const Repair& repair : repairs.tried) {
    rows.push_back({gone_wrong_text(repair.verdict), wrong_chance_text(repair.verdict), takes_text(repair.verdict),
                    change_text(repair.change, report.scenario)});
  }
  std::vector<std::size_t> widths(3);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], count_characters(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += std::string(widths[i] - count_characters(row[i]), ' ') + row[i] + "  ";
    }
    text += row.back() + '\n';
  }
  return heading + "\n" + text + "\n" + fmt::format(kWhatIsACure, takes_text(repairs.before));
}

std::string repairs_json(const ExplorationReport& report) {
  if (report.repairs == nullptr) return "";
  const RunInfo info = program_info(report.scenario);
  std::string list;
  for (const Repair& repair : report.repairs->tried) {
    list += (list.empty() ? "\n    " : ",\n    ") + repair_json(report, info, repair);
  }
  return fmt::format(",\n  \"repairs\": {},\n  \"repairs_not_tried\": {}", list.empty() ? "[]" : "[" + list + "\n  ]",
                     report.repairs->not_tried);
}

}  // namespace interleave::cli
