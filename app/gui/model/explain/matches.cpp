#include "app/gui/model/explain/matches.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "app/gui/model/explain/printed_lines.h"
#include "app/gui/model/picture/span_label.h"

namespace interleave::gui {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

class Finder {
 public:
  Finder(const Timeline& timeline, std::string_view query) : timeline_(timeline), query_(lower(query)) {}

  std::vector<Match> matches() {
    for (std::size_t i = 0; i < timeline_.tasks().size(); ++i) look_at(task_id(i), timeline_.tasks()[i]);
    for (const OutputLine& line : timeline_.output()) {
      if (fits(line.text)) add({line.time, Match::Kind::output, line.task, span_before(timeline_, line)});
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Match& a, const Match& b) {
      return std::tuple(a.time, a.kind, index(a.task)) < std::tuple(b.time, b.kind, index(b.task));
    });
    return std::move(found_);
  }

 private:
  bool fits(std::string_view text) const { return lower(text).find(query_) != std::string::npos; }
  void add(const Match& match) { found_.push_back(match); }

  void look_at(TaskId id, const TaskTrack& task) {
    const auto& spans = task.spans;
    if (fits(task.name)) {
      const auto first = spans.empty() ? std::nullopt : std::optional<std::size_t>(0);
      add({task.submitted.value_or(Time{}), Match::Kind::task, id, first});
    }
    std::map<std::tuple<StepId, State, Cause>, bool> known;  // there are few labels and maybe very many spans
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const auto [entry, fresh] = known.try_emplace({spans[i].step, spans[i].state, spans[i].cause}, false);
      if (fresh) entry->second = fits(span_label(timeline_.info(), spans[i]));
      if (entry->second) add({spans[i].begin, Match::Kind::span, id, i});
    }
  }

  const Timeline& timeline_;
  std::string query_;
  std::vector<Match> found_;
};

}  // namespace

std::vector<Match> find_matches(const Timeline& timeline, std::string_view query) {
  return query.empty() ? std::vector<Match>{} : Finder(timeline, query).matches();
}

}  // namespace interleave::gui
