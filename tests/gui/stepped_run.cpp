#include "tests/gui/stepped_run.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/update/run_control.h"
#include "app/gui/platform/real_engine.h"
#include "core/execution/execution.h"
#include "core/record/recorder.h"
#include "core/run/run_info.h"
#include "core/run/run_parts.h"
#include "core/runtime/virtual_runtime.h"

namespace interleave::gui {

namespace {

class SteppedRun final : public LiveSession {
 public:
  SteppedRun(const Scenario& scenario, const RunSettings& settings, double speed, HostClock clock)
      : clock_(std::move(clock)),
        seen_(*clock_),
        speed_(speed),
        scenario_(scenario),
        program_(scenario_),
        runtime_({.cores = scenario_.machine.cores,
                  .time_slice = scenario_.machine.time_slice,
                  .gil = needs_gil(scenario_, settings),
                  .seed = settings.seed}),
        execution_(program_, execution_settings(settings), runtime_, &recorder_),
        timeline_(std::make_shared<Timeline>(run_info(program_info(scenario_), settings, ClockKind::real_time))) {
    how_it_ends_ = runtime_.run(execution_.main_program());
    whole_ = recorder_.drain([] { return kNever.time_since_epoch().count(); });
    last_stamp_ = runtime_.stamp();
  }

  void pause() override {
    follow_clock();
    paused_ = true;
  }
  void resume() override {
    follow_clock();
    paused_ = false;
  }
  void set_speed(double speed) override {
    follow_clock();
    speed_ = speed;
  }
  void set_max_workers(int) override {}
  Time now() const override {
    follow_clock();
    return moment_of(now_);
  }
  bool poll() override {
    if (timeline_->finished()) return false;
    follow_clock();
    append_up_to(std::min(moment_of(now_).time_since_epoch().count(), last_stamp_));
    return true;
  }
  std::shared_ptr<const Timeline> timeline() const override { return timeline_; }

 private:
  static Time moment_of(double scenario_seconds) {
    return Time{Duration{static_cast<Duration::rep>(std::min(scenario_seconds, 1e9) * 1e9)}};
  }

  void follow_clock() const {
    if (!paused_) now_ += (*clock_ - seen_) * speed_;
    seen_ = *clock_;
  }

  void append_up_to(std::int64_t stamp) {
    Batch batch;
    const auto begin = whole_.events.begin() + static_cast<std::ptrdiff_t>(appended_);
    const auto end =
        std::partition_point(begin, whole_.events.end(), [&](const Event& event) { return event.stamp <= stamp; });
    batch.events.assign(begin, end);
    if (appended_ == 0) batch.clock_changes.push_back({0, Time{}, 1});
    batch.closed_until = stamp;
    timeline_->append(batch);
    appended_ = static_cast<std::size_t>(end - whole_.events.begin());
    if (stamp < last_stamp_) return;
    const bool deadlocked = how_it_ends_ != VirtualRuntime::End::finished;
    timeline_->finish(deadlocked
                          ? RunEnd{Outcome::deadlocked, "every task waits for another", Time{Duration{last_stamp_}}}
                          : end_of_finished(*timeline_));
  }

  HostClock clock_;
  mutable double seen_;     // of the host's clock
  mutable double now_ = 0;  // of the scenario's, in seconds
  double speed_;
  bool paused_ = false;
  Scenario scenario_;
  Program program_;
  Recorder recorder_;
  VirtualRuntime runtime_;
  Execution execution_;
  std::shared_ptr<Timeline> timeline_;
  VirtualRuntime::End how_it_ends_ = VirtualRuntime::End::finished;
  Batch whole_;
  std::int64_t last_stamp_ = 0;
  std::size_t appended_ = 0;
};

}  // namespace

Engine stepped_engine(HostClock clock) {
  Engine engine = real_engine();
  engine.live = [clock = std::move(clock)](const Scenario& scenario, const RunSettings& settings, double speed) {
    return std::make_unique<SteppedRun>(scenario, settings, speed, clock);
  };
  return engine;
}

}  // namespace interleave::gui
