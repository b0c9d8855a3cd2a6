#include "core/run/run_settings.h"

namespace interleave {

RunSettings default_settings(const Scenario& scenario) {
  RunSettings settings;
  settings.mode = scenario.mode;
  settings.max_workers = scenario.max_workers;
  settings.gil = scenario.machine.gil;
  return settings;
}

}  // namespace interleave
