#include "core/interchange/record_json.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <ostream>
#include <sstream>
#include <string_view>

#include "core/base/json_text.h"
#include "core/interchange/flush_at.h"
#include "core/record/names.h"
#include "core/timeline/moment.h"
#include "core/timeline/sharing_marks.h"

namespace interleave {
namespace {

// Hand-written rather than through a document: a record may have millions of spans.
class RecordWriter {
 public:
  RecordWriter(const Timeline& timeline, std::ostream& to) : timeline_(timeline), to_(to) {
    for (const TaskTrack& task : timeline.tasks()) tasks_.push_back(json_string(task.name));
    for (const WorkerTrack& worker : timeline.workers()) workers_.push_back(json_string(worker.name));
  }

  void write() {
    write_header();
    write_list("changes", timeline_.changes(), [this](const MaxWorkersChange& change) {
      time("{\"time\": ", change.time);
      out_ += ", \"max_workers\": " + std::to_string(change.max_workers) + '}';
    });
    write_list("tasks", timeline_.tasks(), [this](const TaskTrack& task) { write_task(task); });
    write_list("workers", timeline_.workers(), [this](const WorkerTrack& worker) { write_worker(worker); });
    write_list("output", timeline_.output(), [this](const OutputLine& line) { write_line(line); });
    if (!timeline_.info().objects.empty()) write_sharing();
    out_ += "\n}\n";
    flush();
  }

 private:
  void write_header() {
    const RunInfo& info = timeline_.info();
    const std::optional<RunEnd>& end = timeline_.end();
    out_ += "{\n  \"interleave_record\": 1,\n  \"scenario\": " + json_string(info.scenario);
    word_or_null(",\n  \"mode\": ", info.mode);
    out_ += ",\n  \"max_workers\": " + (info.max_workers ? std::to_string(*info.max_workers) : "null");
    word(",\n  \"clock\": ", name(info.clock));
    out_ += ",\n  \"seed\": " + std::to_string(info.seed);
    out_ += ",\n  \"schedule\": ";
    out_ += info.schedule ? json_string(schedule_text(*info.schedule, names_of(info.tasks))) : "null";
    word_or_null(",\n  \"timing\": ", info.timing);
    word_or_null(",\n  \"language\": ", info.language);
    out_ += info.gil ? ",\n  \"gil\": true" : ",\n  \"gil\": false";
    time(",\n  \"makespan\": ", timeline_.horizon());
    word_or_null(",\n  \"outcome\": ", end ? std::optional(end->outcome) : std::nullopt);
    error(",\n  \"error\": ", end ? end->error : std::string());
  }

  void write_task(const TaskTrack& task) {
    out_ += "{\"name\": " + tasks_[static_cast<std::size_t>(&task - timeline_.tasks().data())];
    time_or_null(", \"submitted\": ", task.submitted);
    time_or_null(", \"started\": ", task.started);
    time_or_null(", \"finished\": ", task.finished);
    word_or_null(", \"outcome\": ", task.outcome);
    error(", \"error\": ", task.error);
    result(task);
    write_spans(task.spans, [this](const Span& span) {
      state_and_times("{", span);
      out_ += ", \"worker\": ";
      out_ += span.worker == WorkerId::none ? "null" : workers_[index(span.worker)];
    });
  }

  void write_worker(const WorkerTrack& worker) {
    const auto position = static_cast<std::size_t>(&worker - timeline_.workers().data());
    const WorkerFigures figures = Moment(timeline_, timeline_.horizon()).worker(worker_id(position));
    out_ += "{\"name\": " + workers_[position];
    time(", \"busy\": ", Time(figures.busy));
    time(", \"held\": ", Time(figures.held));
    time(", \"held_ready\": ", Time(figures.held_ready));
    write_spans(worker.spans, [this](const Span& span) {
      out_ += "{\"task\": ";
      out_ += tasks_[index(span.task)];
      state_and_times(", ", span);
    });
  }

  void write_line(const OutputLine& line) {
    time("{\"time\": ", line.time);
    out_ += ", \"task\": " + tasks_[index(line.task)] + ", \"text\": ";
    append_json_string(out_, line.text);
    out_ += '}';
  }

  // The variables' values at the end, and how tasks used what they share.
  void write_sharing() {
    const std::vector<SharedObject>& objects = timeline_.info().objects;
    std::vector<std::int64_t> values;
    for (const SharedObject& object : objects) values.push_back(object.number);
    for (const Access& access : timeline_.accesses()) {
      if (access.kind == AccessKind::written) values[index(access.object)] = access.value;
    }
    // Of processes a list, each with its own ones.
    std::vector<std::string> lists(1);
    std::uint32_t process = objects.front().process;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      if (objects[i].process != std::exchange(process, objects[i].process)) lists.emplace_back();
      if (objects[i].kind != ObjectKind::variable) continue;
      std::string& list = lists.back();
      list += (list.empty() ? "" : ", ") + json_string(objects[i].name) + ": " + std::to_string(values[i]);
    }
    const bool is_list = objects.front().process > 0;
    out_ +=
        fmt::format(",\n  \"shared\": {}{{{}}}{}", is_list ? "[" : "", fmt::join(lists, "}, {"), is_list ? "]" : "");
    write_list("marks", marks_of(timeline_), [this](const SharingMark& mark) { write_mark(mark); });
    write_list("accesses", timeline_.accesses(), [this](const Access& access) { write_access(access); });
  }

  void write_mark(const SharingMark& mark) {
    static constexpr std::array<std::string_view, 3> kKinds = {"unordered", "lost_update", "stale"};
    const Access& access = timeline_.accesses()[mark.access];
    const Access& other = timeline_.accesses()[mark.other];
    out_ += '{';
    word("\"kind\": ", kKinds.at(static_cast<std::size_t>(mark.kind)));
    out_ += ", \"variable\": " + object_name(other.object);
    time(", \"time\": ", access.time);
    out_ += ", \"task\": " + tasks_[index(access.task)];
    time(", \"other\": {\"time\": ", other.time);
    out_ += ", \"task\": " + tasks_[index(other.task)] + "}}";
  }

  void write_access(const Access& access) {
    time("{\"time\": ", access.time);
    out_ += ", \"task\": " + tasks_[index(access.task)];
    word(", \"access\": ", name(access.kind));
    out_ += ", \"on\": " + object_name(access.object) + ", \"value\": " + std::to_string(access.value) + '}';
  }

  std::string object_name(ObjectId object) const { return json_string(timeline_.info().objects[index(object)].name); }

  template <class Items, class Write>
  void write_list(std::string_view key, const Items& items, const Write& write_item) {
    out_ += ",\n  \"";
    out_ += key;
    out_ += "\": [";
    std::string_view before = "\n    ";
    for (const auto& item : items) {
      out_ += before;
      write_item(item);
      before = ",\n    ";
      if (out_.size() > kFlushAt) flush();
    }
    out_ += items.empty() ? "]" : "\n  ]";
  }

  template <class Write>
  void write_spans(const std::vector<Span>& spans, const Write& write_beginning) {
    out_ += ", \"spans\": [";
    std::string_view before = "\n      ";
    for (const Span& span : spans) {
      out_ += before;
      write_beginning(span);
      out_ += '}';
      before = ",\n      ";
      if (out_.size() > kFlushAt) flush();
    }
    out_ += "]}";
  }

  void state_and_times(std::string_view before, const Span& span) {
    out_ += before;
    word("\"state\": ", name(span.state));
    if (span.cause == Cause::none) {
      out_ += ", \"cause\": null";
    } else {
      word(", \"cause\": ", name(span.cause));
    }
    target(span);
    time(", \"begin\": ", span.begin);
    time(", \"end\": ", std::min(span.end, timeline_.horizon()));
  }

  void target(const Span& span) {
    if (span.state != State::waiting || span.cause == Cause::sleep) return;
    const WaitTarget target = wait_target(timeline_.tasks()[index(span.task)], span);
    if (target.object != ObjectId::none) out_ += ", \"on\": " + object_name(target.object);
    if (target.task != TaskId::none) out_ += ", \"on\": " + tasks_[index(target.task)];
  }

  void result(const TaskTrack& task) {
    out_ += ", \"result\": ";
    if (!task.result) {
      out_ += "null";
    } else if (task.result->is_text) {
      append_json_string(out_, task.result->text);
    } else {
      out_ += task.result->text;
    }
    out_ += ", \"cancelled_by\": ";
    const bool by_task = task.cancelled && task.cancelled->by != TaskId::none;
    out_ += by_task ? tasks_[index(task.cancelled->by)] : "null";
  }

  void word(std::string_view key, std::string_view value) {
    out_ += key;
    out_ += '"';
    out_ += value;
    out_ += '"';
  }

  void time(std::string_view key, Time moment) {
    out_ += key;
    append_exact_seconds(out_, moment.time_since_epoch());
  }

  void time_or_null(std::string_view key, std::optional<Time> moment) {
    if (moment) return time(key, *moment);
    null(key);
  }

  template <class Named>
  void word_or_null(std::string_view key, std::optional<Named> value) {
    if (value) return word(key, name(*value));
    null(key);
  }

  void error(std::string_view key, const std::string& value) {
    if (value.empty()) return null(key);
    out_ += key;
    append_json_string(out_, value);
  }

  void null(std::string_view key) {
    out_ += key;
    out_ += "null";
  }

  void flush() {
    to_.write(out_.data(), static_cast<std::streamsize>(out_.size()));
    out_.clear();
  }

  const Timeline& timeline_;
  std::ostream& to_;
  std::vector<std::string> tasks_;  // their names as JSON
  std::vector<std::string> workers_;
  std::string out_;
};

}  // namespace

std::string record_json(const Timeline& timeline) {
  std::ostringstream text;
  write_record_json(timeline, text);
  return std::move(text).str();
}

void write_record_json(const Timeline& timeline, std::ostream& to) { RecordWriter(timeline, to).write(); }

}  // namespace interleave
