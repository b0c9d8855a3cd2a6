#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/interchange/byte_writer.h"
#include "core/interchange/recorded_schedule.h"
#include "core/interchange/recording.h"
#include "core/interchange/recording_format.h"
#include "core/interchange/recording_layout.h"

namespace interleave {
namespace {

template <class Enum>
std::uint64_t number_of(Enum value) {
  return static_cast<std::uint64_t>(value);
}

// 0 for none.
template <class Id>
std::uint64_t id_or_none(Id id) {
  return id == Id::none ? 0 : std::uint64_t{index(id)} + 1;
}

// Contents in the order in which RecordingReader takes them.
class RecordingWriter {
 public:
  explicit RecordingWriter(const Timeline& timeline) : timeline_(timeline) {}

  std::string write(std::string_view scenario) {
    to_.text(scenario);
    write_info();
    write_end();
    list(timeline_.workers(), [this](const WorkerTrack& worker) { write_worker(worker); });
    for (const TaskTrack& task : timeline_.tasks()) write_task(task);
    for (const WorkerTrack& worker : timeline_.workers()) write_turns(worker);
    write_output();
    write_changes();
    write_counters();
    write_longest_wait();
    write_program();
    write_language();
    for (const TaskTrack& task : timeline_.tasks()) time_or_none(task.created);
    write_sharing();
    write_schedule(to_, timeline_.info());
    return std::move(to_).take();
  }

 private:
  template <class Items, class Write>
  void list(const Items& items, const Write& write_item) {
    to_.number(items.size());
    for (const auto& item : items) write_item(item);
  }

  void time(Time moment) {
    assert(moment >= Time{});
    to_.number(static_cast<std::uint64_t>(moment.time_since_epoch().count()));
  }

  // 0 for none.
  void time_or_none(std::optional<Time> moment) { time(moment ? *moment + Duration{1} : Time{}); }

  void length(Duration value) { time(Time(value)); }

  // Moments one after the other take little room as steps.
  void time_after(Time& last, Time moment) {
    length(moment - last);
    last = moment;
  }

  void write_info() {
    const RunInfo& info = timeline_.info();
    to_.text(info.scenario);
    list(info.tasks, [this](const TaskInfo& task) { to_.text(task.name); });
    to_.number(info.mode ? number_of(*info.mode) + 1 : 0);
    number_or_none(info.max_workers);
    to_.number(number_of(info.clock));
    to_.number(info.seed);
    to_.text(info.note);
  }

  void write_end() {
    const RunEnd& end = timeline_.end().value();
    to_.number(number_of(end.outcome));
    to_.text(end.error);
    time(end.time);
  }

  void write_worker(const WorkerTrack& worker) {
    to_.text(worker.name);
    time(worker.created);
    time_or_none(worker.retired);
  }

  void write_task(const TaskTrack& task) {
    time_or_none(task.submitted);
    time_or_none(task.started);
    time_or_none(task.finished);
    to_.number(number_of(task.outcome.value()));
    to_.text(task.error);
    Span last;
    last.end = Time{};
    auto timeout = task.timeouts.begin();
    const auto next_late = [&] { return timeout == task.timeouts.end() ? nullptr : &task.spans[*timeout]; };
    const Span* late = next_late();
    list(task.spans, [&](const Span& span) {
      const bool is_late = &span == late;
      if (is_late) late = (++timeout, next_late());
      write_span(span, last, is_late ? kTimedOut : std::uint8_t{0});
      last = span;
    });
  }

  void write_span(const Span& span, const Span& last, std::uint8_t differs) {
    to_.byte(static_cast<std::uint8_t>(number_of(span.state) << kStateShift | number_of(span.cause)));
    if (span.begin != last.end) differs |= kGapBefore;
    if (span.worker != last.worker) differs |= kOtherWorker;
    if (span.step != last.step) differs |= kOtherStep;
    to_.byte(differs);
    length(span.end - span.begin);
    if ((differs & kGapBefore) != 0) length(span.begin - last.end);
    if ((differs & kOtherWorker) != 0) to_.number(id_or_none(span.worker));
    if ((differs & kOtherStep) != 0) to_.number(id_or_none(span.step));
  }

  void write_turns(const WorkerTrack& worker) {
    Time last{};
    list(worker.turns, [&](const Turn& turn) {
      time_after(last, turn.at);
      to_.number(index(turn.task));
    });
  }

  void write_output() {
    std::unordered_map<std::string_view, std::size_t> numbers;  // from 1
    std::vector<std::string_view> texts;
    for (const OutputLine& line : timeline_.output()) {
      if (line.text.size() > kLongestShared) continue;
      if (numbers.emplace(line.text, texts.size() + 1).second) texts.emplace_back(line.text);
    }
    list(texts, [this](std::string_view text) { to_.text(text); });
    Time last{};
    list(timeline_.output(), [&](const OutputLine& line) {
      time_after(last, line.time);
      to_.number(index(line.task));
      const auto shared = numbers.find(line.text);
      to_.number(shared == numbers.end() ? 0 : shared->second);
      if (shared == numbers.end()) to_.text(line.text);
    });
  }

  void write_changes() {
    Time last{};
    list(timeline_.changes(), [&](const MaxWorkersChange& change) {
      time_after(last, change.time);
      to_.number(static_cast<std::uint64_t>(change.max_workers));
    });
  }

  void write_counters() {
    Time last{};
    Counts before;
    list(timeline_.counters().points(), [&](const CounterTrack::Point& point) {
      time_after(last, point.at);
      std::uint64_t differs = 0;
      for (std::size_t i = 0; i < kCounters; ++i) {
        if (point.counts[Counter(i)] != before[Counter(i)]) differs |= std::uint64_t{1} << i;
      }
      to_.number(differs);
      for (std::size_t i = 0; i < kCounters; ++i) {
        const auto counter = static_cast<Counter>(i);
        if ((differs >> i & 1U) == 0) continue;
        to_.difference(std::int64_t{point.counts[counter]} - std::int64_t{before[counter]});
      }
      before = point.counts;
    });
  }

  void write_longest_wait() {
    const LongestWait& longest = timeline_.longest_wait();
    list(longest.pieces(), [this](const LongestWait::Piece& piece) { write_piece(piece); });
    write_piece(longest.open());
  }

  void write_piece(const LongestWait::Piece& piece) {
    time(piece.from);
    length(piece.length);
    to_.number(id_or_none(piece.task) << 1U | (piece.growing ? 1U : 0U));
  }

  void write_program() {
    const RunInfo& info = timeline_.info();
    for (const TaskInfo& task : info.tasks) {
      list(task.arguments, [this](const std::string& argument) { to_.text(argument); });
      time_or_none(task.planned);
    }
    list(info.steps, [this](const StepInfo& step) {
      to_.text(step.word);
      to_.text(step.amount);
      to_.number(step.argument ? *step.argument + 1 : 0);
      to_.number(step.line);
    });
    number_or_none(info.cores);
    to_.number(info.computes ? 1 : 0);
  }

  void write_language() {
    const RunInfo& info = timeline_.info();
    to_.number(info.language ? number_of(*info.language) + 1 : 0);
    to_.number(info.gil ? 1 : 0);
  }

  void write_sharing() {
    list(timeline_.info().objects, [this](const SharedObject& object) {
      to_.text(object.name);
      to_.number(number_of(object.kind));
      to_.difference(object.number);
    });
    for (const TaskTrack& task : timeline_.tasks()) {
      Time last{};
      list(task.targets, [&](const WaitTarget& target) {
        time_after(last, target.at);
        to_.number(id_or_none(target.object));
        to_.number(id_or_none(target.task));
      });
      to_.number(task.result ? (task.result->is_text ? 2 : 1) : 0);
      if (task.result) to_.text(task.result->text);
      time_or_none(task.cancelled ? std::optional(task.cancelled->at) : std::nullopt);
      if (task.cancelled) to_.number(id_or_none(task.cancelled->by));
      to_.number(id_or_none(task.taken_by.value_or(TaskId::none)));
    }
    for (const TaskTrack& task : timeline_.tasks()) to_.number(id_or_none(task.started_by));
    for (const StepInfo& step : timeline_.info().steps) {
      list(step.awaits, [this](TaskId task) { to_.number(index(task)); });
    }
    list(timeline_.stale_writes(), [this](const StaleWriteMark& mark) {
      to_.number(number_of(mark.kind));
      to_.number(mark.write);
      to_.number(mark.read);
      to_.number(mark.other);
    });
    list(timeline_.links(), [this](const OrderLink& link) {
      to_.number(link.accesses);
      to_.number(index(link.before));
      to_.number(index(link.behind));
    });
    Time last{};
    list(timeline_.accesses(), [&](const Access& access) {
      time_after(last, access.time);
      to_.number(index(access.task));
      to_.number(id_or_none(access.step));
      to_.number(index(access.object));
      to_.number(number_of(access.kind));
      to_.difference(access.value);
    });
  }

  // Of what is never 0, which stands for none.
  void number_or_none(std::optional<int> value) { to_.number(static_cast<std::uint64_t>(value.value_or(0))); }

  const Timeline& timeline_;
  ByteWriter to_;
};

}  // namespace

std::string write_recording(const Timeline& timeline, std::string_view scenario) {
  assert(timeline.finished());
  const std::string contents = RecordingWriter(timeline).write(scenario);
  return packed_recording({contents});
}

}  // namespace interleave
