#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "core/interchange/recorded_schedule.h"
#include "core/interchange/recording.h"
#include "core/interchange/recording_format.h"
#include "core/interchange/recording_layout.h"

namespace interleave {
namespace {

constexpr Time kLatest = kNever - Duration{1};

// Takes the contents in the order in which RecordingWriter writes them.
class RecordingReader {
 public:
  explicit RecordingReader(const RecordingContents& contents) : from_(contents.bytes), version_(contents.version) {}

  Result<Recording, std::string> read() {
    Recording recording;
    recording.scenario = from_.text();
    read_info();
    read_end();
    list<4>(parts_.workers, [this](WorkerTrack& worker) { read_worker(worker); });
    parts_.tasks.resize(parts_.info.tasks.size());
    for (std::size_t i = 0; i < parts_.tasks.size() && from_.ok(); ++i) read_task(i);
    lay_out_workers();
    for (WorkerTrack& worker : parts_.workers) read_turns(worker);
    read_output();
    read_changes();
    read_counters();
    read_longest_wait();
    if (version_ >= 2) read_program();
    read_language();
    if (version_ >= 3) read_creations();
    if (version_ >= 4) read_sharing();
    if (version_ >= 6) read_schedule(from_, parts_.info);
    if (!from_.at_end()) from_.fail("something follows its last part");
    if (!from_.ok()) return "is damaged, though its checksum matches: " + from_.problem();
    recording.timeline = std::make_shared<Timeline>(std::move(parts_));
    return recording;
  }

 private:
  // Each item takes so many bytes or more, counting what later parts say of it.
  template <std::size_t bytes_each, class Item, class Read>
  void list(std::vector<Item>& items, const Read& read_item) {
    items.resize(from_.count(bytes_each));
    for (std::size_t i = 0; i < items.size() && from_.ok(); ++i) read_item(items[i]);
  }

  // Where the run ended: but for plans and requests, nothing is later.
  Time end() const { return parts_.end.time; }

  Time time(Time latest = kLatest) { return Time(length(latest.time_since_epoch())); }

  std::optional<Time> time_or_none(Time latest = kLatest) {
    const Time after = time(std::min(latest, kLatest - Duration{1}) + Duration{1});
    if (after == Time{}) return std::nullopt;
    return after - Duration{1};
  }

  Duration length(Duration most) {
    return Duration(static_cast<std::int64_t>(from_.number(static_cast<std::uint64_t>(most.count()))));
  }

  Time time_after(Time last, Time latest = kLatest) { return last + length(latest - last); }

  TaskId task() {
    const std::size_t count = parts_.tasks.size();
    if (count == 0) from_.fail("it names one of no tasks");
    return task_id(static_cast<std::size_t>(from_.number(std::max<std::size_t>(1, count) - 1)));
  }

  template <class Id>
  Id id_or_none(std::size_t count) {
    const std::uint64_t value = from_.number(count);
    return value == 0 ? Id::none : static_cast<Id>(value - 1);
  }

  int max_workers() { return static_cast<int>(from_.number(std::numeric_limits<int>::max())); }

  void read_info() {
    RunInfo& info = parts_.info;
    info.scenario = from_.text();
    list<7>(info.tasks, [this](TaskInfo& task) { task.name = from_.text(); });
    const std::uint64_t modes = version_ >= 5 ? kModes.size() : kModesBeforeVersion5;
    const std::uint64_t mode = version_ >= 2 ? from_.number(modes) : from_.number(modes - 1) + 1;
    if (mode > 0) info.mode = static_cast<Mode>(mode - 1);
    info.max_workers = number_or_none();
    info.clock = from_.one_of(ClockKind::real_time);
    info.seed = from_.number();
    info.note = from_.text();
  }

  void read_end() {
    parts_.end.outcome = from_.one_of(Outcome::not_started);
    parts_.end.error = from_.text();
    parts_.end.time = time();
  }

  void read_worker(WorkerTrack& worker) {
    worker.name = from_.text();
    worker.created = time(end());
    worker.retired = time_or_none(end());
  }

  void read_task(std::size_t position) {
    TaskTrack& track = parts_.tasks[position];
    track.name = parts_.info.tasks[position].name;
    track.submitted = time_or_none();
    track.started = time_or_none();
    track.finished = time_or_none(end());
    track.outcome = from_.one_of(Outcome::not_started);
    track.error = from_.text();
    Span last{.end = Time{}, .task = task_id(position)};
    list<3>(track.spans, [&](Span& span) {
      const bool timed_out = (read_span(span, last) & kTimedOut) != 0;
      if (timed_out) track.timeouts.push_back(static_cast<std::size_t>(&span - track.spans.data()));
      last = span;
    });
    if (from_.ok()) add_up_waits(track);  // else there are spans that were never read
  }

  std::uint8_t read_span(Span& span, const Span& last) {
    span = last;
    const std::uint8_t what = from_.byte();
    const std::uint8_t differs = from_.byte();
    if (what >> kStateShift > static_cast<unsigned>(State::waiting)) from_.fail("there is no such state");
    span.state = static_cast<State>(what >> kStateShift);
    const unsigned cause = what & ((1U << kStateShift) - 1);
    if (cause > static_cast<unsigned>(kLastCause)) from_.fail("there is no such cause");
    span.cause = static_cast<Cause>(cause);
    const Duration lasts = length(end() - last.end);
    if (lasts == Duration{0}) from_.fail("a span takes no time");
    span.begin = last.end;
    if ((differs & kGapBefore) != 0) span.begin += length(end() - last.end - lasts);
    span.end = span.begin + lasts;
    if ((differs & kOtherWorker) != 0) span.worker = id_or_none<WorkerId>(parts_.workers.size());
    if ((differs & kOtherStep) != 0) span.step = id_or_none<StepId>(index(StepId::none));
    return differs;
  }

  void add_up_waits(TaskTrack& track) {
    track.waited_before.reserve(track.spans.size());
    Duration sum{0};
    for (const Span& span : track.spans) {
      track.waited_before.push_back(sum);
      if (waits_for_turn(span)) sum += span.end - span.begin;
    }
  }

  // A worker's spans are those of the tasks that ran on it or held it.
  void lay_out_workers() {
    std::vector<std::size_t> counts(parts_.workers.size());
    for_each_span([&](const Span& span) { ++counts[index(span.worker)]; });
    for (std::size_t i = 0; i < counts.size(); ++i) parts_.workers[i].spans.reserve(counts[i]);
    for_each_span([&](const Span& span) { parts_.workers[index(span.worker)].spans.push_back(span); });
    for (WorkerTrack& worker : parts_.workers) {
      const auto earlier = [](const Span& a, const Span& b) { return a.begin < b.begin; };
      if (!std::is_sorted(worker.spans.begin(), worker.spans.end(), earlier)) {
        std::sort(worker.spans.begin(), worker.spans.end(), earlier);
      }
      add_up(worker);
    }
  }

  template <class Use>
  void for_each_span(const Use& use) {
    if (!from_.ok()) return;
    for (const TaskTrack& task : parts_.tasks) {
      for (const Span& span : task.spans) {
        if (span.worker != WorkerId::none) use(span);
      }
    }
  }

  void add_up(WorkerTrack& worker) {
    worker.before.reserve(worker.spans.size());
    WorkerTime sum;
    Time last{};
    for (const Span& span : worker.spans) {
      if (span.begin < last) from_.fail("two spans are on one worker at once");
      last = span.end;
      worker.before.push_back(sum);
      sum.part(span.state) += span.end - span.begin;
    }
  }

  void read_turns(WorkerTrack& worker) {
    Time last{};
    list<2>(worker.turns, [&](Turn& turn) {
      turn.at = last = time_after(last, end());
      turn.task = task();
    });
  }

  void read_output() {
    std::vector<std::string_view> texts;
    list<1>(texts, [this](std::string_view& text) {
      text = from_.text();
      if (text.size() > kLongestShared) from_.fail("a text that lines share is too long for that");
    });
    Time last{};
    list<3>(parts_.output, [&](OutputLine& line) {
      line.time = last = time_after(last, end());
      line.task = task();
      const std::uint64_t text = from_.number(texts.size());
      line.text = text == 0 || !from_.ok() ? from_.text() : texts[static_cast<std::size_t>(text) - 1];
    });
  }

  void read_changes() {
    Time last{};
    list<2>(parts_.changes, [&](MaxWorkersChange& change) {
      change.time = last = time_after(last);
      change.max_workers = max_workers();
    });
  }

  void read_counters() {
    std::vector<CounterTrack::Point> points;
    CounterTrack::Point last;
    list<2>(points, [&](CounterTrack::Point& point) {
      point = last;
      point.at = time_after(last.at);
      point.work = work_until(point.at, last);
      const std::uint64_t differs = from_.number((std::uint64_t{1} << kCounters) - 1);
      for (std::size_t i = 0; i < kCounters; ++i) {
        if ((differs >> i & 1U) == 0) continue;
        point.counts[static_cast<Counter>(i)] += static_cast<std::uint32_t>(from_.difference());
      }
      last = point;
    });
    work_until(end(), last);
    parts_.counters = CounterTrack(std::move(points));
  }

  // As CounterTrack adds it up, held to what a length of time can be.
  Duration work_until(Time t, const CounterTrack::Point& last) {
    if (t <= last.at) return last.work;
    const std::int64_t rate = last.counts[Counter::working];
    const Duration room = (Duration::max() - last.work) / std::max<std::int64_t>(1, rate);
    if (t - last.at > room) {
      from_.fail("more work was done than there can be");
      return last.work;
    }
    return last.work + rate * (t - last.at);
  }

  void read_longest_wait() {
    LongestWait::Pieces pieces;
    Time last{};
    list<3>(pieces, [&](LongestWait::Piece& piece) {
      piece = read_piece();
      if (piece.from < last) from_.fail("its longest waits are out of order");
      last = piece.from;
    });
    const LongestWait::Piece open = read_piece();
    if (pieces.empty()) from_.fail("its longest waits are missing");
    parts_.longest_wait = LongestWait(std::move(pieces), open);
  }

  LongestWait::Piece read_piece() {
    LongestWait::Piece piece;
    piece.from = time();
    piece.length = length(piece.from.time_since_epoch());  // nobody has waited for longer than there was time
    const std::uint64_t task = from_.number(parts_.tasks.size() << 1U | 1U);
    piece.growing = (task & 1U) != 0;
    piece.task = task >> 1U == 0 ? TaskId::none : task_id(static_cast<std::size_t>(task >> 1U) - 1);
    return piece;
  }

  void read_program() {
    RunInfo& info = parts_.info;
    for (std::size_t i = 0; i < info.tasks.size() && from_.ok(); ++i) {
      list<1>(info.tasks[i].arguments, [this](std::string& argument) { argument = from_.text(); });
      info.tasks[i].planned = time_or_none();
    }
    list<4>(info.steps, [this](StepInfo& step) {
      step.word = from_.text();
      step.amount = from_.text();
      const std::uint64_t argument = from_.number();
      if (argument > 0) step.argument = static_cast<std::size_t>(argument - 1);
      step.line = from_.number();
    });
    info.cores = number_or_none();
    info.computes = from_.number(1) == 1;
  }

  // Runs of scenarios were of Python programs without an interpreter's lock before there were others.
  void read_language() {
    RunInfo& info = parts_.info;
    if (version_ < 3) {
      if (info.mode) info.language = Language::python;
      return;
    }
    if (const std::uint64_t language = from_.number(kLanguages.size())) info.language = kLanguages.at(language - 1);
    info.gil = from_.number(1) == 1;
  }

  void read_creations() {
    for (TaskTrack& task : parts_.tasks) task.created = time_or_none(end());
  }

  void read_sharing() {
    list<3>(parts_.info.objects, [this](SharedObject& object) {
      object.name = from_.text();
      object.kind = from_.one_of(ObjectKind::queue);
      object.number = from_.difference();
    });
    const bool is_apart = !traits(parts_.info.mode).shares_memory;
    if (is_apart && !deal_out(parts_.info.objects, std::max<std::size_t>(1, parts_.workers.size()))) {
      from_.fail("its processes have different numbers of things that tasks share");
    }
    for (std::size_t i = 0; i < parts_.tasks.size() && from_.ok(); ++i) {
      Time last{};
      TaskTrack& task = parts_.tasks[i];
      list<3>(task.targets, [&](WaitTarget& target) {
        target.at = last = time_after(last, end());
        target.object = id_or_none<ObjectId>(parts_.info.objects.size());
        target.task = id_or_none<TaskId>(parts_.tasks.size());
      });
      if (const std::uint64_t kind = from_.number(2)) task.result = TaskResult{kind == 2, std::string(from_.text())};
      if (const auto at = time_or_none(end())) task.cancelled = {*at, id_or_none<TaskId>(parts_.tasks.size())};
      const auto taken_by = id_or_none<TaskId>(parts_.tasks.size());
      if (taken_by != TaskId::none) task.taken_by = taken_by;
    }
    for (std::size_t i = 0; i < parts_.tasks.size() && from_.ok(); ++i) {
      parts_.tasks[i].started_by = id_or_none<TaskId>(parts_.tasks.size());
    }
    for (std::size_t i = 0; i < parts_.info.steps.size() && from_.ok(); ++i) {
      list<1>(parts_.info.steps[i].awaits, [this](TaskId& awaited) { awaited = task(); });
    }
    list<4>(parts_.stale_writes, [this](StaleWriteMark& mark) {
      mark.kind = from_.one_of(StaleWrite::stale_decision);
      mark.write = static_cast<std::size_t>(from_.number());
      mark.read = static_cast<std::size_t>(from_.number());
      mark.other = static_cast<std::size_t>(from_.number());
    });
    std::size_t before = 0;
    list<3>(parts_.links, [&](OrderLink& link) {
      link.accesses = static_cast<std::size_t>(from_.number());
      if (link.accesses < before) from_.fail("its links are out of order");
      before = link.accesses;
      link.before = task();
      link.behind = task();
    });
    Time last{};
    list<6>(parts_.accesses, [&](Access& access) {
      access.time = last = time_after(last, end());
      access.task = task();
      access.step = id_or_none<StepId>(index(StepId::none));
      access.object = object();
      access.kind = from_.one_of(AccessKind::got);
      access.value = from_.difference();
    });
    if (from_.ok()) check_marks();
  }

  // A mark's accesses are there, and what they must be.
  void check_marks() {
    const auto is = [this](std::size_t at, AccessKind kind) {
      return at < parts_.accesses.size() && parts_.accesses[at].kind == kind;
    };
    for (const StaleWriteMark& mark : parts_.stale_writes) {
      const bool is_whole = is(mark.write, AccessKind::written) && is(mark.read, AccessKind::read) &&
                            is(mark.other, AccessKind::written) && mark.read < mark.other && mark.other < mark.write;
      if (!is_whole) from_.fail("a mark is of accesses that are not there");
    }
  }

  ObjectId object() {
    const std::size_t count = parts_.info.objects.size();
    if (count == 0) from_.fail("it names one of no things that tasks share");
    return object_id(static_cast<std::size_t>(from_.number(std::max<std::size_t>(1, count) - 1)));
  }

  std::optional<int> number_or_none() {
    const int value = max_workers();
    return value == 0 ? std::nullopt : std::optional(value);
  }

  ByteReader from_;
  std::uint64_t version_;
  TimelineParts parts_;
};

}  // namespace

Result<Recording, std::string> read_recording(std::string_view bytes) {
  const auto contents = unpacked_recording(bytes);
  if (!contents) return contents.error();
  return RecordingReader(contents.value()).read();
}

}  // namespace interleave
