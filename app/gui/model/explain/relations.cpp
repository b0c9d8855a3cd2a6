#include "app/gui/model/explain/relations.h"

#include <algorithm>
#include <utility>

namespace interleave::gui {

namespace {

constexpr std::size_t kMostRelations = 200;  // of very many, the first tell
constexpr std::size_t kMostAsked = 2'000;    // tasks, whether they waited for it

class RelationFinder {
 public:
  RelationFinder(const Timeline& timeline, Time until) : timeline_(timeline), until_(until) {}

  // What was done to the task; by that other one alone, if it is named.
  void add_to(TaskId task, TaskId by) {
    const TaskTrack& track = timeline_.tasks()[index(task)];
    const auto& cancelled = track.cancelled;
    if (cancelled && cancelled->by != TaskId::none && (by == TaskId::none || cancelled->by == by)) {
      add({Relation::Kind::cancels, cancelled->by, task, cancelled->at});
    }
    if (track.targets.empty()) return;
    for (const Span& span : track.spans) {
      for (const TaskId awaited : awaited_tasks(timeline_, span)) {
        if (by == TaskId::none || awaited == by) add_end(span, awaited);
      }
    }
  }

  std::vector<Relation> found() && { return std::move(found_); }

 private:
  void add_end(const Span& span, TaskId awaited) {
    const auto& finished = timeline_.tasks()[index(awaited)].finished;
    if (!finished || *finished < span.begin || *finished > span.end) return;
    add({Relation::Kind::ends, awaited, span.task, *finished});
  }

  void add(const Relation& relation) {
    if (relation.at > until_ || found_.size() == kMostRelations) return;
    if (std::find(found_.begin(), found_.end(), relation) == found_.end()) found_.push_back(relation);
  }

  const Timeline& timeline_;
  Time until_;
  std::vector<Relation> found_;
};

}  // namespace

std::vector<Relation> relations_of(const Timeline& timeline, TaskId task, Time until) {
  RelationFinder finder(timeline, until);
  finder.add_to(task, TaskId::none);
  for (std::size_t i = 0; i < std::min(timeline.tasks().size(), kMostAsked); ++i) {
    if (task_id(i) != task) finder.add_to(task_id(i), task);
  }
  return std::move(finder).found();
}

}  // namespace interleave::gui
