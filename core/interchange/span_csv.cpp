#include "core/interchange/span_csv.h"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "core/base/json_text.h"
#include "core/interchange/flush_at.h"
#include "core/record/names.h"

namespace interleave {
namespace {

// A name that a spreadsheet would take for a formula (=1+1) is left as it is. The usual remedy, an apostrophe before
// it, gives every other reader a name that is none; and who gives a file to others has written the names in it.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string field = "\"";
  for (char c : text) field.append(c == '"' ? 2 : 1, c);
  return field + '"';
}

}  // namespace

std::string span_csv(const Timeline& timeline) {
  std::ostringstream text;
  write_span_csv(timeline, text);
  return std::move(text).str();
}

void write_span_csv(const Timeline& timeline, std::ostream& to) {
  std::vector<std::string> workers;
  for (const WorkerTrack& worker : timeline.workers()) workers.push_back(csv_field(worker.name));
  std::string out = "task,state,cause,begin,end,length,worker,step\n";
  for (const TaskTrack& task : timeline.tasks()) {
    const std::string task_name = csv_field(task.name);
    for (const Span& span : task.spans) {
      const Time end = std::min(span.end, timeline.horizon());
      out.append(task_name).append(1, ',').append(name(span.state)).append(1, ',').append(name(span.cause));
      for (Duration field : {span.begin.time_since_epoch(), end.time_since_epoch(), end - span.begin}) {
        out += ',';
        append_exact_seconds(out, field);
      }
      out += ',';
      if (span.worker != WorkerId::none) out += workers[index(span.worker)];
      out += ',';
      if (span.step != StepId::none) out += std::to_string(index(span.step) + 1);
      out += '\n';
      if (out.size() < kFlushAt) continue;
      to.write(out.data(), static_cast<std::streamsize>(out.size()));
      out.clear();
    }
  }
  to.write(out.data(), static_cast<std::streamsize>(out.size()));
}

}  // namespace interleave
