#include "app/gui/model/explain/shared_now.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/picture/time_text.h"
#include "core/timeline/holders.h"
#include "core/timeline/moment.h"
#include "core/timeline/shared_history.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostItemsTold = 6;
constexpr std::size_t kMostObjectsTold = 24;  // each is read off all uses; nobody looks at more in a panel

class SharedNow {
 public:
  SharedNow(const Timeline& timeline, Time now, const std::vector<SharingMark>& marks)
      : timeline_(timeline), now_(now), marks_(marks) {}

  OccupancyPart part() const {
    OccupancyPart part{"SHARED", {}, "nothing", {}, PartOf::beside};
    const std::size_t count = std::min(timeline_.info().objects.size(), kMostObjectsTold);
    for (std::size_t i = 0; i < count; ++i) {
      part.items.push_back(item_of(object_id(i)));
      for (std::string& text : marks_of(object_id(i))) {
        part.items.push_back({{}, TaskId::none, {}, std::move(text), {}});
      }
    }
    const std::size_t rest = timeline_.info().objects.size() - count;
    if (rest > 0) part.items.push_back({{}, TaskId::none, {}, fmt::format("and {} more", rest), {}});
    return part;
  }

 private:
  // Of its uses until now.
  std::vector<std::string> marks_of(ObjectId id) const {
    return marks_texts(marks_, [&](const SharingMark& mark) {
      const Access& access = timeline_.accesses()[mark.access];
      return access.object == id && access.time <= now_;
    });
  }

  OccupancyItem item_of(ObjectId id) const {
    const SharedObject& object = timeline_.info().objects[index(id)];
    OccupancyItem item;
    item.place = object_text(timeline_.info(), id);
    switch (object.kind) {
      case ObjectKind::variable:
        return say_value(std::move(item), id, object);
      case ObjectKind::lock:
        say_holder(item, id);
        break;
      case ObjectKind::semaphore:
        item.text = fmt::format("{} of {} left", permits_left(id, object), object.number);
        break;
      case ObjectKind::queue:
        item.text = items_text(id, object);
        break;
    }
    const auto waiting = waiting_at(timeline_, id, now_);
    if (waiting.empty()) return item;
    const std::string who =
        fmt::format("{} {}", tasks_text(timeline_, waiting), waiting.size() == 1 ? "waits" : "wait");
    if (item.task == TaskId::none)
      item.text += "; " + who;
    else
      item.until = who;
    return item;
  }

  // The last use of that kind until now, or null.
  const Access* last_use(ObjectId object, AccessKind kind, AccessKind other) const {
    const Access* last = nullptr;
    for (const Access& access : timeline_.accesses()) {
      if (access.time > now_) break;
      if (access.object == object && (access.kind == kind || access.kind == other)) last = &access;
    }
    return last;
  }

  OccupancyItem say_value(OccupancyItem item, ObjectId id, const SharedObject& object) const {
    const Access* written = last_use(id, AccessKind::written, AccessKind::written);
    item.text = fmt::format("{}", written != nullptr ? written->value : object.number);
    if (written != nullptr) {
      item.until = fmt::format("by {} at {}", timeline_.tasks()[index(written->task)].name, time_text(written->time));
    }
    return item;
  }

  void say_holder(OccupancyItem& item, ObjectId id) const {
    const auto holders = holders_at(timeline_, id, now_);
    item.text = holders.empty() ? "free" : "has it";
    if (holders.empty()) return;
    item.task = holders.front();
    const Position position = Moment(timeline_, now_).position(item.task);
    const bool loop = is_event_loop(traits(timeline_.info().mode));
    const bool stuck = awaited_at(timeline_, item.task, now_) != ObjectId::none;
    item.look = stuck && loop ? Look::waiting_free : stuck ? Look::waiting_held : Look::running;
    if (position.span != nullptr) item.look = look_of(*position.span);
    const Access* taken = last_use(id, AccessKind::acquired, AccessKind::acquired);
    if (taken != nullptr) item.text += " since " + time_text(taken->time);
  }

  std::int64_t permits_left(ObjectId id, const SharedObject& object) const {
    const Access* used = last_use(id, AccessKind::acquired, AccessKind::released);
    return used != nullptr ? used->value : object.number;
  }

  // "2 of 2: 1, 2".
  std::string items_text(ObjectId id, const SharedObject& object) const {
    const auto items = items_at(timeline_, id, now_);
    std::string text = object.number > 0 ? fmt::format("{} of {}", items.size(), object.number)
                       : items.empty()   ? "empty"
                                         : fmt::format("{}", items.size());
    for (std::size_t i = 0; i < std::min(items.size(), kMostItemsTold); ++i) {
      text += fmt::format("{}{}", i == 0 ? ": " : ", ", items[i]);
    }
    return items.size() > kMostItemsTold ? text + ", …" : text;
  }

  const Timeline& timeline_;
  Time now_;
  const std::vector<SharingMark>& marks_;
};

}  // namespace

std::optional<OccupancyPart> shared_at(const Timeline& timeline, Time now, const std::vector<SharingMark>& marks) {
  if (timeline.info().objects.empty()) return std::nullopt;
  return SharedNow(timeline, now, marks).part();
}

}  // namespace interleave::gui
