#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/listing/imports.h"
#include "core/listing/listing_writer.h"
#include "core/listing/outline.h"

namespace interleave {

// Tasks as a C++ program has them where they are started, awaited or cancelled by others, on threads, in a pool or one
// after another: a handle for each, by its name, from the first time on that anybody names it. What a task throws stays
// with its handle, and main says nothing of it where it does not hear of it.
void include_for_cpp_tasks(Imports& imports, const Outline& outline);
void write_cpp_tasks(ListingWriter& writer, const Outline& outline);

// Whether one that main waits for may have been cancelled before it began.
bool may_be_cancelled(const Outline& outline);

// What a task is started with; and the statement that starts it.
std::string cpp_work(const Outline& outline, TaskId task);
std::string cpp_start(const Outline& outline, TaskId task);
// The handle of a task in an expression.
std::string cpp_handle(const std::string& task);
// Those of several: tasks["soup"], tasks["salad"].
std::string cpp_handles(const std::vector<std::string>& tasks);

}  // namespace interleave
