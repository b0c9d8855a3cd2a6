#include "core/looks/run_words.h"

#include <fmt/format.h>

namespace interleave {

std::string mode_text(const RunInfo& info) {
  const ModeTraits& mode = traits(info.mode);
  if (!mode.has_max_workers || !info.max_workers) return std::string(mode.name);
  return fmt::format("{} with max_workers {}", mode.name, *info.max_workers);
}

std::string_view worker_kind(const ModeTraits& mode) { return mode.shares_memory ? "thread" : "process"; }

std::string language_text(Language language, bool gil, const ModeTraits& mode) {
  std::string text(title(language));
  if (language != Language::python) return text;
  if (!gil) return text + " without a GIL";
  return text + (mode.shares_memory ? " with its GIL" : " with a GIL in each process");
}

std::string language_text(const RunInfo& info) {
  return info.computes && info.language ? language_text(*info.language, info.gil, traits(info.mode)) : "";
}

}  // namespace interleave
