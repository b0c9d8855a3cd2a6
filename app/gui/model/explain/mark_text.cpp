#include "app/gui/model/explain/mark_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "app/gui/model/picture/time_text.h"

namespace interleave::gui {

namespace {

constexpr std::array kWorstFirst = {MarkKind::lost_update, MarkKind::stale_decision, MarkKind::unordered};

class MarkWriter {
 public:
  MarkWriter(const Timeline& timeline, const SharingMark& mark)
      : timeline_(timeline),
        mark_(mark),
        access_(timeline.accesses()[mark.access]),
        other_(timeline.accesses()[mark.other]) {}

  std::vector<std::string> write() const {
    switch (mark_.kind) {
      case MarkKind::unordered:
        return unordered();
      case MarkKind::lost_update:
        return {fmt::format("{}, from the {} that it had read at {}.", did(access_), read().value, at(read())),
                fmt::format("But meanwhile {}: that update is lost.", had_done(other_))};
      case MarkKind::stale_decision:
        break;
    }
    return {fmt::format("{}, by the {} that it had read from {} at {}.", did(access_), read().value,
                        variable_of(read()), at(read())),
            fmt::format("But meanwhile {}: it went by what was no longer so.", had_done(other_))};
  }

 private:
  const Access& read() const { return timeline_.accesses()[mark_.read.value_or(mark_.access)]; }
  const std::string& name_of(TaskId task) const { return timeline_.tasks()[index(task)].name; }
  std::string variable_of(const Access& access) const {
    return full_name(timeline_.info().objects[index(access.object)]);
  }
  static std::string at(const Access& access) { return time_text(access.time); }

  // "desk 2 wrote 0 to tickets at 0.10 s".
  std::string did(const Access& access) const {
    const bool wrote = access.kind == AccessKind::written;
    return fmt::format("{} {} {} {} {} at {}", name_of(access.task), wrote ? "wrote" : "read", access.value,
                       wrote ? "to" : "from", variable_of(access), at(access));
  }
  std::string had_done(const Access& write) const {
    return fmt::format("{} had written {} to {}, at {}", name_of(write.task), write.value, variable_of(write),
                       at(write));
  }

  std::vector<std::string> unordered() const {
    return {fmt::format("{}, and {}.", did(other_), did(access_)), "Nothing decides which of these two comes first.",
            "In Python each access by itself is safe; what comes out still depends on the order.",
            "In C++, on a plain variable, this is a data race, and undefined."};
  }

  const Timeline& timeline_;
  const SharingMark& mark_;
  const Access& access_;
  const Access& other_;
};

std::size_t badness(MarkKind kind) {
  const auto* const found = std::find(kWorstFirst.begin(), kWorstFirst.end(), kind);
  return static_cast<std::size_t>(found - kWorstFirst.begin());
}

std::string counted_marks(std::size_t count, MarkKind kind) {
  const std::string_view more = kind == MarkKind::unordered ? count == 1 ? " access" : " accesses"
                                : count == 1                ? ""
                                                            : "s";
  return fmt::format("{} {}{}", count, name(kind), more);
}

}  // namespace

std::string_view name(MarkKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"unordered", "lost update", "stale decision"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::string_view explanation(MarkKind kind) {
  switch (kind) {
    case MarkKind::unordered:
      return "Two tasks use one variable, one of them writes it, and nothing decides which of the two comes first.";
    case MarkKind::lost_update:
      return "A task wrote what it had made of an older value: what another task had written meanwhile is lost. The "
             "line "
             "begins where it read, the arrow where the other one wrote.";
    case MarkKind::stale_decision:
      break;
  }
  return "A task went by a value that another task had changed meanwhile. The line begins where it read, the arrow "
         "where "
         "the other one wrote.";
}

std::vector<std::string> mark_sentences(const Timeline& timeline, const SharingMark& mark) {
  return MarkWriter(timeline, mark).write();
}

std::vector<std::string> marks_texts(const std::vector<SharingMark>& marks,
                                     const std::function<bool(const SharingMark&)>& counts) {
  std::array<std::size_t, kWorstFirst.size()> found{};
  for (const SharingMark& mark : marks) {
    if (!counts || counts(mark)) ++found.at(badness(mark.kind));
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found.at(i) > 0) texts.push_back(counted_marks(found.at(i), kWorstFirst.at(i)));
  }
  return texts;
}

bool is_worse(MarkKind a, MarkKind b) { return badness(a) < badness(b); }

std::optional<MarkKind> mark_of(const std::vector<SharingMark>& marks, std::size_t access) {
  std::optional<MarkKind> worst;
  auto mark =
      std::partition_point(marks.begin(), marks.end(), [&](const SharingMark& other) { return other.access < access; });
  for (; mark != marks.end() && mark->access == access; ++mark) {
    if (!worst || is_worse(mark->kind, *worst)) worst = mark->kind;
  }
  return worst;
}

}  // namespace interleave::gui
