#include "core/interchange/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "core/base/json_text.h"
#include "core/interchange/flush_at.h"
#include "core/interchange/trace_order.h"
#include "core/record/names.h"

namespace interleave {
namespace {

constexpr std::string_view kWorkers = "\"pid\":1,\"tid\":";  // and a number, from 1
constexpr std::string_view kTasks = "\"pid\":2,\"tid\":1";   // tracks within the process; the thread has the output
constexpr std::string_view kOutputThread = "\"pid\":2,\"tid\":1";  // 0 would be the idle thread

// Perfetto reads a time as a double, times 1000, and older versions cut off what is behind the point: 1.001 would be
// 1000 ns, and spans that follow each other would overlap. A tenth of a nanosecond more keeps both ways exact.
void append_microseconds(std::string& to, Duration time) {
  const std::int64_t ns = time.count();
  const bool falls_short = static_cast<std::int64_t>(static_cast<double>(ns) / 1000.0 * 1000.0) < ns;
  const fmt::format_int whole(ns / 1000);
  to.append(whole.data(), whole.size());
  if (ns % 1000 == 0) return;
  const fmt::format_int digits(1000 + ns % 1000);  // a 1, then three digits
  to += '.';
  to.append(digits.data() + 1, 3);
  if (falls_short) to += '1';
}

// Hand-written rather than through a document: a run may have millions of spans.
class TraceWriter {
 public:
  TraceWriter(const Timeline& timeline, std::ostream& to)
      : timeline_(timeline), to_(to), flows_(timeline.workers().size()) {
    for (const TaskTrack& task : timeline.tasks()) tasks_.push_back(json_string(task.name));
    for (const WorkerTrack& worker : timeline.workers()) {
      workers_.push_back(json_string(worker.name));
      threads_.push_back(std::string(kWorkers) + std::to_string(threads_.size() + 1));
    }
  }

  void write() {
    write_header();
    write_names();
    TraceOrder events(timeline_);
    while (const auto event = events.next()) {
      write_event(*event);
      if (out_.size() > kFlushAt) flush();
    }
    out_ += "\n]}\n";
    flush();
  }

 private:
  void write_header() {
    const RunInfo& info = timeline_.info();
    out_ += "{\"displayTimeUnit\":\"ms\",\"otherData\":{\"scenario\":" + json_string(info.scenario);
    out_ += ",\"mode\":" + (info.mode ? json_string(std::string(name(*info.mode))) : "null");
    out_ += ",\"max_workers\":" + (info.max_workers ? std::to_string(*info.max_workers) : "null");
    word(",\"clock\":", name(info.clock));
    out_ += ",\"language\":" + (info.language ? json_string(std::string(name(*info.language))) : "null");
    out_ += info.gil ? ",\"gil\":true" : ",\"gil\":false";
    out_ += ",\"seed\":\"" + std::to_string(info.seed) + "\"},\n\"traceEvents\":[\n";
  }

  // The first ones have no comma before them.
  void write_names() {
    const RunInfo& info = timeline_.info();
    out_ += R"({"ph":"M","name":"process_name","pid":1,"args":{"name":"workers"}})";
    if (info.mode) {
      out_ += ",\n{\"ph\":\"M\",\"name\":\"process_labels\",\"pid\":1,\"args\":{\"labels\":" +
              json_string(std::string(name(*info.mode))) + "}}";
    }
    out_ += ",\n{\"ph\":\"M\",\"name\":\"process_sort_index\",\"pid\":1,\"args\":{\"sort_index\":1}}";
    out_ += ",\n{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":2,\"args\":{\"name\":" +
            json_string("tasks: " + info.scenario) + "}}";
    out_ += ",\n{\"ph\":\"M\",\"name\":\"process_sort_index\",\"pid\":2,\"args\":{\"sort_index\":0}}";
    metadata("thread_name", kOutputThread);
    out_ += "\"name\":\"output\"}}";
    for (std::size_t i = 0; i < timeline_.workers().size(); ++i) {
      metadata("thread_name", threads_[i]);
      out_ += "\"name\":" + workers_[i] + "}}";
      metadata("thread_sort_index", threads_[i]);
      out_ += "\"sort_index\":" + std::to_string(i) + "}}";
    }
  }

  void metadata(std::string_view what, std::string_view thread) {
    word(",\n{\"ph\":\"M\",\"name\":", what);
    out_ += ',';
    out_ += thread;
    out_ += ",\"args\":{";
  }

  void write_event(const TraceEvent& event) {
    switch (event.mark) {
      case TraceMark::task_begin:
        begin_track("b", event);
        out_ += ",\"name\":" + tasks_[event.lane] + '}';
        return;
      case TraceMark::task_end:
        return end_task(event);
      case TraceMark::span_begin:
        return begin_span(event);
      case TraceMark::span_end:
        begin_track("e", event);
        write_state_name(timeline_.tasks()[event.lane].spans[event.position]);
        out_ += '}';
        return;
      case TraceMark::slice:
        return write_slice(event);
      case TraceMark::flow_start:
        flows_[event.lane] = ++last_flow_;
        return write_flow("s", event);
      case TraceMark::flow_end:
        return write_flow("f\",\"bp\":\"e", event);
      case TraceMark::line:
        return write_line(event);
    }
  }

  // An event of the task's track. Tracks are told apart by category and id.
  void begin_track(std::string_view phase, const TraceEvent& event) {
    begin(phase, kTasks, event.at);
    out_ += ",\"cat\":\"task\",\"id\":";
    const fmt::format_int id(event.lane + 1);
    out_.append(id.data(), id.size());
  }

  void end_task(const TraceEvent& event) {
    const TaskTrack& task = timeline_.tasks()[event.lane];
    begin_track("e", event);
    out_ += ",\"name\":" + tasks_[event.lane] + ",\"args\":{\"outcome\":";
    word("", task.outcome ? name(*task.outcome) : "still going on");
    if (!task.error.empty()) out_ += ",\"error\":" + json_string(task.error);
    out_ += "}}";
  }

  void begin_span(const TraceEvent& event) {
    const Span& span = timeline_.tasks()[event.lane].spans[event.position];
    begin_track("b", event);
    write_state_name(span);
    write_arguments(span);
    if (span.worker != WorkerId::none) {
      out_ += ",\"worker\":";
      out_ += workers_[index(span.worker)];
    }
    out_ += "}}";
  }

  // "ready: loop"
  void write_state_name(const Span& span) {
    out_ += ",\"name\":\"";
    out_ += name(span.state);
    if (span.cause != Cause::none) out_ += ": ";
    out_ += name(span.cause);
    out_ += '"';
  }

  void write_slice(const TraceEvent& event) {
    const Span& span = timeline_.workers()[event.lane].spans[event.position];
    begin_on_worker("X", event);
    out_ += ",\"dur\":";
    append_microseconds(out_, std::min(span.end, timeline_.horizon()) - span.begin);
    out_ += ",\"cat\":\"worker\",\"name\":";
    out_ += tasks_[index(span.task)];
    write_arguments(span);
    out_ += "}}";
  }

  void write_arguments(const Span& span) {
    word(",\"args\":{\"state\":", name(span.state));
    if (span.cause != Cause::none) word(",\"cause\":", name(span.cause));
  }

  // An arrow to what took the worker over; a worker has one at a time under way.
  void write_flow(std::string_view phase, const TraceEvent& event) {
    begin_on_worker(phase, event);
    out_ += ",\"cat\":\"turn\",\"name\":\"takes over\",\"id\":" + std::to_string(flows_[event.lane]) + '}';
  }

  void write_line(const TraceEvent& event) {
    const OutputLine& line = timeline_.output()[event.position];
    begin("i", kOutputThread, line.time);
    out_ += ",\"s\":\"t\",\"cat\":\"output\",\"name\":";
    append_json_string(out_, line.text);
    out_ += ",\"args\":{\"task\":" + tasks_[event.lane] + "}}";
  }

  void begin_on_worker(std::string_view phase, const TraceEvent& event) {
    begin(phase, threads_[event.lane], event.at);
  }

  void begin(std::string_view phase, std::string_view thread, Time at) {
    word(",\n{\"ph\":", phase);
    out_ += ',';
    out_ += thread;
    out_ += ",\"ts\":";
    append_microseconds(out_, at.time_since_epoch());
  }

  void word(std::string_view key, std::string_view value) {
    out_ += key;
    out_ += '"';
    out_ += value;
    out_ += '"';
  }

  void flush() {
    to_.write(out_.data(), static_cast<std::streamsize>(out_.size()));
    out_.clear();
  }

  const Timeline& timeline_;
  std::ostream& to_;
  std::vector<std::string> tasks_;    // their names as JSON
  std::vector<std::string> workers_;  // the same
  std::vector<std::string> threads_;  // the workers as an event names them
  std::vector<std::uint64_t> flows_;  // by worker: the arrow under way
  std::uint64_t last_flow_ = 0;
  std::string out_;
};

}  // namespace

std::string trace_json(const Timeline& timeline) {
  std::ostringstream text;
  write_trace(timeline, text);
  return std::move(text).str();
}

void write_trace(const Timeline& timeline, std::ostream& to) { TraceWriter(timeline, to).write(); }

}  // namespace interleave
