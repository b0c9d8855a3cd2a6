#include "core/run/run_settings.h"

namespace interleave {

RunSettings default_settings(const Scenario& scenario) {
  RunSettings settings;
  settings.mode = scenario.mode;
  settings.max_workers = scenario.max_workers;
  return settings;
}

}  // namespace interleave
