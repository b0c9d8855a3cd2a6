#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// Tasks as a Python program has them where they are started, awaited or cancelled by others: futures, or the tasks of
// asyncio, in a dict by their names. What a task raises stays with its future.
void import_for_python_tasks(Imports& imports, const Outline& outline);
void write_python_task_names(ListingWriter& writer, const Outline& outline);
void write_python_tasks(ListingWriter& writer, const Outline& outline);
// Whether a lock keeps others out where a task may have been started already.
bool guards_python_starts(const Outline& outline);
// The statement that starts a task.
std::string python_start(const Outline& outline, TaskId task);
// What waits for the end of tasks, and is what they return. `time` is how long at most, on threads; or nothing.
std::string python_await(const Outline& outline, const Step& step, const std::string& task, std::string_view time);
std::string python_await_list(const Outline& outline, const Step& step, const std::vector<std::string>& tasks,
                              std::string_view time);
// What gives futures in the order in which they end.
std::string python_as_completed(const Outline& outline, const Step& step, const std::vector<std::string>& tasks);

}  // namespace interleave
