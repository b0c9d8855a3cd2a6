#pragma once

#include <functional>
#include <memory>

#include "core/record/record.h"
#include "core/run/simulate.h"

namespace interleave::gui {

// A run on the real clock as the window sees it: LiveRun, or a test's own. One thread owns it.
class LiveSession {
 public:
  virtual ~LiveSession() = default;
  virtual void pause() = 0;
  virtual void resume() = 0;
  virtual void set_speed(double speed) = 0;
  virtual void set_max_workers(int max_workers) = 0;
  virtual Time now() const = 0;
  virtual bool poll() = 0;  // true when anything new was recorded, or the run ended
  virtual std::shared_ptr<const Timeline> timeline() const = 0;
};

// What executes scenarios for the window.
struct Engine {
  std::function<std::shared_ptr<const Timeline>(const Scenario&, const RunSettings&)> simulate;
  std::function<std::unique_ptr<LiveSession>(const Scenario&, const RunSettings&, double speed)> start;
};

// The engine of core/run.
Engine real_engine();

}  // namespace interleave::gui
