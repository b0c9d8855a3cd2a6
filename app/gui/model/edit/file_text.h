#pragma once

#include <cstdint>
#include <memory>

#include "app/gui/model/edit/text_edit.h"
#include "core/base/diagnostic.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

// The scenario's file as text, while it is looked at or typed into.
struct FileText {
  TextEdit text;
  Diagnostics errors;                        // of the text as it is; empty where it can be read
  std::shared_ptr<const Scenario> scenario;  // what the text says, where it can be read; else what it said last
  bool changed = false;                      // since it was read last
  std::uint64_t session = 0;                 // what is typed in one go is undone together, outside of the text
};

}  // namespace interleave::gui
