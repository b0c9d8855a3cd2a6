#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/interchange/recording.h"
#include "core/interchange/recording_format.h"
#include "core/interchange/span_csv.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"
#include "core/timeline/moment.h"
#include "tests/interchange/old_recordings.h"
#include "tests/interchange/runs_by_hand.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

void check_lane(const std::vector<Span>& spans, const Timeline& timeline) {
  Time last{};
  for (const Span& span : spans) {
    REQUIRE(last <= span.begin);
    REQUIRE(span.begin < span.end);
    REQUIRE(span.end <= timeline.horizon());
    REQUIRE(index(span.task) < timeline.tasks().size());
    REQUIRE((span.worker == WorkerId::none || index(span.worker) < timeline.workers().size()));
    last = span.end;
  }
}

// Either the contents are refused in words, or what they give keeps a timeline's promises.
bool reads(const std::string& contents, std::uint64_t version = kRecordingVersion) {
  const auto recording = read_recording(packed_recording({contents, version}));
  if (!recording) {
    REQUIRE(recording.error().starts_with("is damaged, though its checksum matches: "));
    return false;
  }
  const Timeline& timeline = *recording.value().timeline;
  REQUIRE(timeline.finished());
  for (const TaskTrack& task : timeline.tasks()) check_lane(task.spans, timeline);
  for (const WorkerTrack& worker : timeline.workers()) check_lane(worker.spans, timeline);
  for (const OutputLine& line : timeline.output()) {
    REQUIRE(index(line.task) < timeline.tasks().size());
    REQUIRE(line.time <= timeline.horizon());
  }
  for (const TaskTrack& task : timeline.tasks()) REQUIRE(task.finished.value_or(Time{}) <= timeline.horizon());
  for (const WorkerTrack& worker : timeline.workers()) {
    REQUIRE(worker.created <= timeline.horizon());
    REQUIRE(worker.retired.value_or(Time{}) <= timeline.horizon());
    for (const Turn& turn : worker.turns) REQUIRE(turn.at <= timeline.horizon());
  }
  record_json(timeline);
  text_chart(timeline, {});
  trace_json(timeline);
  span_csv(timeline);
  svg_chart(timeline);
  return true;
}

std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (std::size_t change = 0; change <= below(3); ++change) {
    const std::size_t at = below(bytes.size());
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] + (below(2) == 0 ? 1 : -1));
        break;
      case 2:
        bytes.erase(at, below(4) + 1);
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(bytes.size()), below(12)));
        break;
      default:
        bytes.insert(at, std::string(below(10) + 1, '\xff'));
        break;
    }
    if (bytes.empty()) return bytes;
  }
  return bytes;
}

}  // namespace

TEST_CASE("contents with changes at random places are refused in words, or give a timeline that keeps its promises") {
  std::mt19937 random(1);
  int read = 0;
  for (const Timeline& timeline : {coffee_shop_as_coroutines(), coffee_shop_in_sequence(), pool_with_a_failure(),
                                   cancelled_threads(), two_processes(), run_of_another_program()}) {
    const std::string bytes = write_recording(timeline, "{}");
    const std::string contents(unpacked_recording(bytes).value().bytes);
    REQUIRE(reads(contents));
    for (int round = 0; round < 2'000; ++round) read += reads(mutated(contents, random)) ? 1 : 0;
  }
  CHECK(read > 0);  // else the promises were never looked at
}

TEST_CASE("so are those of the versions before") {
  for (std::uint64_t version = 1; version < kRecordingVersion; ++version) {
    CAPTURE(version);
    const std::string bytes = recording_of_version(version);
    const auto unpacked = unpacked_recording(bytes);
    REQUIRE(unpacked);
    REQUIRE(unpacked.value().version == version);
    const std::string contents(unpacked.value().bytes);
    REQUIRE(reads(contents, version));
    std::mt19937 random(1);
    int read = 0;
    for (int round = 0; round < 5'000; ++round) read += reads(mutated(contents, random), version) ? 1 : 0;
    CHECK(read > 0);
  }
}

TEST_CASE("a small file cannot ask for much memory: what it counts has to be in it") {
  const auto huge = std::string("\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 9);
  for (std::size_t at = 0; at < 20; ++at) {
    CHECK_FALSE(reads(std::string(at, '\0') + huge + std::string(100'000, '\0')));
  }
}
