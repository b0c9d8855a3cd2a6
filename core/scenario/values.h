#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/scenario/fields.h"
#include "core/scenario/json_document.h"
#include "core/scenario/problems.h"

// Readers of single values. Each gives the value, or reports what is wrong with it.
namespace interleave {

// A name of 1 to 64 characters, without braces and control characters. `what` is for messages: "a task's name".
std::optional<std::string> read_name(JsonValue value, std::string_view what, Problems& problems);

std::optional<std::int64_t> read_integer(const Field& field, std::int64_t least, std::int64_t most, Problems& problems);

// Rounded to whole nanoseconds; the bounds are for the number as it is written.
std::optional<Duration> read_duration(const Field& field, Duration least, Duration most, Problems& problems);

std::optional<bool> read_boolean(const Field& field, Problems& problems);

// A word out of `words`: its position there.
std::optional<std::size_t> read_word(const Field& field, std::span<const std::string_view> words, Problems& problems);

// Whether the value is a list; reports where it is none.
bool check_list(const Field& field, std::string_view of_what, Problems& problems);

}  // namespace interleave
