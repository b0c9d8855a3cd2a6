#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/model/state/engine.h"

namespace interleave::gui {

// Makes one thing at a time: in the background, or, where there is none, at once. Belongs to one thread.
template <class Result>
class BackgroundResult {
 public:
  // Whether somebody still waits for it.
  using Wanted = std::function<bool()>;

  // That from now on, and no more what was begun before. `make` is called from another thread.
  void begin(const Engine& engine, std::function<Result(const Wanted&)> make) {
    give_up();
    draft_ = std::make_shared<Result>();
    if (!engine.background) {
      *draft_ = make([] { return true; });
      return;
    }
    job_ = engine.background([make = std::move(make), draft = draft_](const std::atomic<bool>& unwanted) {
      *draft = make([&unwanted] { return !unwanted.load(std::memory_order_relaxed); });
    });
  }
  void give_up() {
    std::erase_if(given_up_, [](const auto& job) { return job->done(); });
    draft_ = nullptr;
    if (job_ == nullptr) return;
    job_->give_up();
    given_up_.push_back(std::move(job_));
  }
  bool computing() const { return draft_ != nullptr; }
  // What came out, once; null until it is there.
  std::shared_ptr<const Result> take() {
    if (draft_ == nullptr || (job_ != nullptr && !job_->done())) return nullptr;
    job_ = nullptr;
    return std::exchange(draft_, nullptr);
  }

 private:
  std::shared_ptr<Result> draft_;                          // what is being made
  std::unique_ptr<BackgroundWork> job_;                    // null: it was made at once
  std::vector<std::unique_ptr<BackgroundWork>> given_up_;  // until they return
};

}  // namespace interleave::gui
