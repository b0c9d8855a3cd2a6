#include "app/gui/model/explain/shared_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "app/gui/model/picture/span_label.h"
#include "app/gui/model/picture/time_text.h"
#include "core/timeline/ends.h"
#include "core/timeline/holders.h"
#include "core/timeline/moment.h"
#include "core/timeline/shared_history.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostSharersNamed = 3;

const SharedObject& object_of(const RunInfo& info, ObjectId object) { return info.objects[index(object)]; }

// Who has the lock, and what that one waits for; in a circle it is told once round.
std::string lock_text(const Timeline& timeline, ObjectId object, Time now) {
  std::string text = object_text(timeline.info(), object);
  const auto holders = holders_at(timeline, object, now);
  if (holders.empty()) return text + ", which is free by now";
  text += ", held by " + tasks_text(timeline, {holders.front()});
  const ObjectId next = awaited_at(timeline, holders.front(), now);
  if (next != ObjectId::none) return text + ", which waits for " + full_name(object_of(timeline.info(), next));
  const Position position = Moment(timeline, now).position(holders.front());
  if (position.kind != Position::Kind::in_span) return text;
  const auto awaited = awaited_tasks(timeline, *position.span);
  return awaited.empty() ? text : text + ", which awaits " + tasks_text(timeline, awaited);
}

std::string semaphore_text(const Timeline& timeline, ObjectId object, Time now) {
  const std::string text = object_text(timeline.info(), object);
  const auto holders = holders_at(timeline, object, now);
  if (holders.empty()) return text + ", which has no permit left";
  return fmt::format("{}, whose {} {} {}", text, object_of(timeline.info(), object).number == 1 ? "permit" : "permits",
                     tasks_text(timeline, holders), holders.size() == 1 ? "holds" : "hold");
}

std::string queue_text(const Timeline& timeline, ObjectId object, Time now) {
  const auto room = object_of(timeline.info(), object).number;
  const auto items = items_at(timeline, object, now).size();
  const bool full = room > 0 && items >= static_cast<std::size_t>(room);
  return fmt::format("{}, which is {}", object_text(timeline.info(), object), full ? "full" : "empty");
}

// What a task does that another one awaits, as the end of a sentence: ", which sleeps".
std::string doing_clause(const Timeline& timeline, TaskId task, Time now) {
  const Position position = Moment(timeline, now).position(task);
  if (position.kind == Position::Kind::not_submitted) return ", which nobody has started yet";
  if (position.kind != Position::Kind::in_span) return "";
  const Span& span = *position.span;
  if (span.state == State::queued) return ", which is queued";
  if (span.state == State::ready) return ", which is ready";
  if (span.state == State::running) return ", which computes";
  const ObjectId object = target_of(timeline.tasks()[index(task)], span);
  if (object != ObjectId::none) return ", which waits for " + object_text(timeline.info(), object);
  const auto awaited = awaited_tasks(timeline, span);
  if (!awaited.empty()) return ", which awaits " + tasks_text(timeline, awaited);
  return span.cause == Cause::sleep ? ", which sleeps" : "";
}

// The last use of one of these kinds until then, or null.
const Access* last_use(const Timeline& timeline, ObjectId object, Time now, AccessKind kind) {
  const Access* last = nullptr;
  for (const Access& access : timeline.accesses()) {
    if (access.time > now) break;
    if (access.object == object && access.kind == kind) last = &access;
  }
  return last;
}

std::string value_sentence(const Timeline& timeline, ObjectId object, Time now) {
  const SharedObject& variable = object_of(timeline.info(), object);
  const Access* written = last_use(timeline, object, now, AccessKind::written);
  if (written == nullptr) return fmt::format("{} is {}, as at the beginning", full_name(variable), variable.number);
  return fmt::format("{} is {}: {} wrote it at {}", full_name(variable), written->value,
                     timeline.tasks()[index(written->task)].name, time_text(written->time));
}

std::string lock_sentence(const Timeline& timeline, ObjectId object, Time now) {
  const std::string name = full_name(object_of(timeline.info(), object));
  const auto holders = holders_at(timeline, object, now);
  if (holders.empty()) return name + " is free";
  const Access* taken = last_use(timeline, object, now, AccessKind::acquired);
  return fmt::format("{} is held by {} since {}", name, tasks_text(timeline, {holders.front()}),
                     time_text(taken->time));
}

std::string semaphore_sentence(const Timeline& timeline, ObjectId object, Time now) {
  const SharedObject& semaphore = object_of(timeline.info(), object);
  const auto holders = holders_at(timeline, object, now);
  const Access* taken = last_use(timeline, object, now, AccessKind::acquired);
  const Access* given = last_use(timeline, object, now, AccessKind::released);
  const Access* used = taken == nullptr || (given != nullptr && given > taken) ? given : taken;
  std::string text = fmt::format("{} has {} of {} permits left", full_name(semaphore),
                                 used != nullptr ? used->value : semaphore.number, semaphore.number);
  return holders.empty() ? text
                         : fmt::format("{}: {} {} one", text, tasks_text(timeline, holders),
                                       holders.size() == 1 ? "holds" : "each hold");
}

std::string queue_sentence(const Timeline& timeline, ObjectId object, Time now) {
  constexpr std::size_t kMostItems = 8;
  const SharedObject& queue = object_of(timeline.info(), object);
  const auto items = items_at(timeline, object, now);
  std::string text =
      items.empty() ? full_name(queue) + " is empty" : fmt::format("{} holds {}", full_name(queue), items.size());
  if (!items.empty() && queue.number > 0) text += fmt::format(" of {}", queue.number);
  for (std::size_t i = 0; i < std::min(items.size(), kMostItems); ++i) {
    text += fmt::format("{}{}", i == 0 ? ": " : ", ", items[i]);
  }
  return items.size() > kMostItems ? text + ", …" : text;
}

std::string state_sentence(const Timeline& timeline, ObjectId object, Time now) {
  switch (object_of(timeline.info(), object).kind) {
    case ObjectKind::variable:
      return value_sentence(timeline, object, now);
    case ObjectKind::lock:
      return lock_sentence(timeline, object, now);
    case ObjectKind::semaphore:
      return semaphore_sentence(timeline, object, now);
    case ObjectKind::queue:
      break;
  }
  return queue_sentence(timeline, object, now);
}

}  // namespace

std::string object_text(const RunInfo& info, ObjectId object) {
  return fmt::format("{} {}", noun(object_of(info, object).kind), full_name(object_of(info, object)));
}

std::string tasks_text(const Timeline& timeline, const std::vector<TaskId>& tasks) {
  std::string text;
  const std::size_t shown = tasks.size() > kMostSharersNamed + 1 ? kMostSharersNamed : tasks.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == tasks.size() ? " and " : ", ";
    text += timeline.tasks()[index(tasks[i])].name;
  }
  if (shown < tasks.size()) text += fmt::format(" and {} others", tasks.size() - shown);
  return text;
}

std::string awaited_text(const Timeline& timeline, ObjectId object, Time now) {
  switch (object_of(timeline.info(), object).kind) {
    case ObjectKind::lock:
      return lock_text(timeline, object, now);
    case ObjectKind::semaphore:
      return semaphore_text(timeline, object, now);
    case ObjectKind::queue:
      return queue_text(timeline, object, now);
    case ObjectKind::variable:
      break;
  }
  return object_text(timeline.info(), object);
}

std::string awaited_text(const Timeline& timeline, const Span& span, Time now) {
  const ObjectId object = target_of(timeline.tasks()[index(span.task)], span);
  if (object != ObjectId::none) return awaited_text(timeline, object, now);
  const std::vector<TaskId> tasks = awaited_tasks(timeline, span);
  const StepInfo* const step = known_step(timeline.info(), span.step);
  if (tasks.size() > 1 && step != nullptr && step->word == "as_completed") {
    return fmt::format("the next of {} to end", tasks_text(timeline, tasks));
  }
  std::string text = ends_text(timeline, tasks);
  return tasks.size() == 1 ? text + doing_clause(timeline, tasks.front(), now) : text;
}

std::string ends_text(const Timeline& timeline, const std::vector<TaskId>& tasks) {
  if (tasks.empty()) return "";
  return fmt::format("the {} of {}", tasks.size() == 1 ? "end" : "ends", tasks_text(timeline, tasks));
}

std::string shared_sentence(const Timeline& timeline, ObjectId object, Time now) {
  std::string text = state_sentence(timeline, object, now);
  const auto waiting = waiting_at(timeline, object, now);
  if (waiting.empty()) return text + ".";
  return fmt::format("{}; {} {} for it.", text, tasks_text(timeline, waiting), waiting.size() == 1 ? "waits" : "wait");
}

std::string use_text(const RunInfo& info, const Access& access) {
  const SharedObject& object = object_of(info, access.object);
  const std::string name = full_name(object);
  const bool is_lock = object.kind == ObjectKind::lock;
  switch (access.kind) {
    case AccessKind::read:
      return fmt::format("read {} from {}", access.value, name);
    case AccessKind::written:
      return fmt::format("wrote {} to {}", access.value, name);
    case AccessKind::acquired:
      return is_lock ? "took lock " + name : fmt::format("took a permit of {}: {} left", name, access.value);
    case AccessKind::released:
      return is_lock ? "released lock " + name : fmt::format("gave a permit back to {}: {} left", name, access.value);
    case AccessKind::put:
      return fmt::format("put {} into {}", access.value, name);
    case AccessKind::got:
      return fmt::format("took {} from {}", access.value, name);
  }
  return "";
}

}  // namespace interleave::gui
