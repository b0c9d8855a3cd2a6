#include "app/gui/model/edit/step_help.h"

#include <algorithm>

#include "core/base/overloaded.h"
#include "core/scenario/step.h"
#include "core/scenario/step_words.h"

namespace interleave::gui {

namespace {

struct HelpRow {
  Verb verb;
  StepHelp help;
};

constexpr HelpRow kHelp[] = {
    {Verb::sleep,
     {StepGroup::time, "wait, as for the network",
      "Waits so many seconds, as for the network. On an event loop the other tasks go on meanwhile."}},
    {Verb::block,
     {StepGroup::time, "wait and hold the worker",
      "Waits and holds its worker in every mode: the call that freezes an event loop."}},
    {Verb::compute,
     {StepGroup::time, "work on a core", "Works for so many seconds. It needs a core, and in Python the GIL."}},
    {Verb::print, {StepGroup::output, "a line of output", "Prints a line; it takes no time."}},
    {Verb::set,
     {StepGroup::values, "a number of its own", "Gives a value of the task's own a number. No other task sees it."}},
    {Verb::branch,
     {StepGroup::values, "where a condition holds",
      "Does its steps where the condition holds, and those below else where it does not. It looks at the task's own "
      "values: read what is shared first."}},
    {Verb::loop,
     {StepGroup::values, "as long as it holds",
      "Does its steps again and again, as long as the condition holds. It looks at the task's own values."}},
    {Verb::repeat,
     {StepGroup::values, "so many times", "Does its steps so many times. The index counts the rounds from 0."}},
    {Verb::read,
     {StepGroup::sharing, "take what a variable says",
      "Takes what a shared variable says into a value of the task's own. Before the task writes, others may have "
      "written."}},
    {Verb::write,
     {StepGroup::sharing, "give a variable a number",
      "Gives a shared variable a number, whatever others have written to it meanwhile."}},
    {Verb::lock,
     {StepGroup::sharing, "hold a lock meanwhile",
      "Waits for the lock, or for a permit of the semaphore, holds it while its steps are done, and lets go of it "
      "however they end."}},
    {Verb::acquire,
     {StepGroup::sharing, "take a lock",
      "Waits for the lock, or for a permit of the semaphore, and has it until release."}},
    {Verb::release,
     {StepGroup::sharing, "give it back", "Gives back the lock or the permit. Who waits for it has it."}},
    {Verb::put, {StepGroup::sharing, "into a queue", "Puts a number into the queue; waits as long as that is full."}},
    {Verb::get,
     {StepGroup::sharing, "out of a queue",
      "Takes the oldest number out of the queue; waits as long as there is none."}},
    {Verb::start,
     {StepGroup::tasks, "begin another task", "Submits a task that waits to be started; this one goes on at once."}},
    {Verb::await,
     {StepGroup::tasks, "wait for tasks to end",
      "Waits until the tasks have ended and takes what they return. What made one of them fail fails this one."}},
    {Verb::as_completed,
     {StepGroup::tasks, "each task as it ends",
      "Does its steps once for each of the tasks, in the order in which they end."}},
    {Verb::cancel, {StepGroup::tasks, "ask a task to end", "Asks another task to end; it does at its next wait."}},
    {Verb::give_back, {StepGroup::tasks, "end with a value", "Ends the task with a value, which who awaits it gets."}},
    {Verb::call,
     {StepGroup::tasks, "a function, within the task",
      "Does the steps of a function within the task, and takes what it returns. Where that is forgotten, an event loop "
      "does nothing of it, as in Python without await."}},
    {Verb::raise,
     {StepGroup::failure, "fail", "Fails the task with that text, unless it is within a try that handles it."}},
    {Verb::attempt,
     {StepGroup::failure, "handle a failure",
      "Does its steps. Where they fail, those below except are done, and those below finally in any case."}},
};

}  // namespace

StepHelp help_of(Verb verb) {
  const auto* const row =
      std::find_if(std::begin(kHelp), std::end(kHelp), [&](const HelpRow& one) { return one.verb == verb; });
  return row == std::end(kHelp) ? StepHelp{} : row->help;
}

const std::vector<Verb>& verbs_by_group() {
  static const std::vector<Verb> verbs = [] {
    std::vector<Verb> all;
    for (const HelpRow& row : kHelp) all.push_back(row.verb);
    for (std::size_t i = 0; i < kVerbCount; ++i) {
      const auto verb = static_cast<Verb>(i);
      if (std::find(all.begin(), all.end(), verb) == all.end()) all.push_back(verb);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](Verb one, Verb other) { return help_of(one).group < help_of(other).group; });
    return all;
  }();
  return verbs;
}

std::string_view meaning_of_part(Verb verb, std::string_view key) {
  const Overloaded say = {
      [](const part::Text&) { return "text; {name} stands for a value, {task} for the task's name"; },
      [](const part::Seconds&) { return "seconds, or a parameter"; },
      [](const part::Count&) { return "a whole number, or a parameter"; },
      [](const part::Index&) { return "a name for the number of the round; may be left out"; },
      [](const part::Own&) { return "a name for the value, which is the task's own"; },
      [](const part::Owns&) { return "names for what is returned; may be left out"; },
      [](const part::Callee&) { return "the name of a function"; },
      [](const part::Arguments&) { return "what its parameters are given: seconds=1, left={left}"; },
      [](const part::Flag&) { return "true where await is forgotten; may be left out"; },
      [](const part::OtherTask&) { return "the name of a task"; },
      [](const part::OtherTasks&) { return "names of tasks, with commas between"; },
      [](const part::Timeout&) { return "the most seconds to wait; then it fails. May be left out"; },
      [](const part::Made&) { return "a number, or a sum such as left - 1"; },
      [](const part::Condition&) { return "a condition, such as left > 0"; },
      [](const part::Shared& part) {
        return part.use == SharedUse::variable ? "the name of a shared variable"
               : part.use == SharedUse::lock   ? "the name of a lock or a semaphore"
                                               : "the name of a queue";
      },
      [](const auto&) { return ""; }};
  std::string_view meaning;
  const Step step{StepId::none, {}, empty_action(name(verb))};
  for_each_part(step, [&](const auto& part, const auto&) {
    if (part.key == key) meaning = say(part);
  });
  return meaning;
}

}  // namespace interleave::gui
