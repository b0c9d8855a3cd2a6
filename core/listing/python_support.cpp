#include "core/listing/python_support.h"

#include <fmt/format.h>

#include "core/base/json_text.h"
#include "core/listing/imports.h"
#include "core/listing/mode_program.h"
#include "core/listing/python_main.h"
#include "core/listing/python_objects.h"
#include "core/listing/python_tasks.h"

namespace interleave {
namespace {

constexpr std::string_view kPythonBasics = R"(
SECOND = float(os.environ.get("TIME_SCALE", "1"))  # how long a second lasts
sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
)";

// The built-in one writes the line and its break apart.
constexpr std::string_view kPrint = R"(

def print(line):
    """Prints a line at once, so that lines of several threads do not mix."""
    sys.stdout.write(f"{line}\n")
)";

constexpr std::string_view kPythonCompute = R"(

def compute(seconds):
    """Keeps the processor busy until this thread has used so much of its time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass
)";

constexpr std::string_view kPythonSleepUntil = R"(

def sleep_until(moment):
    time.sleep(max(0, moment - time.monotonic()))
)";

constexpr std::string_view kNumber = R"(

def number(value):
    """Nothing can be made of a text or of None, not even what Python would make of them."""
    if not isinstance(value, int):
        raise TypeError("it is no number")
    return value
)";

// Python says it once a line of the program; this says it of each coroutine, among the lines of output.
constexpr std::string_view kWarnings = R"(

def show_warning(message, category, *_):
    print(f"{category.__name__}: {message}")


warnings.showwarning = show_warning
warnings.simplefilter("always")
)";

// How long a thread computes before another one may: at least a little, for no time is an error.
void write_switch_interval(ListingWriter& writer, const Outline& outline) {
  writer.support(
      fmt::format("sys.setswitchinterval(max({} * SECOND, 1e-6))  # how soon a thread that computes lets go\n",
                  exact_seconds(outline.scenario->machine.time_slice)));
}

}  // namespace

void write_python_beginning(ListingWriter& writer, const Outline& outline) {
  const MainProgram& main = main_program(outline.mode, outline.language);
  const bool has_threads = outline.has_threads();
  const bool takes_time = outline.blocks || outline.computes || outline.has_later_tasks || !outline.switches.empty() ||
                          outline.sleeps_on_threads || (outline.dealings.awaits_lists_in_time && !outline.is_async());
  Imports imports;
  imports.add("import os", LineRole::support);
  imports.add("import sys", LineRole::support);
  const bool warns = outline.dealings.forgets && outline.is_async();
  if (warns) imports.add("import warnings", LineRole::support);
  if (takes_time) imports.add("import time", LineRole::program);
  import_for_objects(imports, outline);
  outline.dealings.has_handles ? import_for_python_tasks(imports, outline) : imports.add(main);
  import_for_python_main(imports, outline);
  imports.write(writer);
  writer.support(kPythonBasics);
  if (has_threads && outline.computes) write_switch_interval(writer, outline);
  write_python_objects(writer, outline);
  if (outline.dealings.has_handles) write_python_task_names(writer, outline);
  if (has_threads || !traits(outline.mode).shares_memory) writer.support(kPrint);
  if (outline.computes) writer.support(kPythonCompute);
  if (outline.has_later_tasks && !outline.is_async()) writer.support(kPythonSleepUntil);
  if (outline.is_careful) writer.support(kNumber);
  if (warns) writer.support(kWarnings);
  const bool is_supported = !outline.dealings.has_handles || outline.is_async();
  if (is_supported && main.write_support != nullptr) main.write_support(writer, outline);
  if (!outline.dealings.has_handles) return;
  write_python_tasks(writer, outline);
  write_python_main_support(writer, outline);
}

}  // namespace interleave
