#include "app/gui/model/state/settings.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/fields.h"
#include "core/scenario/json_text_file.h"
#include "core/scenario/limits.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave::gui {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::string_view kVersionKey = "interleave_settings";
constexpr std::array<std::string_view, 3> kThemeWords = {"dark", "light", "contrast"};
constexpr std::array<std::string_view, 2> kViewWords = {"task", "worker"};
constexpr auto kModeWords = [] {
  std::array<std::string_view, kModes.size()> words;
  std::transform(kModes.begin(), kModes.end(), words.begin(), [](Mode mode) { return name(mode); });
  return words;
}();
constexpr std::array kLanguageWords = {name(Language::python), name(Language::cpp)};
constexpr std::array<std::string_view, kHints> kHintWords = {"play", "zoom", "select_range", "details", "help"};
constexpr std::array<std::string_view, kExportKindCount> kExportWords = {"window", "bars",      "trace",  "table",
                                                                         "record", "recording", "python", "cpp"};
constexpr std::int64_t kMostPixels = 100'000;

constexpr std::array<std::string_view, 22> kSettingsKeys = {
    kVersionKey,   "theme",  "text_scale",    "reduced_motion", "hints",    "known",       "width",    "height",
    "full_screen", "side",   "bottom",        "code",           "view",     "comparing",   "scenario", "mode",
    "max_workers", "export", "picture_times", "export_folder",  "language", "lessons_done"};
constexpr KnownKeys kSettings = {"the settings", kSettingsKeys, "\"theme\", \"text_scale\", ..."};

constexpr std::array<std::pair<std::string_view, PanelGroup>, 3> kPanelGroups = {
    {{"side", PanelGroup::side}, {"bottom", PanelGroup::bottom}, {"code", PanelGroup::code}}};
constexpr std::array<std::string_view, 2> kPanelKeys = {"share", "hidden"};
constexpr KnownKeys kPanel = {"a panel's size", kPanelKeys, "\"share\", \"hidden\""};

template <std::size_t Count>
std::string_view word(const std::array<std::string_view, Count>& words, auto value) {
  return words[static_cast<std::size_t>(value)];
}

class SettingsReader {
 public:
  SettingsReader(const Fields& fields, Problems& problems) : fields_(fields), problems_(problems) {}

  Settings read() {
    Settings settings;
    read_into("theme", kThemeWords, settings.theme);
    read_into("text_scale", kTextScales.front(), kTextScales.back(), settings.text_scale);
    read_into("reduced_motion", settings.reduced_motion);
    bool hints = true;
    read_into("hints", hints);
    settings.hints.dismissed = !hints;
    read_known(settings.hints);
    read_into("width", 1, kMostPixels, settings.width);
    read_into("height", 1, kMostPixels, settings.height);
    read_into("full_screen", settings.full_screen);
    for (const auto& [key, group] : kPanelGroups) read_into(key, group, settings.panels);
    read_into("view", kViewWords, settings.view);
    read_into("comparing", settings.comparing);
    read_into("export", kExportWords, settings.exporting.kind);
    read_into("picture_times", 1, kMostPictureTimes, settings.exporting.times);
    read_into("export_folder", settings.exporting.folder);
    read_into("scenario", settings.scenario);
    read_into("mode", kModeWords, settings.mode);
    read_into("max_workers", 1, kMostWorkers, settings.max_workers);
    read_into("language", kLanguageWords, settings.language);
    read_lessons_done(settings.lessons_done);
    return settings;
  }

 private:
  void read_into(std::string_view key, bool& to) {
    if (const Field* field = fields_.find(key)) to = read_boolean(*field, problems_).value_or(to);
  }
  void read_into(std::string_view key, std::int64_t least, std::int64_t most, int& to) {
    const Field* field = fields_.find(key);
    if (field != nullptr) to = static_cast<int>(read_integer(*field, least, most, problems_).value_or(to));
  }
  template <std::size_t Count, class Word>
  void read_into(std::string_view key, const std::array<std::string_view, Count>& words, Word& to) {
    const Field* field = fields_.find(key);
    if (field == nullptr) return;
    if (const auto found = read_word(*field, words, problems_)) to = static_cast<Word>(*found);
  }
  void read_into(std::string_view key, PanelGroup group, PanelSizes& to) {
    const Field* field = fields_.find(key);
    if (field == nullptr) return;
    PanelSize size;
    const Fields fields(field->value, kPanel, problems_);
    if (const Field* hidden = fields.find("hidden")) size.hidden = read_boolean(*hidden, problems_).value_or(false);
    if (const Field* share = fields.find("share")) read_into(*share, size.share);
    to.set(group, size);
  }
  void read_into(const Field& field, float& to) {
    const auto number = field.value.is(JsonKind::number) ? read_number(field.value.text()).duration : std::nullopt;
    if (number && *number >= Duration::zero() && *number <= std::chrono::seconds(1)) {
      to = static_cast<float>(seconds(*number));
    } else {
      problems_.add(field.value.offset(), "{} is a number from 0 to 1, and not {}", in_quotes(field.key.text()),
                    describe(field.value));
    }
  }

  void read_known(HintsSeen& hints) {
    const Field* field = fields_.find("known");
    if (field == nullptr || !check_list(*field, "hints", problems_)) return;
    for (const JsonValue item : field->value) {
      const auto found = read_word({field->key, item}, kHintWords, problems_);
      if (found) hints.used[*found] = 1;
    }
  }

  void read_lessons_done(std::vector<std::string>& names) {
    const Field* field = fields_.find("lessons_done");
    if (field == nullptr || !check_list(*field, "names", problems_)) return;
    for (const JsonValue item : field->value) {
      if (item.is(JsonKind::string)) {
        names.emplace_back(item.text());
      } else {
        problems_.add(item.offset(), "the name of a lesson is text in double quotes, and not {}", describe(item));
      }
    }
  }

  void read_into(std::string_view key, std::string& to) {
    const Field* field = fields_.find(key);
    if (field == nullptr) return;
    if (field->value.is(JsonKind::string)) {
      to = field->value.text();
    } else {
      problems_.add(field->value.offset(), "\"{}\" is text in double quotes, and not {}", key, describe(field->value));
    }
  }

  const Fields& fields_;
  Problems& problems_;
};

// Whether the file is of this version: only then its keys are known.
bool check_version(JsonValue root, Problems& problems) {
  if (!root.is(JsonKind::object)) {
    problems.add(root.offset(), "the settings are an object, {{...}}, and not {}", describe(root));
    return false;
  }
  std::optional<Field> version;
  for_each_field(root, [&](const Field& field) {
    if (!version && field.key.text() == kVersionKey) version = field;
  });
  if (!version) {
    problems.add(root.offset(), "these are no settings of Interleave: \"{}\": {} is missing", kVersionKey, kVersion);
    return false;
  }
  const auto number = version->value.is(JsonKind::number) ? read_number(version->value.text()).integer : std::nullopt;
  if (number == kVersion) return true;
  if (number && *number > kVersion) {
    problems.add(version->value.offset(), "these settings are of version {}, and this program knows version {}",
                 *number, kVersion);
  } else {
    problems.add(version->value.offset(), "\"{}\" is {}, and not {}", kVersionKey, kVersion, describe(version->value));
  }
  return false;
}

Settings read_settings_document(const JsonDocument& document, const SourceText& /*source*/, Problems& problems) {
  if (!check_version(document.root(), problems)) return {};
  const Fields fields(document.root(), kSettings, problems);
  return SettingsReader(fields, problems).read();
}

}  // namespace

Settings settings_of(const AppState& state) {
  Settings settings;
  settings.theme = state.theme;
  settings.text_scale = state.text_scale;
  settings.reduced_motion = state.reduced_motion;
  settings.hints = state.hints;
  for (int& used : settings.hints.used) used = std::min(used, 1);
  settings.full_screen = state.full_screen;
  settings.panels = state.panels;
  settings.view = state.view;
  settings.comparing = state.comparing;
  settings.exporting = state.exporting;
  settings.scenario = state.scenarios[state.chosen].name;
  settings.mode = state.settings.mode;
  settings.max_workers = state.settings.max_workers;
  settings.language = state.settings.language;
  settings.lessons_done = state.lessons_done;
  return settings;
}

std::string settings_text(const Settings& settings) {
  std::string known;
  for (std::size_t hint = 0; hint < kHints; ++hint) {
    if (settings.hints.used[hint] == 0) continue;
    known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", kHintWords[hint]);
  }
  std::string text = fmt::format("{{\n  \"{}\": {},\n", kVersionKey, kVersion);
  text += fmt::format("  \"theme\": \"{}\",\n", word(kThemeWords, settings.theme));
  text += fmt::format("  \"text_scale\": {},\n", settings.text_scale);
  text += fmt::format("  \"reduced_motion\": {},\n", settings.reduced_motion);
  text += fmt::format("  \"hints\": {},\n  \"known\": [{}],\n", !settings.hints.dismissed, known);
  text += fmt::format("  \"width\": {},\n  \"height\": {},\n", settings.width, settings.height);
  text += fmt::format("  \"full_screen\": {},\n", settings.full_screen);
  for (const auto& [key, group] : kPanelGroups) {
    const PanelSize size = settings.panels.of(group);
    text += fmt::format("  \"{}\": {{\"share\": {:.6f}, \"hidden\": {}}},\n", key, size.share, size.hidden);
  }
  text += fmt::format("  \"view\": \"{}\",\n", word(kViewWords, settings.view));
  text += fmt::format("  \"comparing\": {},\n", settings.comparing);
  text += fmt::format("  \"export\": \"{}\",\n", word(kExportWords, settings.exporting.kind));
  text += fmt::format("  \"picture_times\": {},\n", settings.exporting.times);
  text += fmt::format("  \"export_folder\": {},\n", json_string(settings.exporting.folder));
  text += fmt::format("  \"scenario\": {},\n", json_string(settings.scenario));
  text += fmt::format("  \"mode\": \"{}\",\n  \"max_workers\": {},\n", name(settings.mode), settings.max_workers);
  text += fmt::format("  \"language\": \"{}\",\n", name(settings.language));
  std::string done;
  for (const std::string& lesson : settings.lessons_done) {
    done += (done.empty() ? "" : ", ") + json_string(lesson);
  }
  text += fmt::format("  \"lessons_done\": [{}]\n}}\n", done);
  return text;
}

Result<Settings, Diagnostics> read_settings(std::string_view text, std::string_view file) {
  return read_json_file(text, file, read_settings_document);
}

}  // namespace interleave::gui
