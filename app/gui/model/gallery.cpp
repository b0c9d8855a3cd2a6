#include "app/gui/model/gallery.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/update/update.h"

namespace interleave::gui {

namespace {

void by_worker(AppState& state) { update(state, command::SetView{View::by_worker}); }

void compared(AppState& state) { update(state, command::SetComparing{Comparing::yes}); }

void compared_by_worker(AppState& state) {
  by_worker(state);
  compared(state);
}

void why_ready(AppState& state) { update(state, command::SelectSpan{task_id(3), 0}); }

void a_stretch(AppState& state) { update(state, command::SelectRange{moment_at(2), moment_at(4.5)}); }

void type(AppState& state, std::string_view text) {
  for (char character : text)
    update(state, command::PressInText{{TextKey::character, static_cast<char32_t>(character)}});
}

void a_search(AppState& state) {
  update(state, command::OpenSearch{});
  type(state, "saved");
  update(state, command::GoToMatch{});
}

void a_mark(AppState& state) {
  update(state, command::EditMark{moment_at(2)});
  type(state, "two photos share the GIL");
  update(state, command::EndTyping{});
}

void zoomed_in(AppState& state) { update(state, command::ShowRange{{0.4, 2.6}}); }

void table_edited(AppState& state) {
  const Cell seconds{CellKind::value, 1, "seconds"};
  update(state, command::SetCell{seconds, "2"});
  update(state, command::SelectCell{seconds});
}

void settings_form(AppState& state) { update(state, command::ShowTab{PanelTab::settings}); }

// One letter too many in a key: the loader knows which was meant.
void text_with_an_error(AppState& state) {
  update(state, command::ShowTab{PanelTab::file});
  update(state, command::FocusFileText{});
  update(state, command::PlaceCursor{state.panel.file->text.text().find("\"title\"") + 1});
  update(state, command::PressInText{{TextKey::character, U't'}});
}

void program_in_cpp(AppState& state) {
  update(state, command::SetLanguage{Language::cpp});
  update(state, command::ToggleSupport{});
}

void run_in_cpp(AppState& state) {
  const Time at = state.playhead;
  update(state, command::SetLanguage{Language::cpp});
  update(state, command::Run{});
  update(state, command::GoToEnd{});
  update(state, command::MovePlayhead{at});
}

void help(AppState& state) { update(state, command::OpenMenu{Menu::help}); }

void presentation(AppState& state) { update(state, command::TogglePresentation{}); }

}  // namespace

const std::vector<GalleryPicture>& gallery() {
  using enum Mode;
  static const std::vector<GalleryPicture> pictures = {
      {"mode-sequential", "Sequential: each order waits for the one before it; the main thread is held all the time",
       "coffee-shop", sequential, 3.4},
      {"mode-coroutine", "Coroutines: all three orders wait at once, and the event loop is free meanwhile",
       "coffee-shop", coroutine, 2.5},
      {"mode-threads", "Threads: as fast, at the price of a thread that each order holds", "coffee-shop", threads, 2.5},
      {"mode-pool", "A pool of two workers: the third order is queued until a worker is free", "coffee-shop", pool,
       0.6},
      {"mode-processes", "A pool of two processes: each has a GIL of its own, and two photos are filtered at once",
       "photo-filters", processes, 1.9},
      {"by-worker", "A thread pool by worker: which task each of them holds, and when", "coffee-shop", pool, 2.5,
       ThemeName::dark, by_worker},
      {"downloads", "Two downloads as coroutines", "downloads", coroutine, 3.5},
      {"frozen-loop", "One task blocks: it holds the event loop, and the others are ready and cannot run",
       "frozen-loop", coroutine, 2.6},
      {"gil", "Four Python threads compute and share one GIL: those without it are ready, and wait for it in turn",
       "photo-filters", threads, 1.9, ThemeName::dark},
      {"cores", "Four C++ threads compute on two cores: those without one are ready, and wait for it", "photo-filters",
       threads, 1.9, ThemeName::light, run_in_cpp},
      {"arrivals", "A ticket desk whose customers come one after the other: who finds no clerk is queued",
       "ticket-desk", pool, 2.6, ThemeName::light, by_worker},
      {"compare", "All modes on one time axis, by worker, and what makes the difference", "coffee-shop", coroutine, 2.5,
       ThemeName::dark, compared_by_worker},
      {"compare-by-task", "All modes on one time axis, by task", "photo-filters", pool, 2.5, ThemeName::light,
       compared},
      {"why", "Why is it ready and not running? A sentence, and an arrow to what it waits for", "frozen-loop",
       coroutine, 2.6, ThemeName::dark, why_ready},
      {"stretch", "A stretch of time: what each task and worker did in it", "photo-filters", threads, 2.5,
       ThemeName::dark, a_stretch},
      {"search", "Search in tasks, steps and output", "photo-filters", pool, 2.5, ThemeName::dark, a_search},
      {"marks", "A mark with a text", "photo-filters", pool, 2.5, ThemeName::light, a_mark},
      {"zoomed", "Zoomed in: the strip above shows where", "photo-filters", threads, 1.2, ThemeName::dark, zoomed_in},
      {"edit-table", "A cell of the task table was changed: the picture is that of the run before it", "coffee-shop",
       coroutine, 2.5, ThemeName::dark, table_edited},
      {"edit-settings", "The settings of a scenario", "photo-filters", threads, 2.5, ThemeName::light, settings_form},
      {"edit-text", "The scenario as text, with what is wrong in it below the line", "coffee-shop", coroutine, 2.5,
       ThemeName::dark, text_with_an_error},
      {"code-cpp", "The program in C++, all of its lines, with a mark where each task stands", "coffee-shop", pool, 2.5,
       ThemeName::dark, program_in_cpp},
      {"help", "All keys and gestures", "coffee-shop", coroutine, 2.5, ThemeName::dark, help},
      {"presentation", "For a hall: large text, and only what all look at", "coffee-shop", pool, 2.5, ThemeName::dark,
       presentation},
      {"theme-light", "The light theme", "frozen-loop", coroutine, 2.6, ThemeName::light},
      {"theme-contrast", "The theme of high contrast", "frozen-loop", coroutine, 2.6, ThemeName::contrast},
  };
  return pictures;
}

void show_moment(AppState& state, std::optional<double> at) {
  if (!state.run.started) update(state, command::Run{});
  update(state, command::GoToEnd{});
  if (at) update(state, command::MovePlayhead{moment_at(*at)});
  state.viewport.settle();
}

void show(const GalleryPicture& picture, AppState& state) {
  const auto named = std::find_if(state.scenarios.begin(), state.scenarios.end(),
                                  [&](const ScenarioEntry& entry) { return entry.name == picture.scenario; });
  update(state, command::ChooseScenario{static_cast<std::size_t>(named - state.scenarios.begin())});
  update(state, command::SetMode{picture.mode});
  update(state, command::DismissHints{});
  state.theme = picture.theme;
  show_moment(state, picture.at);
  if (picture.arrange != nullptr) picture.arrange(state);
  tick(state, 0);  // what was typed is read
  state.viewport.settle();
}

std::string gallery_page() {
  std::string page =
      "# Gallery\n\nEvery picture is the window itself, on a simulated run. `interleave --gallery DIRECTORY` makes "
      "them all.\n";
  for (const GalleryPicture& picture : gallery()) {
    page += fmt::format("\n{}.\n\n![{}]({}.png)\n", picture.shows, picture.shows, picture.name);
  }
  return page;
}

}  // namespace interleave::gui
