#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave {

// A task by its position in the scenario's file, from 0.
enum class TaskId : std::uint32_t { none = 0xffff'ffffU };

// A worker by its order of creation in a run, from 0.
enum class WorkerId : std::uint32_t { none = 0xffff'ffffU };

// A step by its position in the scenario's text, functions before tasks, from 0; nested steps follow their `repeat`.
enum class StepId : std::uint32_t { none = 0xffff'ffffU };

// Something that tasks share, by its position in the run's list of such things, from 0.
enum class ObjectId : std::uint32_t { none = 0xffff'ffffU };

constexpr std::size_t index(TaskId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(WorkerId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(StepId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(ObjectId id) { return static_cast<std::size_t>(id); }

constexpr TaskId task_id(std::size_t position) { return static_cast<TaskId>(position); }
constexpr WorkerId worker_id(std::size_t position) { return static_cast<WorkerId>(position); }
constexpr StepId step_id(std::size_t position) { return static_cast<StepId>(position); }
constexpr ObjectId object_id(std::size_t position) { return static_cast<ObjectId>(position); }

}  // namespace interleave
