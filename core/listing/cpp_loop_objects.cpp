#include "core/listing/cpp_loop_parts.h"

namespace interleave {

constexpr std::string_view kLine = R"(
// Futures of tasks that wait for something that others have, first in, first out.
class Line {
 public:
  bool empty() const { return futures_.empty(); }
  Future& first() const { return *futures_.front(); }
  const std::deque<Future*>& all() const { return futures_; }
  void push(Future& future) { futures_.push_back(&future); }
  void remove(Future& future) { std::erase(futures_, &future); }

  // The first that is still waiting; those before are out of the line too.
  void call_first() {
    while (!futures_.empty()) {
      Future& future = *futures_.front();
      futures_.pop_front();
      if (future.is_done()) continue;
      future.set();
      return;
    }
  }

 private:
  std::deque<Future*> futures_;
};
)";

constexpr std::string_view kSemaphoreOfTasks = R"(
// Any task may release a permit. As in asyncio, who is first in line has a released one at once, and nobody overtakes it
// before its turn.
class Semaphore {
 public:
  explicit Semaphore(long long permits) : permits_(permits) {}
  virtual ~Semaphore() = default;

  virtual Task acquire() {
    const auto& line = line_.all();
    const bool is_free = permits_ > 0 && std::all_of(line.begin(), line.end(), [](auto* at) { return at->is_cancelled(); });
    if (!is_free) {
      Future turn;
      bool is_cut = false;
      line_.push(turn);
      try {
        co_await Wait{&turn};
      } catch (const Cancelled&) {
        is_cut = true;
      }
      line_.remove(turn);
      if (is_cut && !turn.is_cancelled()) release();
      if (is_cut) throw Cancelled();
      if (permits_ > 0) call_next();
    } else {
      --permits_;
    }
    co_return {};
  }

  virtual void release() {
    ++permits_;
    call_next();
  }

 private:
  void call_next() {
    for (Future* turn : line_.all()) {
      if (turn->is_done()) continue;
      --permits_;
      return turn->set();
    }
  }

  long long permits_;
  Line line_;
};
)";

constexpr std::string_view kLockOfTasks = R"(
class Lock : public Semaphore {
 public:
  Lock() : Semaphore(1) {}

  Task acquire() override {
    const auto& line = line_.all();
    const bool is_free = !is_held_ && std::all_of(line.begin(), line.end(), [](auto* at) { return at->is_cancelled(); });
    if (!is_free) {
      Future turn;
      bool is_cut = false;
      line_.push(turn);
      try {
        co_await Wait{&turn};
      } catch (const Cancelled&) {
        is_cut = true;
      }
      line_.remove(turn);
      if (is_cut && !is_held_) call_first();
      if (is_cut) throw Cancelled();
    }
    is_held_ = true;
    co_return {};
  }

  void release() override {
    if (!is_held_) throw std::logic_error("it releases a lock that nobody holds");
    is_held_ = false;
    call_first();
  }

 private:
  void call_first() {
    if (!line_.empty() && !line_.first().is_done()) line_.first().set();
  }

  bool is_held_ = false;
  Line line_;
};
)";

constexpr std::string_view kQueueOfTasks = R"(
// Items in the order in which they were put: at most so many, or, where that is 0, any number. As in asyncio, who is
// called looks again, and goes to the end of the line where somebody was faster.
class Queue {
 public:
  explicit Queue(std::size_t room) : room_(room) {}

  // Waits while the queue is full.
  Task put(long long item) {
    while (is_full()) {
      Future room;
      bool is_cut = false;
      putters_.push(room);
      try {
        co_await Wait{&room};
      } catch (const Cancelled&) {
        is_cut = true;
      }
      putters_.remove(room);
      if (is_cut && !is_full() && !room.is_cancelled()) putters_.call_first();
      if (is_cut) throw Cancelled();
    }
    items_.push_back(item);
    getters_.call_first();
    co_return {};
  }

  // Waits while it is empty.
  Task get() {
    while (items_.empty()) {
      Future item;
      bool is_cut = false;
      getters_.push(item);
      try {
        co_await Wait{&item};
      } catch (const Cancelled&) {
        is_cut = true;
      }
      getters_.remove(item);
      if (is_cut && !items_.empty() && !item.is_cancelled()) getters_.call_first();
      if (is_cut) throw Cancelled();
    }
    const long long item = items_.front();
    items_.pop_front();
    putters_.call_first();
    co_return item;
  }

 private:
  bool is_full() const { return room_ > 0 && items_.size() >= room_; }

  std::size_t room_;
  std::deque<long long> items_;
  Line getters_;
  Line putters_;
};
)";

constexpr std::string_view kAcquireInTimeOnLoop = R"(  Task acquire(std::chrono::duration<double> timeout) {
    return in_time(timeout, [this] { return acquire(); });
  }
)";

constexpr std::string_view kPutInTimeOnLoop = R"(  Task put(long long item, std::chrono::duration<double> timeout) {
    return in_time(timeout, [this, item] { return put(item); });
  }
)";

constexpr std::string_view kGetInTimeOnLoop = R"(  Task get(std::chrono::duration<double> timeout) {
    return in_time(timeout, [this] { return get(); });
  }
)";

}  // namespace interleave
