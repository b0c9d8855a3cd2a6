#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/cli/exploration_text.h"
#include "core/base/utf8.h"
#include "core/explore/wording.h"
#include "core/record/schedule.h"
#include "core/run/run_info.h"
#include "core/run/schedule_reader.h"

namespace interleave::cli {
namespace {

constexpr std::string_view kWhatTheyAre =
    "interleavings: how many there are; chance: if at each step everyone who can go is equally likely to go.\n"
    "Neither is how often it happens on your computer.\n";
constexpr std::string_view kUnordered =
    "Nothing decides which of these two comes first. In Python each access by itself is safe; what comes out still\n"
    "depends on the order. In C++, on a plain variable, this is a data race, and undefined.\n";

std::string mode_words(const RunSettings& run) {
  switch (run.mode) {
    case Mode::sequential:
      return "one after another";
    case Mode::coroutine:
      return "as coroutines";
    case Mode::threads:
      return "on threads";
    case Mode::pool:
      return fmt::format("on a pool of {}", run.max_workers);
    case Mode::processes:
      break;
  }
  return fmt::format("on {} processes", run.max_workers);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? "" : std::string(i + 1 == parts.size() ? last : between)) + parts[i];
  }
  return text;
}

class Table {
 public:
  explicit Table(const ExplorationReport& report)
      : report_(report), found_(report.found), names_(task_names(report.scenario)) {}

  std::string text() const {
    return head() + rows() + never_ends() + "\n" + std::string(kWhatTheyAre) + verdict() + unordered();
  }

 private:
  std::string head() const {
    return fmt::format("{}, {}{}: {}\n\n", report_.scenario.title, mode_words(report_.settings.run),
                       is_exact() ? ", with exact time" : "", how_many());
  }

  bool is_exact() const { return report_.settings.run.timing == Timing::exact; }

  std::string how_many() const {
    if (!found_.complete) {
      return fmt::format("{}; not all of them are known after {} states", interleavings_text(found_),
                         in_groups(std::to_string(found_.states)));
    }
    if (!found_.endless) return interleavings_text(found_);
    std::vector<std::string> round;
    for (const TaskId task : found_.going_round) round.push_back(names_[index(task)]);
    return fmt::format("{}: {} may {}", interleavings_text(found_), joined(round, ", ", " and "),
                       round.size() > 1 ? "wait for each other for ever" : "go round for ever");
  }

  std::string rows() const {
    std::vector<std::vector<std::string>> rows = {{"interleavings", "chance", "outcome", "schedule"}};
    for (const ExploredOutcome& outcome : found_.outcomes) {
      rows.push_back({count(outcome), chance_text(found_, outcome), words(outcome.result),
                      schedule_text(outcome.schedule, names_)});
    }
    std::vector<std::size_t> widths(3);
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], count_characters(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
      const auto gap = [&](std::size_t i) { return std::string(widths[i] - count_characters(row[i]), ' '); };
      std::string line = gap(0) + row[0] + "  " + gap(1) + row[1] + "  " + row[2] + gap(2) + "  " + row[3];
      text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text +
           (found_.complete ? "" : "\nAt least these: what random runs came to, each with one of its schedules.\n");
  }

  std::string count(const ExploredOutcome& outcome) const {
    const std::string text = count_text(found_, outcome);
    return text.empty() ? "-" : text;
  }

  std::string words(const RunResult& result) const {
    std::string text = result_text(result, report_.scenario, report_.settings.run.mode);
    if (report_.settings.with_lines) text += ", \"" + joined(result.output, " / ", " / ") + "\"";
    if (report_.condition != nullptr && !report_.condition->holds(result)) text += ", the check fails";
    return text;
  }

  std::string never_ends() const {
    if (!found_.never_ends) return "";
    return fmt::format("\nIt may come to where no end can be reached any more: chance {}.\n",
                       percent_text(*found_.never_ends));
  }

  std::string verdict() const {
    if (report_.condition == nullptr) return "";
    if (breaks_condition(report_)) {
      return fmt::format(
          "\nThe check fails: {}\nSee one run of it with: run {}--schedule and the schedule of its row.\n",
          report_.check, is_exact() ? "--timing exact " : "");
    }
    return fmt::format("\nThe check holds in all {}: {}\n", found_.complete ? "interleavings" : "that are known",
                       report_.check);
  }

  std::string unordered() const {
    if (found_.unordered.empty()) return "";
    const RunInfo info = program_info(report_.scenario);
    std::string text = "\nUnordered:\n";
    for (const UnorderedAccesses& pair : found_.unordered) {
      std::vector<std::string> accesses;
      for (const UnorderedAccesses::Access& access : pair.accesses) {
        accesses.push_back(fmt::format("{} {} it in line {}", names_[index(access.task)],
                                       access.writes ? "writes" : "reads", info.steps[index(access.step)].line));
      }
      text +=
          fmt::format("  {}: {}\n", report_.scenario.shared[index(pair.variable)].name, joined(accesses, ", ", ", "));
    }
    return text + std::string(kUnordered);
  }

  const ExplorationReport& report_;
  const Exploration& found_;
  std::vector<std::string> names_;
};

}  // namespace

std::string exploration_table(const ExplorationReport& report) { return Table(report).text() + repairs_table(report); }

}  // namespace interleave::cli
