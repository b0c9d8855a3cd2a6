#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "app/gui/model/edit/clipboard.h"

namespace interleave::gui {

// What is on a clipboard that answers at once.
inline std::string copied(const Clipboard& clipboard) {
  std::string copied;
  clipboard.read([&](const std::string& text) { copied = text; });
  return copied;
}

// Questions that a system leaves open until the test has it answer.
class LateAnswers {
 public:
  void add(std::function<void()> answer) { waiting_.push_back(std::move(answer)); }
  std::size_t waiting() const { return waiting_.size(); }
  // The one that was asked first.
  void give() {
    const auto answer = std::move(waiting_.front());
    waiting_.pop_front();
    answer();
  }

 private:
  std::deque<std::function<void()>> waiting_;
};

// A clipboard as `inner`, read when `late` says so.
inline Clipboard late_clipboard(Clipboard inner, std::shared_ptr<LateAnswers> late) {
  return {[read = std::move(inner.read), late = std::move(late)](const Clipboard::Answer& answer) {
            late->add([read, answer] { read(answer); });
          },
          std::move(inner.write)};
}

}  // namespace interleave::gui
