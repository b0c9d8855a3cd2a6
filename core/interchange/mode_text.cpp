#include "core/interchange/mode_text.h"

#include <fmt/format.h>

namespace interleave {

std::string mode_text(const RunInfo& info) {
  const ModeTraits& mode = traits(info.mode);
  if (!mode.has_max_workers || !info.max_workers) return std::string(mode.name);
  return fmt::format("{} with max_workers {}", mode.name, *info.max_workers);
}

}  // namespace interleave
