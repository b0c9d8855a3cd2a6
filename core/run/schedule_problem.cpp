#include "core/run/schedule_problem.h"

#include <fmt/format.h>
#include <vector>

#include "core/base/utf8.h"
#include "core/execution/task_ends.h"
#include "core/timeline/holders.h"

namespace interleave {
namespace {

class Problem {
 public:
  Problem(const VirtualRun& run, const Timeline& timeline)
      : run_(run), gate_(run.gate()), ends_(run.execution().tasks()), timeline_(timeline), token_(*gate_.next()) {
    names_ = names_of(timeline.info().tasks);
  }

  std::string text() const {
    return fmt::format("step {}, {}: {}", gate_.taken().size() + 1, in_quotes(token_text(token_, names_)), why());
  }

 private:
  std::string why() const {
    const std::vector<Token> others = gate_.possible();
    const TaskTrack& track = timeline_.tasks()[index(token_.task)];
    const bool is_over =
        track.outcome && *track.outcome != Outcome::deadlocked && *track.outcome != Outcome::not_started;
    if (others.empty() && timeline_.end()->outcome != Outcome::deadlocked) {
      return gate_.taken().empty() ? "the run has no step that counts"
                                   : fmt::format("the run has {} steps that count, and no more", gate_.taken().size());
    }
    return (is_over ? "it has ended" : !track.started ? "it has not begun" : what_it_is_at()) + who_can(others);
  }

  std::string what_it_is_at() const {
    const Operation* const operation = gate_.standing_before(token_.task);
    const bool is_step = token_.kind == Token::Kind::step;
    if (operation != nullptr && operation->kind == Operation::Kind::takes_next) {
      return is_step ? "it goes through tasks as they end: say with which one it goes on, as in waiter>salad"
                     : "that task has not ended, or was taken";
    }
    if (is_to_come(operation)) return is_step ? "it is not due yet" : "its time is not up yet";
    if (!is_step) return "it has no such wait, or that is over";
    if (operation != nullptr && operation->object != ObjectId::none) return "it waits for " + object(operation->object);
    if (const auto target = last_target()) return fmt::format("it waits for the end of {}", names_[index(*target)]);
    return "it comes to no step that counts";
  }

  // With exact time: whether the task itself comes to that, later than others can go.
  bool is_to_come(const Operation* operation) const {
    if (!gate_.is_exact()) return false;
    const TaskRun& task = ends_.run(token_.task);
    const Stage stage = task.state.stage;
    if (token_.kind == Token::Kind::step) {
      return stage == Stage::sleeping || stage == Stage::blocking || stage == Stage::computing;
    }
    const bool waits = stage == Stage::in_line || (operation != nullptr && operation->timeout);
    return waits && token_.kind == Token::Kind::timeout && task.dealings != nullptr &&
           task.dealings->deadline != kNever && task.dealings->deadline > run_.now();
  }

  // "lock "m", held by desk 1"
  std::string object(ObjectId id) const {
    const SharedObject& what = timeline_.info().objects[index(id)];
    std::string text = fmt::format("{} {}", noun(what.kind), in_quotes(what.name));
    const std::vector<TaskId> holders = holders_at(timeline_, id, timeline_.horizon());
    for (std::size_t i = 0; i < holders.size(); ++i)
      text += (i == 0 ? ", held by " : " and ") + names_[index(holders[i])];
    return text;
  }

  std::optional<TaskId> last_target() const {
    const Dealings* const own = ends_.run(token_.task).dealings;
    const bool waits = own != nullptr && ends_.run(token_.task).state.stage == Stage::in_line;
    return waits && own->target != TaskId::none ? std::optional(own->target) : std::nullopt;
  }

  std::string who_can(const std::vector<Token>& others) const {
    if (others.empty()) return "; now nobody can go";
    std::string text;
    for (std::size_t i = 0; i < others.size(); ++i) {
      text += (i == 0 ? "" : i + 1 == others.size() ? " and " : ", ") + token_text(others[i], names_);
    }
    return fmt::format("; {}now {}{} can go", gate_.is_exact() ? "nothing may be late, and " : "",
                       others.size() == 1 ? "only " : "", text);
  }

  const VirtualRun& run_;
  const Gate& gate_;
  const TaskEnds& ends_;
  const Timeline& timeline_;
  const Token token_;
  std::vector<std::string> names_;
};

}  // namespace

std::string schedule_problem(const VirtualRun& run, const Timeline& timeline) { return Problem(run, timeline).text(); }

}  // namespace interleave
