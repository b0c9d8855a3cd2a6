#include "tests/gui/fake_session.h"

#include "app/gui/model/update/run_control.h"
#include "app/gui/platform/real_engine.h"

namespace interleave::gui {

namespace {

class FakeSession final : public LiveSession {
 public:
  explicit FakeSession(std::shared_ptr<FakeRun> run) : run_(std::move(run)) {}

  void pause() override { run_->paused = true; }
  void resume() override { run_->paused = false; }
  void set_speed(double speed) override { run_->speed = speed; }
  void set_max_workers(int max_workers) override { run_->max_workers = max_workers; }
  Time now() const override { return run_->now; }
  bool poll() override { return true; }
  std::shared_ptr<const Timeline> timeline() const override { return run_->timeline; }

 private:
  std::shared_ptr<FakeRun> run_;
};

}  // namespace

Engine engine_of(std::shared_ptr<FakeRun> run) {
  Engine engine = real_engine();
  engine.live = [run](const Scenario&, const RunSettings&, double) { return std::make_unique<FakeSession>(run); };
  return engine;
}

}  // namespace interleave::gui
