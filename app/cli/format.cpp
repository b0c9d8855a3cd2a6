#include "app/cli/format.h"

#include "app/cli/console.h"
#include "app/cli/platform/terminal.h"
#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/interchange/recording.h"
#include "core/interchange/span_csv.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"
#include "core/record/schedule.h"

namespace interleave::cli {

std::string text_of(const Timeline& timeline, Format format, const OutputTarget& target, std::string_view scenario) {
  switch (format) {
    case Format::console:
      return console_text(timeline);
    case Format::json:
      return record_json(timeline);
    case Format::trace:
      return trace_json(timeline);
    case Format::csv:
      return span_csv(timeline);
    case Format::svg:
      return svg_chart(timeline);
    case Format::schedule:
      return schedule_text(*timeline.info().schedule, names_of(timeline.info().tasks)) + '\n';
    case Format::recording:
      return write_recording(timeline, scenario);
    case Format::chart:
      break;
  }
  return text_chart(timeline, {.columns = target.is_stdout() ? columns() : columns_of_a_file(), .utf8 = writes_utf8()});
}

}  // namespace interleave::cli
