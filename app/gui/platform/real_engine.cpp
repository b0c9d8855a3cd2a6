#include "app/gui/platform/real_engine.h"

#include <utility>

#include "core/live/live_run.h"
#include "core/threads/background_job.h"

namespace interleave::gui {

namespace {

class LiveRunSession final : public LiveSession {
 public:
  LiveRunSession(const Scenario& scenario, const RunSettings& settings, double speed)
      : run_(scenario, settings, speed) {}

  void pause() override { run_.pause(); }
  void resume() override { run_.resume(); }
  void set_speed(double speed) override { run_.set_speed(speed); }
  void set_max_workers(int max_workers) override { run_.set_max_workers(max_workers); }
  Time now() const override { return run_.now(); }
  bool poll() override { return run_.poll(); }
  std::shared_ptr<const Timeline> timeline() const override { return run_.timeline(); }

 private:
  LiveRun run_;
};

class ThreadWork final : public BackgroundWork {
 public:
  explicit ThreadWork(BackgroundJob::Work work) : job_(std::move(work)) {}

  void give_up() override { job_.give_up(); }
  bool done() const override { return job_.done(); }

 private:
  BackgroundJob job_;
};

}  // namespace

Engine real_engine() {
  Engine engine;
  engine.live = [](const Scenario& scenario, const RunSettings& settings, double speed) {
    return std::make_unique<LiveRunSession>(scenario, settings, speed);
  };
  engine.background = [](BackgroundJob::Work work) { return std::make_unique<ThreadWork>(std::move(work)); };
  return engine;
}

}  // namespace interleave::gui
