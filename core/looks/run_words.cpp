#include "core/looks/run_words.h"

#include <fmt/format.h>

namespace interleave {

std::string mode_text(const RunInfo& info) {
  const ModeTraits& mode = traits(info.mode);
  if (!mode.has_max_workers || !info.max_workers) return std::string(mode.name);
  return fmt::format("{} with max_workers {}", mode.name, *info.max_workers);
}

std::string language_text(Language language, bool gil) {
  std::string text(title(language));
  if (language == Language::python) text += gil ? " with its GIL" : " without a GIL";
  return text;
}

std::string language_text(const RunInfo& info) {
  return info.computes && info.language ? language_text(*info.language, info.gil) : "";
}

}  // namespace interleave
