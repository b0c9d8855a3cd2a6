#include "core/listing/python_support.h"

#include <fmt/format.h>

#include "core/base/json_text.h"

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

constexpr std::string_view kSleepUntilOnLoop = R"(

async def sleep_until(moment):
    await asyncio.sleep(moment - time.monotonic())
)";

constexpr std::string_view kStartThread = R"(

def start_thread(function, *arguments):
    thread = threading.Thread(target=function, args=arguments)
    thread.start()
    return thread
)";

// How long a thread computes before another one may: at least a little, for no time is an error.
void write_switch_interval(ListingWriter& writer, const Outline& outline) {
  writer.support(
      fmt::format("sys.setswitchinterval(max({} * SECOND, 1e-6))  # how soon a thread that computes lets go\n",
                  exact_seconds(outline.scenario->machine.time_slice)));
}

}  // namespace

void write_python_beginning(ListingWriter& writer, const Outline& outline) {
  const bool has_threads = outline.mode == Mode::threads || outline.mode == Mode::pool;
  const bool is_async = outline.mode == Mode::coroutine;
  const bool takes_time =
      outline.blocks || outline.computes || outline.has_later_tasks || (outline.sleeps && !is_async);
  if (is_async) writer.line("import asyncio");
  writer.support("import os\nimport sys\n");
  if (outline.mode == Mode::threads) writer.line("import threading");
  if (takes_time) writer.line("import time");
  if (outline.mode == Mode::pool) writer.line("from concurrent.futures import ThreadPoolExecutor");
  writer.support(kPythonBasics);
  if (has_threads && outline.computes) write_switch_interval(writer, outline);
  if (has_threads) writer.support(kPrint);
  if (outline.computes) writer.support(kPythonCompute);
  if (outline.has_later_tasks) writer.support(is_async ? kSleepUntilOnLoop : kPythonSleepUntil);
  if (outline.has_later_tasks && outline.mode == Mode::threads) writer.support(kStartThread);
}

}  // namespace interleave
