#include "core/interchange/trace.h"

#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "core/record/names.h"
#include "tests/interchange/runs/every_run.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

using Json = nlohmann::json;

// As Perfetto reads a time: its older versions cut off what is left, its newer ones round.
std::int64_t truncated_ns(const Json& time) { return static_cast<std::int64_t>(time.get<double>() * 1000.0); }
std::int64_t rounded_ns(const Json& time) { return std::llround(time.get<double>() * 1000.0); }

// What Perfetto and chrome://tracing ask of a file, and what the timeline asks of it, looked at event by event.
class TraceCheck {
 public:
  explicit TraceCheck(const Timeline& timeline) : timeline_(timeline) {}

  std::string problem() {
    const Json trace = Json::parse(trace_json(timeline_), nullptr, false);
    if (trace.is_discarded()) return "no JSON";
    for (const Json& event : trace.at("traceEvents")) {
      check(event);
      if (!problem_.empty()) return problem_ + ": " + event.dump();
    }
    check_end();
    return problem_;
  }

 private:
  struct Slice {
    std::int64_t begin = -1, end = -1;
  };

  void expect(bool holds, std::string_view what) {
    if (!holds && problem_.empty()) problem_ = what;
  }

  void check(const Json& event) {
    const std::string phase = event.at("ph");
    const int process = event.at("pid");
    expect(event.contains("name"), "no name");
    if (phase == "M") {
      names_.insert(event.at("name").get<std::string>() + " " + std::to_string(process) + " " +
                    std::to_string(event.value("tid", 0)));
      return;
    }
    const int thread = event.at("tid");
    expect(names_.contains(fmt::format("process_name {} 0", process)), "a process without a name");
    expect(names_.contains(fmt::format("thread_name {} {}", process, thread)), "a thread without a name");
    const std::int64_t at = rounded_ns(event.at("ts"));
    expect(at == truncated_ns(event.at("ts")), "versions of Perfetto read different times");
    expect(at >= last_, "time runs backwards");
    last_ = at;
    if (phase == "X") return check_slice(event, at, slices_[thread]);
    if (phase == "b") return begin(event, at);
    if (phase == "e") return end(event, at);
    if (phase == "s" || phase == "f") return check_flow(event, phase, at, slices_[thread]);
    if (phase == "i") {
      ++lines_;
      return expect(event.at("s") == "t", "an instant of no thread");
    }
    expect(false, "an unknown phase");
  }

  void check_slice(const Json& event, std::int64_t at, Slice& slice) {
    const std::int64_t length = rounded_ns(event.at("dur"));
    expect(length == truncated_ns(event.at("dur")), "versions of Perfetto read different lengths");
    expect(length > 0, "a slice without length");
    expect(at >= slice.end, "slices overlap");
    slice = {at, at + length};
    const auto& worker = timeline_.workers()[event.at("tid").get<std::size_t>() - 1];
    const std::size_t position = next_of_worker_[&worker]++;
    if (position >= worker.spans.size()) return expect(false, "a slice too many");
    check_span(event, worker.spans[position], at, at + length);
    expect(event.at("name") == timeline_.tasks()[index(worker.spans[position].task)].name, "another task's name");
  }

  void begin(const Json& event, std::int64_t at) {
    expect(event.at("cat") == "task", "another category");
    auto& open = open_[event.at("id").get<int>()];
    expect(open.size() < 2, "nested too deep");
    expect(open.empty() == (event.value("args", Json::object()).count("state") == 0), "a span beside its task");
    open.push_back(event);
    open.back()["at"] = at;
  }

  void end(const Json& event, std::int64_t at) {
    const int id = event.at("id");
    auto& open = open_[id];
    if (open.empty()) return expect(false, "an end without a beginning");
    const Json began = open.back();
    open.pop_back();
    expect(began.at("name") == event.at("name"), "another name at the end");
    if (open.empty()) return;
    const TaskTrack& task = timeline_.tasks()[static_cast<std::size_t>(id) - 1];
    const std::size_t position = next_of_task_[id]++;
    if (position >= task.spans.size()) return expect(false, "a span too many");
    check_span(began, task.spans[position], began.at("at"), at);
    expect(open.back().at("name") == task.name, "a track of another task");
  }

  void check_span(const Json& event, const Span& span, std::int64_t begin, std::int64_t end) {
    const Json& arguments = event.at("args");
    expect(Time(Duration(begin)) == span.begin && Time(Duration(end)) == span.end, "other times than the span's");
    expect(arguments.at("state") == std::string(name(span.state)), "another state");
    expect(arguments.value("cause", "") == std::string(name(span.cause)), "another cause");
  }

  // Perfetto looks for the slice that is open on the thread.
  void check_flow(const Json& event, const std::string& phase, std::int64_t at, const Slice& slice) {
    expect(event.at("id").is_number_unsigned(), "an arrow's id is no number");
    expect(slice.begin <= at && at < slice.end, "an arrow outside of a slice");
    const int id = event.at("id");
    expect((phase == "s") == flows_.insert(id).second, "an arrow with one end twice");
    if (phase == "f") {
      ++arrows_;
      expect(event.at("bp") == "e", "an arrow to the next slice");
    }
  }

  void check_end() {
    for (const auto& [id, open] : open_) expect(open.empty(), "a track that does not end");
    for (std::size_t i = 0; i < timeline_.tasks().size(); ++i) {
      expect(next_of_task_[static_cast<int>(i) + 1] == timeline_.tasks()[i].spans.size(), "a task's span is missing");
    }
    for (const WorkerTrack& worker : timeline_.workers()) {
      expect(next_of_worker_[&worker] == worker.spans.size(), "a worker's span is missing");
    }
    expect(lines_ == timeline_.output().size(), "a line is missing");
    expect(arrows_ == flows_.size(), "an arrow without an end");
  }

  const Timeline& timeline_;
  std::string problem_;
  std::set<std::string> names_;
  std::int64_t last_ = 0;
  std::map<int, Slice> slices_;
  std::map<int, std::vector<Json>> open_;
  std::map<int, std::size_t> next_of_task_;
  std::map<const WorkerTrack*, std::size_t> next_of_worker_;
  std::set<int> flows_;
  std::size_t arrows_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace

TEST_CASE("the trace of every built-in scenario in every mode keeps Perfetto's rules and has every span") {
  for_each_built_in_run([](const Timeline& timeline) { CHECK(TraceCheck(timeline).problem() == ""); });
}

TEST_CASE("the trace of a random run keeps Perfetto's rules and has every span") {
  CHECK(holds(500, [] { RC_ASSERT(TraceCheck(*random_timeline()).problem() == ""); }));
}

TEST_CASE("spans of any whole number of nanoseconds neither overlap nor leave a gap in a trace") {
  CHECK(holds(200, [] {
    const PlannedScenario planned = random_scenario(
        {.grain = Duration(*rc::gen::inRange(1, 9'999'999)), .most_grains = 1'000, .most_steps = 9, .computes = false});
    RunSettings settings;
    settings.mode = *rc::gen::elementOf(kModes);
    RC_ASSERT(TraceCheck(*simulate(planned.scenario, settings)).problem() == "");
  }));
}

TEST_CASE("where one task after the other has the only worker, an arrow leads from each to the next") {
  const Scenario scenario = load_scenario(find_built_in("coffee-shop")->text, "coffee-shop").value();
  RunSettings settings = default_settings(scenario);
  settings.mode = Mode::sequential;
  const std::string trace = trace_json(*simulate(scenario, settings));
  std::size_t arrows = 0;
  for (std::size_t at = trace.find("\"ph\":\"s\""); at != trace.npos; at = trace.find("\"ph\":\"s\"", at + 1)) ++arrows;
  CHECK(arrows == 2);
}
