#include "app/gui/model/state/engine.h"

#include "core/live/live_run.h"

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

}  // namespace

Engine real_engine() {
  return {simulate, [](const Scenario& scenario, const RunSettings& settings, double speed) {
            return std::make_unique<LiveRunSession>(scenario, settings, speed);
          }};
}

}  // namespace interleave::gui
