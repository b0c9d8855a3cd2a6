#pragma once

#include <string_view>

namespace interleave::gui {

// Two desks read, wait, and write: an update may be lost.
inline constexpr std::string_view kLastTicket = R"({
  "interleave": 1,
  "title": "The last ticket",
  "shared": {"tickets": 1},
  "functions": {
    "sell": {"parameters": ["customer"], "steps": [
      {"read": "tickets", "into": "left"},
      {"if": "left > 0", "steps": [
        {"sleep": 0.1}, {"write": "tickets", "value": "left - 1"}, {"print": "{customer} has a ticket"}],
       "else": [{"print": "Sold out, {customer}"}]}]}
  },
  "tasks": [
    {"name": "desk 1", "call": "sell", "arguments": {"customer": "Ada"}},
    {"name": "desk 2", "call": "sell", "arguments": {"customer": "Bob"}}
  ],
  "mode": "threads"
})";

}  // namespace interleave::gui
