#include "core/scenario/declarations.h"

#include <fmt/format.h>
#include <limits>

#include "core/base/utf8.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

}  // namespace

std::string_view noun(SharedUse use) {
  switch (use) {
    case SharedUse::variable:
      return "shared variable";
    case SharedUse::lock:
      return "lock";
    case SharedUse::queue:
      break;
  }
  return "queue";
}

std::vector<Declaration> Declarations::read_variables(const Field& field) {
  return read(field, R"({"variable": 0})", variables_, Limits::min(), Limits::max());
}

std::vector<Declaration> Declarations::read_semaphores(const Field& field) {
  return read(field, R"({"semaphore": 1})", semaphores_, 0, kMostPermits);
}

std::vector<Declaration> Declarations::read_queues(const Field& field) {
  auto list = read(field, R"({"queue": 2})", queues_, 0, kMostItems);
  if (!field.value.is(JsonKind::object)) return list;
  for_each_field(field.value, [&](const Field& queue) {
    if (!semaphores_.contains(queue.key.text())) return;
    problems_.add(queue.key.offset(), "{} is a semaphore already; give the queue another name",
                  in_quotes(queue.key.text()));
  });
  return list;
}

std::vector<Declaration> Declarations::read(const Field& field, std::string_view example, Names& names,
                                            std::int64_t least, std::int64_t most) {
  std::vector<Declaration> list;
  if (!field.value.is(JsonKind::object)) {
    problems_.add(field.value.offset(), "\"{}\" is an object, {}, and not {}", field.key.text(), example,
                  describe(field.value));
    is_broken_ = true;
  } else {
    for_each_field(field.value, [&](const Field& one) {
      const auto name = read_name(one.key, "a name", problems_);
      const auto number = read_integer(one, least, most, problems_);
      if (name && !names.insert(*name).second) {
        problems_.add(one.key.offset(), "the key {} is given twice; keep one of them", in_quotes(*name));
      }
      is_broken_ = is_broken_ || !name;
      list.push_back({name.value_or(""), number.value_or(0)});
    });
  }
  return list;
}

std::string Declarations::problem_with(std::string_view name, SharedUse use) const {
  if (use == SharedUse::lock) {
    if (!queues_.contains(name)) return "";
    return in_quotes(name) + R"( is a queue, which nobody can lock; "put" and "get" wait for it by themselves)";
  }
  const Names& names = use == SharedUse::variable ? variables_ : queues_;
  if (is_broken_ || names.contains(name)) return "";
  const std::string meant = suggestion(name, std::vector<std::string_view>(names.begin(), names.end()));
  return fmt::format("there is no {} {}{}", noun(use), in_quotes(name),
                     !meant.empty()               ? meant
                     : use == SharedUse::variable ? R"(; declare it: "shared": {"name": 0})"
                                                  : R"(; declare it: "queues": {"name": 2})");
}

}  // namespace interleave
