#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/listing/listing_writer.h"
#include "core/listing/main_ends.h"
#include "core/listing/outline.h"

namespace interleave {

// The main program in C++ where tasks have handles (see cpp_tasks.h, cpp_loop.h): submits them together or one by one,
// waits for them, and does what the scenario has it do when one of them fails.

// In cpp_workers_main.cpp: on threads, in a pool or one after another. What it needs besides handles; and the main
// function.
void write_cpp_workers_support(ListingWriter& writer, const Outline& outline);
void write_cpp_workers_main(ListingWriter& writer, const Outline& outline);
// Whether a failure cancels those that wait to begin, in a pool in which any may.
bool cancels_in_pool(const Outline& outline, const MainEnds& ends);

// In cpp_loop_main.cpp: on an event loop, where it may be a coroutine itself, which stands before the main function.
void write_cpp_loop_main_support(ListingWriter& writer, const Outline& outline);
void write_cpp_loop_coroutine(ListingWriter& writer, const Outline& outline);
void write_cpp_loop_main(ListingWriter& writer, const Outline& outline);
// Whether it awaits all together, up to the first that fails.
bool gathers_the_first(const Outline& outline, const MainEnds& ends);

// In processes_main.cpp: whether jobs of processes answer whether they have failed.
bool jobs_tell_of_failures(const Outline& outline);

// The first failure ends the lines that are written so, if the main program hears of it, and is told.
void write_hearing(ListingWriter& writer, bool hears, const std::function<void()>& write_lines);
// Items with commas between them: in one line, or, where that would be too long, in one line each.
void write_list(ListingWriter& writer, std::string_view begin, const std::vector<std::string>& items,
                std::string_view end);

}  // namespace interleave
