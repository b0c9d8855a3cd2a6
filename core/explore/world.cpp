#include "core/explore/world.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/execution/advance.h"
#include "core/execution/take_step.h"
#include "core/scenario/limits.h"

namespace interleave {
namespace {

// Behind a step that counts a task takes at most so many that do not: a loop without any may never end.
constexpr std::uint64_t kMostStepsAtOnce = 1'000'000;
constexpr std::string_view kTooManySteps = "it takes more than 1 000 000 steps at once; its loop may never end";

ObjectId object_of(const TaskRun& task) {
  const Operand& operand = task.code->instructions[task.state.at].operand;
  const std::int64_t object = value_of(operand, task.code->layout, task.state.values);
  return object_id(static_cast<std::size_t>(object));
}

}  // namespace

World::World(const Program& program, const RunSettings& run, bool with_lines)
    : program_(program),
      mode_(run.mode),
      is_exact_(run.timing == Timing::exact),
      counted_(program, run.mode, with_lines),
      mutex_(runtime_),
      launcher_(program.scenario().main, run.mode, runtime_),
      executor_(run.mode, run.max_workers, touched_),
      shared_(),
      tasks_(program, shared_.emplace_back(program.objects().all(), mutex_), true),
      by_id_(tasks_.by_id()),
      ends_(tasks_.all(), mutex_, executor_, launcher_),
      host_(runtime_, *this),
      packing_(program),
      held_ends_(by_id_.size()),
      with_lines_(with_lines),
      places_(by_id_.size() + 1) {
  tasks_.set_ends(ends_);
  for (TaskRun* const task : by_id_) {
    task->state.due = {};
    fresh_.push_back(task->state);
    if (task->code->reads_shared) readers_ |= bit(*task);
    if (std::ranges::count(task->code->instructions, Verb::await, &Instruction::verb) > 0) awaiting_ |= bit(*task);
    if (!task->source->manual) by_time_.push_back(task);
  }
  std::stable_sort(by_time_.begin(), by_time_.end(),
                   [](const TaskRun* a, const TaskRun* b) { return a->source->after < b->source->after; });
}

void World::begin() {
  submit();
  close();
}

// All that follows without a step that counts.
void World::close() {
  for (moments_ = 0;;) {
    if (const ExploredExecutor::Beginning next = executor_.next_to_begin(); next.task != nullptr) {
      give_worker(next);
    } else if (std::exchange(some_ended_, false)) {
      submit();
      look_again_at_awaiting();
    } else if (TaskRun* const task = next_due()) {
      wake(*task);
    } else if (!go_to_next_moment()) {
      return;
    }
  }
}

// A process takes its time to start.
void World::give_worker(const ExploredExecutor::Beginning& next) {
  const Duration start = program_.scenario().machine.process_start;
  if (!is_exact_ || !next.makes_process || start == Duration::zero()) return begin(*next.task);
  next.task->shared = &shared_of(*next.task);
  next.task->state.stage = Stage::blocking;
  next.task->state.due = runtime_.now() + start;
}

void World::begin(TaskRun& task) {
  task.state = fresh_[index(task.id)];
  task.dealings->has_begun = true;
  task.dealings->looks_again = false;
  task.shared = &shared_of(task);
  go_on(task);
}

SharedState& World::shared_of(const TaskRun& task) {
  if (traits(mode_).shares_memory) return shared_.front();
  const std::size_t process = executor_.process_of(task);
  while (shared_.size() <= process) shared_.emplace_back(program_.objects().all(), mutex_);
  return shared_[process];
}

void World::look_again_at_awaiting() {
  for (std::uint64_t left = awaiting_; left != 0; left &= left - 1) {
    TaskRun& task = *by_id_[static_cast<std::size_t>(std::countr_zero(left))];
    if (is_begun(task) && task.state.stage == Stage::going && instruction_of(task).verb == Verb::await) go_on(task);
  }
}

bool World::must_wait(const TaskRun& task, const Operation& operation) const {
  const bool awaits = operation.kind == Operation::Kind::performs && operation.verb == Verb::await;
  return awaits && ends_.waits_for(task.code->awaited[operation.target]) != TaskId::none;
}

void World::go_on(TaskRun& task) {
  touch(task);
  for (std::uint64_t steps = 0; task.state.stage == Stage::going; ++steps) {
    const Operation operation = advance(*task.code, task.state);
    if (!operation) {
      task.state.stage = Stage::ended;
      ends_.end(task, host_, {});
    } else if (counted_.counts(operation) || must_wait(task, operation)) {
      return stand(task, operation);
    } else if (steps == kMostStepsAtOnce || goes_too_far(operation)) {
      fail(task, kTooManySteps);
    } else {
      take_step_of(task, operation);
    }
  }
  if (task.dealings->is_over) note_end(task);
}

// It has its deadline from its first attempt on.
void World::stand(TaskRun& task, const Operation& operation) {
  --task.state.at;
  if (!has_deadline(task)) return;
  begin_step(task, host_, operation);
  task.dealings->looks_again = true;
}

void World::fail(TaskRun& task, std::string_view why) {
  moments_ = 0;  // of others: it was this one that went on and on
  task.state.stage = Stage::ended;
  ends_.end(task, host_, failure(std::string(why)));
}

// However long it takes, it is over at once, but with exact time.
void World::take_step_of(TaskRun& task, const Operation& operation) {
  take_step(task, host_, operation);
  const bool takes_time = task.state.stage == Stage::blocking || task.state.stage == Stage::computing;
  const bool goes_on_later = is_exact_ && takes_time && task.state.due > runtime_.now();
  if (task.state.stage != Stage::ended) task.state.stage = goes_on_later ? Stage::blocking : Stage::going;
  if (operation.kind != Operation::Kind::performs || operation.verb != Verb::as_completed) return;
  // Which of them it takes next is a choice among all that are over; nobody needs to tell it.
  task.dealings->each[operation.slot].ended.clear();
  for (const TaskId id : task.code->awaited[operation.target].tasks) ends_.run(id).dealings->watchers.clear();
}

void World::note_end(const TaskRun& task) {
  some_ended_ = true;
  executor_.end(task);
}

bool World::holds_end(TaskRun& task, Unwinding& why) {
  if (lets_end_ || !task.dealings->has_begun || !counted_.end_counts(task.id)) {
    some_ended_ = true;
    return false;
  }
  held_ends_[index(task.id)] = std::move(why);
  holding_ |= bit(task);
  return true;
}

void World::has_printed(const TaskRun& task, const Operation& print) {
  if (with_lines_) output_ = outputs_.longer(output_, text_of(print, *task.code, *task.source, task.state));
}

void World::has_marked(StaleWrite mark) { (mark == StaleWrite::lost_update ? lost_updates_ : stale_) = true; }

void World::has_taken_failure(TaskId failed) {
  const TaskRun& task = ends_.run(failed);
  taken_ |= bit(task);
  touch(task);
}

// The main program, up to where it waits.
void World::submit() {
  while (submitted_ < by_time_.size() && next_arrival() == nullptr && !launcher_.is_stopped() &&
         launcher_.may_submit() && is_arrival_due()) {
    submit_next();
  }
}

// The first of those whose arrival counts, and that can come next.
TaskRun* World::next_arrival() const {
  if (submitted_ == by_time_.size() || !counted_.arrivals_count()) return nullptr;
  const Launcher::Heard heard = launcher_.heard();
  if (heard.is_stopped || heard.awaits) return nullptr;
  const Duration before = submitted_ == 0 ? Duration::zero() : by_time_[submitted_ - 1]->source->after;
  TaskRun* const next = by_time_[submitted_];
  return next->source->after > before ? next : nullptr;
}

void World::submit_next() {
  const std::size_t first = submitted_;
  do {
    by_time_[submitted_++]->dealings->is_submitted = true;
  } while (!launcher_.is_one_by_one() && submitted_ < by_time_.size() &&
           by_time_[submitted_]->source->after == by_time_[first]->source->after);
  launcher_.submitted();
  executor_.submit(std::span(by_time_).subspan(first, submitted_ - first), nullptr);
}

void World::find_moves(std::vector<Token>& moves) const {
  moves.clear();
  const TaskRun* const arrival = next_arrival();
  for (const TaskRun* const task : by_id_) {
    if (is_begun(*task)) {
      find_moves(*task, moves);
    } else if (task == arrival && is_arrival_due()) {
      moves.push_back({.task = task->id});
    }
  }
}

void World::find_moves(const TaskRun& task, std::vector<Token>& moves) const {
  if (is_delayed(task)) return;
  if (task.state.stage == Stage::ended) return moves.push_back({.task = task.id});
  const Instruction& instruction = instruction_of(task);
  if (instruction.op == Op::next_of_each) {
    const std::size_t slot = task.code->instructions[task.state.at - 1].counter;
    const std::vector<TaskId>& taken = task.dealings->each[slot].ended;
    for (const TaskRun* const other : by_id_) {
      const std::vector<TaskId>& tasks = task.code->awaited[instruction.target].tasks;
      const bool is_left = std::find(tasks.begin(), tasks.end(), other->id) != tasks.end() &&
                           std::find(taken.begin(), taken.end(), other->id) == taken.end();
      if (is_left && other->dealings->is_over) moves.push_back({task.id, Token::Kind::takes, other->id});
    }
    return;
  }
  const bool is_possible = instruction.op == Op::perform_on_shared
                               ? task.shared->is_possible(instruction.verb, object_of(task))
                               : instruction.verb != Verb::await;
  if (is_possible) {
    moves.push_back({.task = task.id});
  } else if (instruction.timeout != kNoTimeout && (!is_exact_ || task.dealings->deadline <= runtime_.now())) {
    moves.push_back({task.id, Token::Kind::timeout});
  }
}

void World::take(const Token& move) {
  TaskRun& task = ends_.run(move.task);
  touch(task);
  if (!task.dealings->has_begun) {
    submit_next();
  } else if (is_among(holding_, task)) {
    holding_ &= ~bit(task);
    lets_end_ = true;
    ends_.end(task, host_, std::move(held_ends_[index(task.id)]));
    lets_end_ = false;
    note_end(task);
  } else {
    if (move.kind == Token::Kind::takes) {
      const std::size_t slot = task.code->instructions[task.state.at - 1].counter;
      task.dealings->each[slot].ended.push_back(move.taken);
    }
    const Operation operation = advance(*task.code, task.state);
    if (operation.verb == Verb::write) touched_ |= readers_;
    if (move.kind == Token::Kind::timeout) {
      leave_step(task, host_, failure("timed out"));
    } else {
      take_step_of(task, operation);
    }
    go_on(task);
  }
  close();
}

void World::find_touches(std::vector<Touch>& touches) const {
  touches.clear();
  for (const TaskRun* const task : by_id_) {
    if (!is_begun(*task) || task->state.stage != Stage::going) continue;
    const Instruction& instruction = instruction_of(*task);
    const bool writes = instruction.verb == Verb::write;
    if (instruction.op != Op::perform_on_shared || (!writes && instruction.verb != Verb::read)) continue;
    const std::size_t process = traits(mode_).shares_memory ? 0 : executor_.process_of(*task);
    touches.push_back({task->id, instruction.step, task->state.at, writes,
                       process * program_.objects().all().size() + index(object_of(*task))});
  }
}

}  // namespace interleave
