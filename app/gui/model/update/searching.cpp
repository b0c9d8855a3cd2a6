#include "app/gui/model/update/searching.h"

#include <algorithm>

#include "app/gui/model/explain/matches.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/lane_walk.h"
#include "app/gui/model/update/navigation.h"
#include "app/gui/model/update/playhead.h"

namespace interleave::gui {

namespace {

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
  search.matches = find_matches(record, search.query);
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
