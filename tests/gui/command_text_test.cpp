#include "app/gui/model/input/command_text.h"

#include <cmath>
#include <doctest/doctest.h>
#include <random>
#include <set>

#include "app/gui/model/input/command_vocabulary.h"
#include "tests/gui/command_fields.h"
#include "tests/support/property.h"

namespace interleave::gui {

namespace {

const CommandNames kNames = {{"coffee", "food", "a cake", "käse", "2", "-", "on \"top\"\n"},
                             {"coffee-shop", "A call that freezes the loop", "/home/shop.json"}};

class RandomCommand {
 public:
  explicit RandomCommand(std::uint32_t seed) : random_(seed) {}

  template <class Wish>
  Command make() {
    Wish wish{};
    std::apply([&](auto&... field) { (fill(field), ...); }, fields(wish));
    if constexpr (std::is_same_v<Wish, command::ChooseScenario>) wish.position = below(kNames.scenarios.size());
    return wish;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::uint64_t bits() { return std::uint64_t{random_()} << 32 | random_(); }

  template <class Word>
  requires requires(Word word) { vocabulary_of(word); }
  void fill(Word& word) { word = static_cast<Word>(below(vocabulary_of(word).words.size())); }
  template <class T>
  void fill(std::optional<T>& value) {
    if (below(2) == 0) fill(value.emplace());
  }
  void fill(bool& on) { on = below(2) == 1; }
  void fill(int& number) { number = static_cast<int>(static_cast<std::uint32_t>(bits())) >> below(32); }
  void fill(float& number) { number = std::ldexp(static_cast<float>(random_()), static_cast<int>(below(80)) - 60); }
  void fill(double& number) { number = std::ldexp(static_cast<double>(bits()), static_cast<int>(below(200)) - 150); }
  void fill(std::size_t& position) { position = bits() >> (1 + below(60)); }
  void fill(Time& time) {
    time = Time(Duration(static_cast<std::int64_t>(bits() >> (1 + below(60)))));
    if (below(4) == 0) time = Time(-time.time_since_epoch());
  }
  void fill(TaskId& task) { task = task_id(below(kNames.tasks.size())); }
  void fill(StepId& step) { step = step_id(below(1000)); }
  void fill(LaneKey& lane) {
    fill(lane.kind);
    fill(lane.track);
    fill(lane.compared);
  }
  void fill(TimeRange& range) {
    fill(range.begin);
    fill(range.end);
  }
  void fill(Cell& cell) {
    fill(cell.kind);
    if (is_of_task(cell)) cell.task = below(kNames.tasks.size());
    if (cell.kind == CellKind::value || cell.kind == CellKind::step) fill(cell.parameter);
    if (cell.kind == CellKind::step || cell.kind == CellKind::place) fill(cell.path);
    if (cell.kind != CellKind::shared_name && cell.kind != CellKind::shared_number) return;
    fill(cell.object);
    fill(cell.position);
  }
  void fill(StepPath& path) {
    constexpr const char* kBodies[] = {"steps", "else", "finally"};
    for (std::size_t i = below(4); i > 0; --i) path.around.push_back({below(100), kBodies[below(std::size(kBodies))]});
    fill(path.position);
  }
  void fill(TextPress& press) {
    constexpr char32_t kCharacters[] = {U'a', U'"', U' ', U'-', U'7', U'é', U'→', U'😀', 0};
    fill(press.key);
    fill(press.extent);
    press.reach = below(2) == 0 ? Reach::near : Reach::far;
    if (press.key == TextKey::character) press.character = kCharacters[below(std::size(kCharacters))];
  }
  void fill(std::string& text) {
    constexpr const char* kPieces[] = {"shop", " ", "\"", "\\", "-", "1", "é", "\n", "/", "[", "none"};
    for (std::size_t i = below(5); i > 0; --i) text += kPieces[below(std::size(kPieces))];
  }

  std::mt19937 random_;
};

template <class... All>
std::vector<Command> one_of_each(std::uint32_t seed, command::CommandList<All...> /*all*/) {
  RandomCommand random(seed);
  std::vector<Command> commands;
  (commands.push_back(random.make<All>()), ...);
  return commands;
}

std::string error_of(std::string_view text) {
  const auto command = read_command(text, kNames);
  return command ? "" : command.error();
}

template <class Wish>
Wish read_as(std::string_view text) {
  CAPTURE(text);
  const auto command = read_command(text, kNames);
  REQUIRE(command);
  REQUIRE(command.value().as<Wish>() != nullptr);
  return *command.value().as<Wish>();
}

}  // namespace

TEST_CASE("every command goes to text and back") {
  CHECK(testing::holds(40, [] {
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    for (const Command& command : one_of_each(seed, command::AllCommands{})) {
      const std::string text = write_command(command, kNames);
      const auto read = read_command(text, kNames);
      RC_LOG() << text << (read ? "" : ": " + read.error()) << '\n';
      RC_ASSERT(text.find('\n') == std::string::npos);
      RC_ASSERT(static_cast<bool>(read));
      RC_ASSERT(read.value() == command);
    }
  }));
}

TEST_CASE("every command has a name of its own, of small letters and hyphens") {
  std::set<std::string_view> names;
  for (const std::string_view form : command_forms()) {
    const std::string_view name = form.substr(0, form.find(' '));
    CAPTURE(form);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(names.insert(name).second);
  }
  CHECK(names.size() == command::AllCommands::kSize);
}

TEST_CASE("a command reads as one would say it") {
  CHECK(read_as<command::SetMode>("set-mode pool").mode == Mode::pool);
  CHECK(read_as<command::MovePlayhead>("playhead 2.4").time == Time(std::chrono::milliseconds(2400)));
  CHECK(read_as<command::ChangeMaxWorkers>("change-max-workers +1").by == 1);
  CHECK(read_as<command::ChooseScenario>("choose-scenario \"A call that freezes the loop\"").position == 1);
  CHECK(read_as<command::SelectSpan>("select food").span == 0);
  CHECK(read_as<command::SelectSpan>("select  \"a cake\"  2 ") == command::SelectSpan{task_id(2), 1});
  CHECK(read_as<command::SelectSpan>("select food - pool").compared == Mode::pool);
  CHECK(read_as<command::SelectSpan>("select 4 1 - worker:2").lane == LaneKey{LaneKind::worker, 1, std::nullopt});
  CHECK(read_as<command::TypeText>("type \"two words\"").text == "two words");
  CHECK(read_as<command::PressInText>("press far+extend+left").press ==
        TextPress{TextKey::left, 0, Reach::far, Extent::extend});
  CHECK(read_as<command::SetCell>("set-cell value food seconds 2.5") ==
        command::SetCell{{CellKind::value, 1, "seconds"}, "2.5"});
  CHECK(read_as<command::AddStep>("add-step food 2/else/1 sleep") ==
        command::AddStep{task_id(1), {{{1, "else"}}, 0}, Verb::sleep});
  CHECK(read_as<command::SetCell>("set-cell step food 3 into left").cell ==
        Cell{.kind = CellKind::step, .task = 1, .parameter = "into", .path = {{}, 2}});
}

TEST_CASE("a command is written as briefly as it can be read") {
  CHECK(write_command(command::Run{}, kNames) == "run");
  CHECK(write_command(command::StepEvent{}, kNames) == "step");
  CHECK(write_command(command::StepEvent{Direction::previous}, kNames) == "step previous");
  CHECK(write_command(command::SelectSpan{task_id(1), 0}, kNames) == "select food");
  CHECK(write_command(command::SelectSpan{task_id(2), 2}, kNames) == "select \"a cake\" 3");
  CHECK(write_command(command::SelectSpan{task_id(4), 0, Mode::pool}, kNames) == "select \"2\" 1 pool");
  CHECK(write_command(command::MovePlayhead{Time(Duration(1))}, kNames) == "playhead 0.000000001");
  CHECK(write_command(command::PressInText{{TextKey::character, U'é'}}, kNames) == "press character \"é\"");
}

TEST_CASE("a text that is no command is told what to write instead") {
  CHECK(error_of("plyhead 2.4") == "there is no command \"plyhead\"; did you mean playhead?");
  CHECK(error_of("") == "there is no command \"\"; a command is, for example, set-mode pool");
  CHECK(error_of("set-mode") == "the mode is missing (write: set-mode mode)");
  CHECK(error_of("set-mode poool") == "\"poool\" is no mode; did you mean pool? (write: set-mode mode)");
  CHECK(error_of("set-mode fast") ==
        "\"fast\" is no mode; write sequential, coroutine, threads, pool or processes (write: set-mode mode)");
  CHECK(error_of("run fast") == "fast is too much (write: run)");
  CHECK(error_of("select foood") ==
        "there is no task \"foood\"; did you mean food? (write: select task [span] [mode] [lane])");
  CHECK(error_of("select 8").starts_with("there is no task \"8\"; write coffee, food, \"a cake\""));
  CHECK(error_of("select food 0").starts_with("0 is too low, for the first is 1"));
  CHECK(error_of("select food 1 - 2").starts_with("\"2\" is no lane; write worker:2"));
  CHECK(error_of("choose-scenario tea").starts_with("there is no scenario \"tea\"; write coffee-shop"));
  CHECK(error_of("playhead 2,4") == "\"2,4\" is no time; write seconds, such as 2.4 (write: playhead time)");
  CHECK(error_of("playhead 0.0000000001").starts_with("\"0.0000000001\" is no time"));
  CHECK(error_of("set-max-workers 2.5").starts_with("\"2.5\" is no whole number"));
  CHECK(error_of("zoom inf").starts_with("\"inf\" is no number"));
  CHECK(error_of("type \"two").starts_with("the quote before two is not closed"));
  CHECK(error_of("remove-step food 2/else").starts_with("\"2/else\" is no step; write 3, or 3/else/1"));
  CHECK(error_of("press character ab").starts_with("\"ab\" is not one character"));
  CHECK(error_of("select-cell value").starts_with("the task is missing"));
}

TEST_CASE("where no task is known by name, its number is one") {
  const CommandNames none;
  CHECK(write_command(command::SelectSpan{task_id(1), 0}, none) == "select 2");
  CHECK(read_command("select 2", none).error() ==
        "there is no task \"2\"; there are none (write: select task [span] [mode] [lane])");
}

}  // namespace interleave::gui
