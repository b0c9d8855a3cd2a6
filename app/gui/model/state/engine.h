#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "core/record/record.h"
#include "core/run/run_settings.h"

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

// Work that is done beside the window: BackgroundJob, or a test's own. One thread owns it; its destructor waits for the
// work's end.
class BackgroundWork {
 public:
  virtual ~BackgroundWork() = default;
  virtual void give_up() = 0;
  virtual bool done() const = 0;
};

// What the window needs threads for: without them there is no real clock, and nothing beside the window.
struct Engine {
  // Starts a run on the real clock. Empty: there are none.
  std::function<std::unique_ptr<LiveSession>(const Scenario&, const RunSettings&, double speed)> live;
  // Begins work, which looks at `unwanted` now and then and returns early when nobody waits any more. Empty: long work
  // is done by the window itself, a slice a frame.
  std::function<std::unique_ptr<BackgroundWork>(std::function<void(const std::atomic<bool>& unwanted)>)> background;
};

inline Engine engine_without_threads() { return {}; }

}  // namespace interleave::gui
