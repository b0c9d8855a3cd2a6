#include "app/gui/model/input/command_vocabulary.h"

#include <array>

namespace interleave::gui {

namespace {

using Word = std::string_view;

constexpr auto kModeWords = [] {
  std::array<Word, kModes.size()> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = name(kModes[i]);
  return words;
}();
constexpr std::array<Word, 2> kClockWords = {"virtual", "real"};
constexpr std::array<Word, 2> kDirectionWords = {"previous", "next"};
constexpr std::array<Word, 2> kViewWords = {"task", "worker"};
constexpr std::array<Word, 2> kComparingWords = {"off", "on"};
constexpr std::array kLanguageWords = {name(Language::python), name(Language::cpp)};
constexpr std::array<Word, 7> kMenuWords = {"none", "scenarios", "speeds", "help", "exports", "steps", "lessons"};
constexpr std::array<Word, 3> kPanelGroupWords = {"side", "bottom", "code"};
constexpr std::array<Word, 3> kPanelTabWords = {"tasks", "settings", "file"};
constexpr std::array<Word, 2> kWayWords = {"up", "down"};
constexpr std::array<Word, 4> kPurposeWords = {"open", "save", "save-run", "export"};
constexpr std::array<Word, 3> kAnswerWords = {"first", "second", "third"};
constexpr std::array<Word, kExportKindCount> kExportWords = {"window", "bars",      "trace",  "table",
                                                             "record", "recording", "python", "cpp"};
constexpr std::array<Word, 4> kLaneWords = {"task", "worker", "no-worker", "shared"};
constexpr std::array<Word, 2> kSharedLanesWords = {"off", "on"};
constexpr std::array<Word, 16> kCellWords = {
    "name",        "function",      "value", "after",   "step",         "place",       "function-name", "parameters",
    "shared-name", "shared-number", "title", "summary", "opening-mode", "max-workers", "cores",         "time-slice"};
constexpr std::array<Word, 2> kStepListWords = {"off", "on"};
constexpr std::array<Word, 4> kObjectWords = {noun(ObjectKind::variable), noun(ObjectKind::lock),
                                              noun(ObjectKind::semaphore), noun(ObjectKind::queue)};
constexpr auto kVerbNames = [] {
  std::array<Word, kVerbCount> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kVerbWords[i].name;
  return words;
}();
constexpr std::array<Word, 20> kTextKeyWords = {
    "character", "left",  "right", "up",     "down",       "home", "end",  "page-up", "page-down", "backspace",
    "delete",    "enter", "tab",   "escape", "select-all", "cut",  "copy", "paste",   "undo",      "redo"};
constexpr std::array<Word, 2> kExtentWords = {"move", "extend"};
constexpr std::array<Word, 4> kBesideWords = {"nothing", "code", "console", "now"};

}  // namespace

Vocabulary vocabulary_of(Mode) { return {"mode", kModeWords}; }
Vocabulary vocabulary_of(ClockKind) { return {"clock", kClockWords}; }
Vocabulary vocabulary_of(Direction) { return {"direction", kDirectionWords}; }
Vocabulary vocabulary_of(View) { return {"view", kViewWords}; }
Vocabulary vocabulary_of(Comparing) { return {"switch", kComparingWords}; }
Vocabulary vocabulary_of(Language) { return {"language", kLanguageWords}; }
Vocabulary vocabulary_of(Menu) { return {"menu", kMenuWords}; }
Vocabulary vocabulary_of(PanelGroup) { return {"group of panels", kPanelGroupWords}; }
Vocabulary vocabulary_of(PanelTab) { return {"tab", kPanelTabWords}; }
Vocabulary vocabulary_of(Way) { return {"way", kWayWords}; }
Vocabulary vocabulary_of(FilePurpose) { return {"dialog", kPurposeWords}; }
Vocabulary vocabulary_of(NoticeAnswer) { return {"answer", kAnswerWords}; }
Vocabulary vocabulary_of(ExportKind) { return {"export", kExportWords}; }
Vocabulary vocabulary_of(LaneKind) { return {"lane", kLaneWords}; }
Vocabulary vocabulary_of(SharedLanes) { return {"switch", kSharedLanesWords}; }
Vocabulary vocabulary_of(OutcomesShown) { return {"switch", kSharedLanesWords}; }
Vocabulary vocabulary_of(Directing) { return {"switch", kSharedLanesWords}; }
Vocabulary vocabulary_of(RepairsShown) { return {"switch", kSharedLanesWords}; }
Vocabulary vocabulary_of(GraphShown) { return {"switch", kSharedLanesWords}; }
Vocabulary vocabulary_of(CellKind) { return {"cell", kCellWords}; }
Vocabulary vocabulary_of(StepList) { return {"switch", kStepListWords}; }
Vocabulary vocabulary_of(ObjectKind) { return {"kind", kObjectWords}; }
Vocabulary vocabulary_of(Verb) { return {"verb", kVerbNames}; }
Vocabulary vocabulary_of(TextKey) { return {"key", kTextKeyWords}; }
Vocabulary vocabulary_of(Extent) { return {"extent", kExtentWords}; }
Vocabulary vocabulary_of(Beside) { return {"panel", kBesideWords}; }

}  // namespace interleave::gui
