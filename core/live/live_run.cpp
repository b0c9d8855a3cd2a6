#include "core/live/live_run.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/execution/execution.h"
#include "core/execution/program.h"
#include "core/processes/worker_processes.h"
#include "core/record/recorder.h"
#include "core/run/run_info.h"
#include "core/run/run_parts.h"
#include "core/scenario/writer.h"
#include "core/threads/os_runtime.h"

namespace interleave {
namespace {

RunInfo real_run_info(const Scenario& scenario, const RunSettings& settings) {
  RunInfo info = run_info(program_info(scenario), settings, ClockKind::real_time);
  const int hardware = OsRuntime::hardware_cores();
  if (scenario.machine.cores > hardware && info.computes && !needs_gil(scenario, settings)) {
    info.note = "the scenario has " + std::to_string(scenario.machine.cores) + " cores, this machine " +
                std::to_string(hardware) + ": at most " + std::to_string(hardware) + " tasks compute at once";
  }
  return info;
}

OsRuntime::Options options(const Scenario& scenario, const RunSettings& settings, double speed) {
  OsRuntime::Options options;
  options.cores = scenario.machine.cores;
  options.time_slice = scenario.machine.time_slice;
  options.switch_cost = scenario.machine.switch_cost;
  options.gil = needs_gil(scenario, settings);
  options.speed = speed;
  if (settings.most_threads) options.most_threads = *settings.most_threads;
  return options;
}

}  // namespace

struct LiveRun::State {
  State(const Scenario& scenario_, const RunSettings& settings, double speed_)
      : scenario(scenario_),
        program(scenario),
        timeline(std::make_shared<Timeline>(real_run_info(scenario, settings))),
        speed(speed_),
        runtime(options(scenario, settings, speed_)),
        processes(to_json(scenario), runtime),
        execution(program, with_processes(execution_settings(settings)), runtime, &recorder) {}
  // No thread may outlive what it uses.
  ~State() {
    stop();
    while (!runtime.wait_for(std::chrono::seconds(1))) {
    }
  }

  enum class Reach : std::uint8_t { so_far, to_the_end };

  Execution::Settings with_processes(Execution::Settings settings) {
    if (!traits(settings.mode).shares_memory) settings.children = &processes;
    return settings;
  }
  void drain(Reach reach);
  void finish();
  void set_clock(double to);
  void stop();

  const Scenario scenario;
  const Program program;
  Recorder recorder;
  std::shared_ptr<Timeline> timeline;
  std::size_t clock_changes = 0;  // how many the timeline has
  std::int64_t closed_until = 0;  // what was drained
  double speed;                   // while not paused
  bool paused = false;
  bool cancelled = false;
  Time cancelled_at{};
  std::string refusal;
  OsRuntime runtime;
  WorkerProcesses processes;
  Execution execution;
};

void LiveRun::State::set_clock(double to) {
  runtime.set_speed(to);
  processes.follow_clock();
}

void LiveRun::State::stop() {
  runtime.stop();
  processes.kill_all();
}

void LiveRun::State::drain(Reach reach) {
  OsRuntime::ClockReading reading;
  Batch batch = recorder.drain([&] {
    reading = runtime.read_clock(clock_changes);
    // What a process does with its next task comes after what was closed already.
    closed_until = std::max(closed_until, processes.recorded_until(reading.stamp));
    reading.stamp = closed_until;
    return reach == Reach::to_the_end ? kNever.time_since_epoch().count() : reading.stamp;
  });
  batch.closed_until = reading.stamp;
  clock_changes += reading.segments.size();
  for (const auto& segment : reading.segments) {
    batch.clock_changes.push_back({runtime.stamp_of(segment.host), segment.scenario, segment.speed});
  }
  timeline->append(batch);
}

void LiveRun::State::finish() {
  RunEnd end = end_of_finished(*timeline);
  const auto tasks = timeline->tasks();
  const bool all_ended = std::all_of(tasks.begin(), tasks.end(), [](const TaskTrack& task) {
    return task.outcome == Outcome::finished || task.outcome == Outcome::failed;
  });
  if (!refusal.empty()) {
    end = {Outcome::failed, "the system refused a thread for the main program: " + refusal, Time{}};
  } else if (!all_ended && runtime.deadlocked()) {
    end = end_of_deadlocked(*timeline, runtime.deadlocked_at());
  } else if (!all_ended && cancelled) {
    end = {Outcome::cancelled, "", std::max(cancelled_at, end.time)};
  }
  timeline->finish(end);
}

LiveRun::LiveRun(const Scenario& scenario, const RunSettings& settings, double speed)
    : state_(std::make_unique<State>(scenario, settings, speed)) {
  auto spawned = state_->runtime.spawn("main program", state_->execution.main_program());
  if (!spawned) state_->refusal = std::move(spawned).error();
}

LiveRun::~LiveRun() = default;

void LiveRun::pause() {
  if (!std::exchange(state_->paused, true)) state_->set_clock(0);
}

void LiveRun::resume() {
  if (std::exchange(state_->paused, false)) state_->set_clock(state_->speed);
}

void LiveRun::set_speed(double speed) {
  state_->speed = speed;
  if (!state_->paused) state_->set_clock(speed);
}

void LiveRun::set_max_workers(int max_workers) {
  if (!state_->cancelled && !state_->timeline->finished()) state_->execution.set_max_workers(max_workers);
}

void LiveRun::cancel() {
  if (std::exchange(state_->cancelled, true)) return;
  state_->cancelled_at = state_->runtime.now();
  state_->stop();
}

bool LiveRun::paused() const { return state_->paused; }
double LiveRun::speed() const { return state_->speed; }
Time LiveRun::now() const { return state_->timeline->finished() ? state_->timeline->horizon() : state_->runtime.now(); }

bool LiveRun::poll() { return wait_for(Duration::zero()); }

bool LiveRun::wait_for(Duration host_time) {
  State& state = *state_;
  if (state.timeline->finished()) return false;
  const bool ended = state.runtime.wait_for(host_time);
  state.drain(ended ? State::Reach::to_the_end : State::Reach::so_far);
  if (ended) state.finish();
  return true;
}

std::shared_ptr<const Timeline> LiveRun::timeline() const { return state_->timeline; }

std::vector<int> LiveRun::process_ids() const { return state_->processes.process_ids(); }

}  // namespace interleave
