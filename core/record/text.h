#pragma once

#include <string>

namespace interleave {

// What an event's `text` points at; see core/record/event.h.
struct Text {
  std::string value;
};

}  // namespace interleave
