#include "app/gui/model/explain/directed_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/explain/deadlock_text.h"
#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "core/explore/wording.h"
#include "core/timeline/deadlock.h"
#include "core/timeline/ends.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostUsesTold = 3;

const std::string& name_of_task(const Timeline& timeline, TaskId task) { return timeline.tasks()[index(task)].name; }

const Span* last_span(const Timeline& timeline, TaskId task) {
  const auto& spans = timeline.tasks()[index(task)].spans;
  return spans.empty() ? nullptr : &spans.back();
}

std::string_view end_of_wait(const Timeline& timeline, TaskId task) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  if (!track.submitted) return "arrive";
  const Span* const span = last_span(timeline, task);
  return span != nullptr && span->cause == Cause::sleep ? "wake up" : "go on: its thread is done";
}

std::string step_text(const Timeline& timeline, const DirectedRun::Choice& choice) {
  const bool has_object = choice.object != ObjectId::none;
  const std::string object = has_object ? full_name(timeline.info().objects[index(choice.object)]) : std::string();
  const bool is_lock = has_object && timeline.info().objects[index(choice.object)].kind == ObjectKind::lock;
  switch (*choice.verb) {
    case Verb::read:
      return "read " + object;
    case Verb::write:
      return fmt::format("write {} to {}", choice.value.value_or(0), object);
    case Verb::lock:
    case Verb::acquire:
      return is_lock ? "take lock " + object : "take a permit of " + object;
    case Verb::release:
      return is_lock ? "release lock " + object : "give a permit back to " + object;
    case Verb::put:
      return fmt::format("put {} into {}", choice.value.value_or(0), object);
    case Verb::get:
      return "take from " + object;
    case Verb::start:
      return "start " + name_of_task(timeline, choice.other);
    case Verb::give_back:
      return "end";
    default:
      return std::string(name(*choice.verb));
  }
}

std::string_view end_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::finished:
      return "it has finished";
    case Outcome::failed:
      return "it has failed";
    case Outcome::cancelled:
      return "it was cancelled";
    case Outcome::deadlocked:
    case Outcome::not_started:
      break;
  }
  return "it never began";
}

// "waits for bob for ever"
std::string wait_for_ever(const Timeline& timeline, TaskId task) {
  for (const DeadlockLink& link : deadlock_of(timeline)) {
    if (link.waiter == task) return waiting_labels(timeline, link).front() + " for ever";
  }
  return "waits for ever";
}

// What is wrong with the run for certain, the worst first; empty where nothing is yet.
std::string certain_title(const Timeline& timeline, const std::vector<SharingMark>& marks) {
  if (went_wrong(timeline)) {
    return timeline.end()->outcome == Outcome::deadlocked ? "Found: a deadlock." : "Found: it fails.";
  }
  if (marks.empty()) return "";
  return marks.front().kind == MarkKind::lost_update ? "Found: an update is lost."
                                                     : "Found: a decision by what was no longer so.";
}

// "1 ends well", "2 go wrong"
std::string how_many(const BigNumber& number, std::string_view one, std::string_view more) {
  const std::string text = in_groups(number.text());
  return fmt::format("{} {}", text, text == "1" ? one : more);
}

}  // namespace

std::string choice_text(const Timeline& timeline, const DirectedRun::Choice& choice) {
  switch (choice.token.kind) {
    case Token::Kind::timeout:
      return "give up: the time of its wait is over";
    case Token::Kind::own_timeout:
      return "be cut off: its time is over";
    case Token::Kind::takes:
      return "go on with " + name_of_task(timeline, choice.token.taken);
    case Token::Kind::step:
      break;
  }
  if (choice.verb) return step_text(timeline, choice);
  return std::string(end_of_wait(timeline, choice.token.task));
}

std::string brief(const RunInfo& info, const Access& access) {
  const std::string& name = info.objects[index(access.object)].name;
  switch (access.kind) {
    case AccessKind::read:
      return fmt::format("read {}", access.value);
    case AccessKind::written:
      return fmt::format("wrote {}", access.value);
    case AccessKind::acquired:
      return "took " + name;
    case AccessKind::released:
      return (info.objects[index(access.object)].kind == ObjectKind::lock ? "released " : "gave back ") + name;
    case AccessKind::put:
      return fmt::format("put {}", access.value);
    case AccessKind::got:
      return fmt::format("got {}", access.value);
  }
  return "";
}

std::string done_text(const DirectedRun& before, const DirectedRun::Choice& choice, const DirectedRun& after) {
  const auto accesses = after.timeline->accesses();
  std::string text;
  std::size_t told = 0;
  for (std::size_t i = before.timeline->accesses().size(); i < accesses.size() && told < kMostUsesTold; ++i, ++told) {
    if (told > 0) text += ", ";
    if (accesses[i].task != choice.token.task) text += name_of_task(*after.timeline, accesses[i].task) + " ";
    text += brief(after.timeline->info(), accesses[i]);
  }
  return text.empty() ? choice_text(*before.timeline, choice) : text;
}

std::vector<OfferedStep> steps_of(const DirectedRun& run, TaskId task) {
  std::vector<OfferedStep> steps;
  for (const DirectedRun::Choice& choice : run.choices) {
    if (choice.token.task != task) continue;
    steps.push_back(
        {token_text(choice.token, names_of(run.timeline->info().tasks)), choice_text(*run.timeline, choice)});
  }
  return steps;
}

std::string why_it_cannot(const Timeline& timeline, TaskId task) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  const Span* const span = last_span(timeline, task);
  if (track.outcome == Outcome::deadlocked) return "it " + wait_for_ever(timeline, task);
  if (track.outcome) return std::string(end_word(*track.outcome));
  if (!track.submitted) return "nobody has started it yet";
  if (span == nullptr || span->state == State::queued) return "it is queued: no worker is free";
  const std::string awaited = awaited_text(timeline, *span, timeline.horizon());
  if (!awaited.empty()) return "it waits for " + awaited;
  return "it comes to no step that counts";
}

std::string remaining_text(const Exploration& remaining) {
  if (remaining.endless || !remaining.complete) {
    return fmt::format("From here: {}.", interleavings_text(remaining));
  }
  BigNumber bad;
  BigNumber good;
  for (const ExploredOutcome& outcome : remaining.outcomes) {
    (is_bad(outcome.result) ? bad : good) += outcome.interleavings;
  }
  const std::string all = how_many(remaining.interleavings, "order is", "orders are");
  const bool is_one = remaining.interleavings == BigNumber(1);
  if (bad == BigNumber()) {
    return fmt::format("From here {} possible, and {}.", all, is_one ? "it ends well" : "none goes wrong");
  }
  if (good == BigNumber()) {
    return fmt::format("No good end is left: from here {} possible, and {}.", all,
                       is_one ? "it goes wrong" : "all go wrong");
  }
  return fmt::format("From here {} possible: {}, {}.", all, how_many(bad, "goes wrong", "go wrong"),
                     how_many(good, "ends well", "end well"));
}

std::optional<Find> find_in(const DirectedRun& run) {
  const Timeline& timeline = *run.timeline;
  const std::vector<SharingMark> marks = stale_marks_of(timeline);
  Find find{.is_bad = true, .title = certain_title(timeline, marks), .sentences = {}};
  if (find.title.empty()) {
    if (!timeline.finished()) return std::nullopt;
    return Find{.is_bad = false, .title = "This order ends well.", .sentences = {}};
  }
  if (went_wrong(timeline)) {
    find.sentences.push_back(timeline.end()->error + ".");
  } else {
    find.sentences = mark_sentences(timeline, marks.front());
  }
  return find;
}

}  // namespace interleave::gui
