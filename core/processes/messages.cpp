#include "core/processes/messages.h"

#include <cassert>
#include <cstring>
#include <type_traits>

namespace interleave {
namespace {

class Writer {
 public:
  template <class Plain>
  void plain(const Plain& value) {
    static_assert(std::is_trivially_copyable_v<Plain>);
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void text(std::string_view text) {
    plain(text.size());
    bytes_ += text;
  }
  std::string finish() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class Plain>
  Plain plain() {
    static_assert(std::is_trivially_copyable_v<Plain>);
    assert(bytes_.size() >= sizeof(Plain));
    Plain value{};
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const auto size = plain<std::size_t>();
    assert(bytes_.size() >= size);
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

 private:
  std::string_view bytes_;
};

// Of which the union holds that, and not a number.
bool has_text(const Event& event) {
  switch (event.kind) {
    case EventKind::task_printed:
    case EventKind::task_returned_text:
    case EventKind::task_ended:
    case EventKind::worker_created:
      return event.text != nullptr;
    case EventKind::task_submitted:
    case EventKind::task_started:
    case EventKind::task_entered:
    case EventKind::task_resumed:
    case EventKind::task_accessed:
    case EventKind::write_marked:
    case EventKind::task_joined:
    case EventKind::task_returned_number:
    case EventKind::task_cancelled:
    case EventKind::wait_timed_out:
    case EventKind::failure_taken:
    case EventKind::worker_retired:
    case EventKind::max_workers_changed:
      break;
  }
  return false;
}

}  // namespace

std::string to_bytes(const WorkerSetup& setup) {
  Writer to;
  to.plain(setup.worker);
  to.plain(setup.start);
  to.plain(setup.clock);
  to.text(setup.scenario);
  return std::move(to).finish();
}

WorkerSetup setup_from(std::string_view bytes) {
  Reader from(bytes);
  WorkerSetup setup;
  setup.worker = from.plain<WorkerId>();
  setup.start = from.plain<HostTime>();
  setup.clock = from.plain<ScaledClock::Segment>();
  setup.scenario = from.text();
  return setup;
}

std::string to_bytes(const ProcessExecution::Job& job) {
  Writer to;
  to.plain(job);
  return std::move(to).finish();
}

ProcessExecution::Job job_from(std::string_view bytes) { return Reader(bytes).plain<ProcessExecution::Job>(); }

std::string to_bytes(const ScaledClock::Segment& segment) {
  Writer to;
  to.plain(segment);
  return std::move(to).finish();
}

ScaledClock::Segment segment_from(std::string_view bytes) { return Reader(bytes).plain<ScaledClock::Segment>(); }

std::string to_bytes(const ProcessExecution::End& end) {
  Writer to;
  to.plain(end.stuck);
  to.plain(end.at);
  to.plain(end.why.reason);
  to.plain(end.why.value);
  to.text(end.why.error);
  return std::move(to).finish();
}

ProcessExecution::End end_from(std::string_view bytes) {
  Reader from(bytes);
  ProcessExecution::End end;
  end.stuck = from.plain<bool>();
  end.at = from.plain<Time>();
  end.why.reason = from.plain<Unwinding::Reason>();
  end.why.value = from.plain<Value>();
  end.why.error = from.text();
  return end;
}

std::string to_bytes(const std::vector<Event>& events, std::int64_t closed_until) {
  Writer to;
  to.plain(closed_until);
  to.plain(events.size());
  for (const Event& event : events) {
    to.plain(event);
    to.plain(has_text(event));
    if (has_text(event)) to.text(event.text->value);
  }
  return std::move(to).finish();
}

TakenEvents take_events(std::string_view bytes, EventLog& log) {
  Reader from(bytes);
  const auto closed_until = from.plain<std::int64_t>();
  const auto count = from.plain<std::size_t>();
  for (std::size_t left = count; left > 0; --left) {
    auto event = from.plain<Event>();
    if (from.plain<bool>()) event.text = log.keep(from.text());
    log.append(event);
  }
  return {closed_until, count};
}

}  // namespace interleave
