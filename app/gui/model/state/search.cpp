#include "app/gui/model/state/search.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/gui/model/state/app_state.h"
#include "app/gui/model/update/lane_walk.h"
#include "app/gui/model/update/navigation.h"
#include "app/gui/model/update/run_control.h"

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
  Finder(const Timeline& timeline, const StepIndex& steps, std::string_view query)
      : timeline_(timeline), steps_(steps), query_(lower(query)) {}

  std::vector<Match> matches() {
    for (std::size_t i = 0; i < timeline_.tasks().size(); ++i) look_at(task_id(i), timeline_.tasks()[i]);
    for (const OutputLine& line : timeline_.output()) {
      if (fits(line.text)) add({line.time, Match::Kind::output, line.task, span_at(line)});
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
      if (fresh) entry->second = fits(steps_.label(spans[i]));
      if (entry->second) add({spans[i].begin, Match::Kind::span, id, i});
    }
  }

  // The span that led to the line: a print takes no time.
  std::optional<std::size_t> span_at(const OutputLine& line) const {
    if (line.task == TaskId::none) return std::nullopt;
    const auto& spans = timeline_.tasks()[index(line.task)].spans;
    if (spans.empty()) return std::nullopt;
    const auto found =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.end < line.time; });
    return std::min(static_cast<std::size_t>(found - spans.begin()), spans.size() - 1);
  }

  const Timeline& timeline_;
  const StepIndex& steps_;
  std::string query_;
  std::vector<Match> found_;
};

std::shared_ptr<const Timeline> searched_run(const AppState& state) {
  const auto compared = looked_at(state);
  return compared ? comparison(state)->modes[static_cast<std::size_t>(*compared)] : state.run.record;
}

// Where to go from the playhead when no match is current yet: the first at it or beyond, or the last before it.
std::size_t from_playhead(const Search& search, Time playhead, Direction direction) {
  const auto& matches = search.matches;
  const auto next =
      std::partition_point(matches.begin(), matches.end(), [&](const Match& match) { return match.time < playhead; });
  const auto position = static_cast<std::size_t>(next - matches.begin());
  if (direction == Direction::next) return position % matches.size();
  return (position + matches.size() - 1) % matches.size();
}

}  // namespace

std::vector<Match> find_matches(const Timeline& timeline, const StepIndex& steps, std::string_view query) {
  return query.empty() ? std::vector<Match>{} : Finder(timeline, steps, query).matches();
}

void open_search(AppState& state) {
  state.search.open = true;
  state.search.typing = true;
  state.search.field.select_all();
}

void close_search(AppState& state) {
  state.search.open = false;
  state.search.typing = false;
}

void refresh_search(AppState& state) {
  Search& search = state.search;
  const auto run = searched_run(state);
  const Timeline& record = *run;
  const bool same_record = search.searched == run && search.searched_until == record.horizon();
  if (!search.open || (same_record && search.query == search.field.text())) return;
  if (search.query != search.field.text()) search.current.reset();
  search.query = search.field.text();
  search.searched = run;
  search.searched_until = record.horizon();
  search.matches = find_matches(record, *state.steps, search.query);
  if (search.current && *search.current >= search.matches.size()) search.current.reset();
}

void go_to_match(AppState& state, Direction direction) {
  Search& search = state.search;
  search.open = search.open || !search.field.text().empty();
  refresh_search(state);
  if (search.matches.empty()) return;
  const std::size_t count = search.matches.size();
  const std::size_t there = direction == Direction::next ? 1 : count - 1;
  search.current =
      search.current ? (*search.current + there) % count : from_playhead(search, state.playhead, direction);
  const Match match = search.matches[*search.current];
  move_playhead(state, match.time);
  if (match.span) select_span(state, {match.task, *match.span, looked_at(state)});
  reveal(state, match.time);
}

}  // namespace interleave::gui
