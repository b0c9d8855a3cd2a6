#include "core/interchange/recording.h"

#include <doctest/doctest.h>
#include <optional>

#include "core/interchange/recording_format.h"
#include "tests/interchange/old_recordings.h"
#include "tests/interchange/runs_by_hand.h"
#include "tests/support/events.h"
#include "tests/support/same_timeline.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::string problem_of(std::string_view bytes) {
  const auto recording = read_recording(bytes);
  return recording ? "none" : recording.error();
}

std::string coffee_shop() { return write_recording(coffee_shop_as_coroutines(), "{}"); }

}  // namespace

TEST_CASE("a recording gives back the timeline and the scenario's text that it was made of") {
  for (const Timeline& timeline : {coffee_shop_as_coroutines(), coffee_shop_in_sequence(), pool_with_a_failure(),
                                   cancelled_threads(), two_processes(), run_of_another_program()}) {
    const auto recording = read_recording(write_recording(timeline, "{\"a\": \"\xc3\xa4\\n\"}\n"));
    REQUIRE(recording);
    CHECK(recording.value().scenario == "{\"a\": \"\xc3\xa4\\n\"}\n");
    CHECK(difference(timeline, *recording.value().timeline) == "");
  }
}

TEST_CASE("what a recording says of the run itself is kept: its clock, seed, note, limits and their changes") {
  Events events;
  events.at(0.25).worker(0, "worker 1").queued(0).max_workers(7).started(0, 0).at(0.5).ended(0).retired(0);
  RunInfo info = run_of({"a", ""}, Mode::pool);
  info.scenario = std::string("with\0 a zero", 12);
  info.max_workers = 1024;
  info.clock = ClockKind::real_time;
  info.seed = UINT64_MAX;
  info.schedule = {{task_id(0)}, {task_id(1), Token::Kind::timeout}, {task_id(1), Token::Kind::takes, task_id(0)}};
  info.timing = Timing::any;
  info.note = "fewer cores than asked for";
  info.tasks[0] = {"a", {"5", "", "flat white"}, at(86'400)};
  info.steps = {{"print", "", {}, 3}, {}, {"sleep", "0.50", {}, UINT64_MAX}, {"compute", "", 70, 0}};
  info.cores = 1024;
  info.computes = true;
  Timeline timeline(info);
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::failed, .error = "why", .time = at(0.5)});
  const auto recording = read_recording(write_recording(timeline, ""));
  REQUIRE(recording);
  CHECK(difference(timeline, *recording.value().timeline) == "");
}

TEST_CASE("lines of any length come back, shared or not") {
  Events events;
  events.at(0).worker(0, "w").queued(0).started(0, 0);
  for (std::size_t length : {0U, 1U, 63U, 64U, 65U, 5'000U}) {
    for (int twice = 0; twice < 2; ++twice) events.printed(0, std::string(length, 'x'));
  }
  events.ended(0);
  Timeline timeline(run_of({"a"}, Mode::sequential));
  timeline.append(events.batch());
  timeline.finish({});
  const auto recording = read_recording(write_recording(timeline, ""));
  REQUIRE(recording);
  CHECK(difference(timeline, *recording.value().timeline) == "");
}

TEST_CASE("a run that ended without anything having happened is a recording too") {
  Timeline timeline(run_of({}));
  timeline.finish({});
  const auto recording = read_recording(write_recording(timeline, ""));
  REQUIRE(recording);
  CHECK(difference(timeline, *recording.value().timeline) == "");
}

TEST_CASE("a file of something else is told to be no recording") {
  for (const std::string text : {"{\"interleave\": 1}", "\x89PNG\r\n\x1a\n", "ILV", "x"}) {
    CHECK(problem_of(text) == "is no recording of Interleave");
  }
  CHECK(problem_of("") == "is empty, and so is no recording");
}

TEST_CASE("a recording that went through a program for text is told to be none") {
  std::string bytes = coffee_shop();
  bytes.erase(bytes.find('\r'), 1);
  CHECK(problem_of(bytes) == "is no recording of Interleave");
}

TEST_CASE("a recording cut off anywhere ends too early") {
  const std::string bytes = coffee_shop();
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    REQUIRE(problem_of(std::string_view(bytes).substr(0, size)).starts_with("ends too early"));
  }
  CHECK(problem_of(std::string_view(bytes).substr(0, bytes.size() - 1)).find(" bytes are there)") != std::string::npos);
}

TEST_CASE("a recording of a newer version is told so, and not taken for a damaged one") {
  std::string bytes = coffee_shop();
  bytes[8] = 7;
  CHECK(problem_of(bytes) == "was made by a newer version of Interleave (its format is 7, this version reads 6)");
  bytes[11] = '\xff';
  CHECK(problem_of(bytes).starts_with("was made by a newer version"));
  bytes[8] = bytes[11] = 0;
  CHECK(problem_of(bytes) == "is damaged: there is no format 0");
}

TEST_CASE("a recording that the first version wrote is read: of its program the tasks' names and the mode are known") {
  const auto recording = read_recording(recording_of_version(1));
  REQUIRE(recording);
  const Timeline& timeline = *recording.value().timeline;
  CHECK(recording.value().scenario.find("\"title\": \"Coffee shop\"") != std::string::npos);
  CHECK(timeline.info().mode == Mode::pool);
  CHECK(timeline.info().max_workers == 2);
  CHECK(timeline.info().tasks == std::vector<TaskInfo>{{"coffee"}, {"food"}, {"cake"}});
  CHECK(timeline.info().steps.empty());
  CHECK(timeline.info().language == Language::python);
  CHECK_FALSE(timeline.info().gil);
  CHECK(timeline.horizon() == at(5));
  CHECK(timeline.output().size() == 6);
  const auto again = read_recording(write_recording(timeline, recording.value().scenario));
  REQUIRE(again);
  CHECK(difference(timeline, *again.value().timeline) == "");
}

TEST_CASE("a recording of the second version is read: its program is known, and was a Python one without a GIL") {
  const auto recording = read_recording(recording_of_version(2));
  REQUIRE(recording);
  const Timeline& timeline = *recording.value().timeline;
  const RunInfo& info = timeline.info();
  CHECK(info.scenario == "Photo filters on two cores");
  CHECK(info.mode == Mode::threads);
  CHECK(info.seed == 7);
  CHECK(info.steps.at(3).word == "compute");
  CHECK(info.cores == 2);
  CHECK(info.computes);
  CHECK(info.language == Language::python);
  CHECK_FALSE(info.gil);
  CHECK(timeline.horizon() == at(5.5));
  const auto again = read_recording(write_recording(timeline, recording.value().scenario));
  REQUIRE(again);
  CHECK(difference(timeline, *again.value().timeline) == "");
}

TEST_CASE("a recording of the third version is read: it has a GIL, and its tasks share nothing that is known") {
  const auto recording = read_recording(recording_of_version(3));
  REQUIRE(recording);
  const Timeline& timeline = *recording.value().timeline;
  CHECK(timeline.info().gil);
  CHECK(timeline.info().objects.empty());
  CHECK(timeline.tasks()[0].created == at(0));
  CHECK(timeline.horizon() == at(9));
  const auto again = read_recording(write_recording(timeline, recording.value().scenario));
  REQUIRE(again);
  CHECK(difference(timeline, *again.value().timeline) == "");
}

TEST_CASE("a recording of the fourth version is read, with what tasks shared, and knows no processes") {
  const std::string bytes = recording_of_version(4);
  const auto recording = read_recording(bytes);
  REQUIRE(recording);
  const Timeline& timeline = *recording.value().timeline;
  CHECK(timeline.info().scenario == "The last ticket");
  CHECK(timeline.info().objects == std::vector<SharedObject>{{"tickets", ObjectKind::variable, 1, 0}});
  CHECK(timeline.accesses().size() == 4);
  CHECK(timeline.stale_writes().size() == 1);
  const auto again = read_recording(write_recording(timeline, recording.value().scenario));
  REQUIRE(again);
  CHECK(difference(timeline, *again.value().timeline) == "");
  const std::string of_processes = write_recording(two_processes(), "");
  const auto contents = unpacked_recording(of_processes);
  REQUIRE(contents);
  CHECK(problem_of(packed_recording({contents.value().bytes, 4})).starts_with("is damaged, though its checksum"));
}

TEST_CASE("a recording of the fifth version is read, with what each process had, and says no order of steps") {
  const auto recording = read_recording(recording_of_version(5));
  REQUIRE(recording);
  const Timeline& timeline = *recording.value().timeline;
  CHECK(timeline.info().scenario == "A counter for each process");
  CHECK(timeline.info().mode == Mode::processes);
  CHECK_FALSE(timeline.info().schedule);
  CHECK_FALSE(timeline.info().timing);
  const auto again = read_recording(write_recording(timeline, recording.value().scenario));
  REQUIRE(again);
  CHECK(difference(timeline, *again.value().timeline) == "");
}

TEST_CASE("what a version adds is too much for those before it") {
  const std::string bytes = write_recording(run_of_another_program(), "");
  const auto contents = unpacked_recording(bytes);
  REQUIRE(contents);
  CHECK(contents.value().version == 6);
  for (const std::uint64_t version : {1U, 2U}) {
    CHECK(problem_of(packed_recording({contents.value().bytes, version})).ends_with("something follows its last part"));
  }
}

TEST_CASE("in which language a program was, and whether with a GIL, is kept, also where neither is known") {
  for (const std::optional<Language> language :
       {std::optional<Language>(), std::optional(Language::python), std::optional(Language::cpp)}) {
    for (const bool gil : {false, true}) {
      RunInfo info = run_of({"a"}, Mode::threads);
      info.language = language;
      info.gil = gil;
      Timeline timeline(info);
      timeline.finish({});
      const auto recording = read_recording(write_recording(timeline, ""));
      REQUIRE(recording);
      CHECK(recording.value().timeline->info().language == language);
      CHECK(recording.value().timeline->info().gil == gil);
    }
  }
}

TEST_CASE("a recording with more behind it is damaged") {
  CHECK(problem_of(coffee_shop() + "abc") == "is damaged: 3 bytes follow its end");
}

TEST_CASE("any one byte of the contents changed is noticed by the checksum") {
  const std::string bytes = coffee_shop();
  for (std::size_t i = 20; i < bytes.size(); ++i) {
    for (unsigned change : {1U, 0x80U, 0xffU}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ change);
      REQUIRE(problem_of(changed) == "is damaged: its checksum does not match its contents");
    }
  }
}

TEST_CASE("contents that are not what a recording holds are told apart, however right their checksum is") {
  CHECK(
      problem_of(packed_recording({""})).starts_with("is damaged, though its checksum matches: something is missing"));
  CHECK(problem_of(packed_recording({"\xff\xff\xff\xff\x0f"})).ends_with("it counts more than it has"));
  CHECK(problem_of(packed_recording({std::string(1'000, '\xff')})).ends_with("a number is out of range"));
  const std::string bytes = coffee_shop();
  const auto contents = unpacked_recording(bytes);
  REQUIRE(contents);
  CHECK(problem_of(packed_recording({std::string(contents.value().bytes) + '\0'}))
            .ends_with("something follows its last part"));
}
