#include "tests/gui/instant_session.h"

#include <utility>

namespace interleave::gui {

namespace {

class InstantSession final : public LiveSession {
 public:
  explicit InstantSession(std::shared_ptr<const Timeline> run) : run_(std::move(run)) {}

  void pause() override {}
  void resume() override {}
  void set_speed(double) override {}
  void set_max_workers(int) override {}
  Time now() const override { return run_->horizon(); }
  bool poll() override { return true; }
  std::shared_ptr<const Timeline> timeline() const override { return run_; }

 private:
  std::shared_ptr<const Timeline> run_;
};

}  // namespace

Engine instant_engine() {
  Engine engine = real_engine();
  engine.start = [simulate = engine.simulate](const Scenario& scenario, const RunSettings& settings, double) {
    return std::make_unique<InstantSession>(simulate(scenario, settings));
  };
  return engine;
}

}  // namespace interleave::gui
