// The program that the scenario stands for.
#include <fmt/format.h>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

Act language_act(ActId id, Language language) {
  return {.id = id,
          .label = says(std::string(title(language))),
          .tooltip =
              tells(fmt::format("The program of this scenario and mode in {}, and what is predicted for it.  Key: {{}} "
                                "changes the language",
                                title(language))),
          .command = wishes(command::SetLanguage{language}),
          .chosen = [language](const AppState& state) { return state.settings.language == language; }};
}

bool is_copied(const AppState& state) {
  return state.code.copied != nullptr && state.code.copied == state.code.listing;
}

}  // namespace

void add_code_acts(ActRows& rows) {
  rows.push_back(language_act("code-python"_act, Language::python));
  rows.push_back(language_act("code-cpp"_act, Language::cpp));
  rows.push_back({.id = "code-support"_act,
                  .label = says("All lines"),
                  .tooltip =
                      [](const AppState& state, std::string_view) {
                        return state.code.support_shown ? "Fold what only makes the program complete"
                                                        : "Show also what only makes the program complete";
                      },
                  .command = wishes(command::ToggleSupport{}),
                  .chosen = [](const AppState& state) { return state.code.support_shown; }});
  rows.push_back({.id = "copy-program"_act,
                  .label = says("copy"),
                  .tooltip =
                      [](const AppState& state, std::string_view key) {
                        if (is_copied(state)) return std::string("The whole program is on the clipboard");
                        return fmt::format("Copy the whole program.  Key: {}", key);
                      },
                  .command = wishes(command::CopyProgram{}),
                  .enabled = [](const AppState& state) { return state.code.listing != nullptr; }});
}

}  // namespace interleave::gui
