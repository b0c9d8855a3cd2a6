#include "tests/support/access_check.h"

#include <deque>
#include <fmt/format.h>
#include <vector>

#include "core/record/names.h"

namespace interleave::testing {
namespace {

struct State {
  std::int64_t number = 0;  // the variable's value, or permits left
  std::deque<std::int64_t> items = {};
};

std::string_view problem_with(const Access& access, const SharedObject& object, State& state) {
  switch (access.kind) {
    case AccessKind::read:
      return access.value == state.number ? "" : "it reads what nobody wrote last";
    case AccessKind::written:
      state.number = access.value;
      return "";
    case AccessKind::acquired:
      if (--state.number < 0) return "it acquires what is not free";
      return access.value == state.number ? "" : "other permits are left than it says";
    case AccessKind::released:
      ++state.number;
      return object.kind == ObjectKind::lock && state.number > 1 ? "it releases what nobody holds" : "";
    case AccessKind::put:
      state.items.push_back(access.value);
      return object.number > 0 && static_cast<std::int64_t>(state.items.size()) > object.number ? "there is no room"
                                                                                                : "";
    case AccessKind::got:
      break;
  }
  if (state.items.empty() || state.items.front() != access.value) return "it gets what was not put first";
  state.items.pop_front();
  return "";
}

}  // namespace

std::string problem_with_accesses(const Timeline& timeline) {
  const std::vector<SharedObject>& objects = timeline.info().objects;
  std::vector<State> states;
  for (const SharedObject& object : objects) {
    states.push_back({object.kind == ObjectKind::queue ? 0 : object.number});
  }
  Time last{};
  for (const Access& access : timeline.accesses()) {
    const SharedObject& object = objects[index(access.object)];
    std::string_view problem = problem_with(access, object, states[index(access.object)]);
    if (access.time < last) problem = "it is earlier than the one before";
    last = access.time;
    if (problem.empty()) continue;
    return fmt::format("{} {} {} {} at {}: {}", timeline.tasks()[index(access.task)].name, name(access.kind),
                       object.name, access.value, seconds(access.time), problem);
  }
  return "";
}

}  // namespace interleave::testing
