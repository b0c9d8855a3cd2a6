#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interleave::gui {

// message: why something could not be done; remark: what was; welcome: at the first start of all.
enum class NoticeKind : std::uint8_t { message, remark, welcome, changed_outside, left_behind, closing };
// Whether it waits for an answer.
constexpr bool asks(NoticeKind kind) { return kind != NoticeKind::message && kind != NoticeKind::remark; }

enum class NoticeAnswer : std::uint8_t { first, second, third };

inline constexpr std::string_view kWelcomeText =
    "New here? Start with a lesson of five minutes: it asks, shows, and lets you change something.";

// Something that must be told or asked, in a bar below the toolbar.
struct Notice {
  NoticeKind kind = NoticeKind::message;
  std::string text;
  std::string path = {};  // left_behind: what was kept
};

// What the answers are called; empty where there is none.
inline std::string answer_label(NoticeKind kind, NoticeAnswer answer) {
  const bool first = answer == NoticeAnswer::first;
  if (answer == NoticeAnswer::third) return kind == NoticeKind::closing ? "Cancel" : "";
  switch (kind) {
    case NoticeKind::message:
    case NoticeKind::remark:
      return first ? "OK" : "";
    case NoticeKind::welcome:
      return first ? "Start here" : "Not now";
    case NoticeKind::changed_outside:
      return first ? "Read it again" : "Keep mine";
    case NoticeKind::left_behind:
      return first ? "Restore" : "Discard";
    case NoticeKind::closing:
      return first ? "Save" : "Close without saving";
  }
  return "";
}

}  // namespace interleave::gui
