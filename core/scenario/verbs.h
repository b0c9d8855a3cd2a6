#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "core/scenario/parts.h"

// The table of what a step can do. A verb is one row: a struct of what it needs, which says at which keys of a file
// that stands. Reading, checking, writing and walking follow the rows; what a verb means is said by the interpreter and
// by the listings.
namespace interleave {

enum class Verb : std::uint8_t {
  print,
  sleep,
  block,
  compute,
  repeat,
  set,
  branch,
  loop,
  read,
  write,
  lock,
  acquire,
  release,
  put,
  get,
  start,
  await,
  as_completed,
  give_back,
  raise,
  attempt,
  cancel,
  call
};

// Whether it matters who comes first to a step with that verb, so that it is one of the steps whose order is an
// interleaving. `on_threads`: where each task, or each job of a pool, has a thread; `in_pools`: of jobs alone;
// `in_lines`: on threads, if what matters is the order of lines too. What else counts, is no step: ends and arrivals.
enum class CountsWhere : std::uint8_t { never, on_threads, in_pools, in_lines };

namespace verb {

// A line of output.
struct Print {
  std::string text;

  static constexpr Verb kVerb = Verb::print;
  static constexpr CountsWhere kCounts = CountsWhere::in_lines;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Text{"print", "the text to print"}, &Print::text));
  }
  friend bool operator==(const Print&, const Print&) = default;
};

// A wait that can be awaited.
struct Sleep {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::sleep;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"sleep"}, &Sleep::seconds)); }
  friend bool operator==(const Sleep&, const Sleep&) = default;
};

// A wait that holds its worker in every mode.
struct Block {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::block;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"block"}, &Block::seconds)); }
  friend bool operator==(const Block&, const Block&) = default;
};

// Needs a core for so much CPU time.
struct Compute {
  Quantity seconds;

  static constexpr Verb kVerb = Verb::compute;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Seconds{"compute"}, &Compute::seconds)); }
  friend bool operator==(const Compute&, const Compute&) = default;
};

struct Repeat {
  Quantity times;
  std::string index;
  std::vector<Step> steps;

  static constexpr Verb kVerb = Verb::repeat;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Count{"repeat"}, &Repeat::times),
                           std::pair(part::Index{"index"}, &Repeat::index),
                           std::pair(part::Body{"steps", "the list of what to do each time"}, &Repeat::steps));
  }
  friend bool operator==(const Repeat&, const Repeat&) = default;
};

// Gives a value of the task's own another number.
struct Set {
  std::string name;
  Expression value;

  static constexpr Verb kVerb = Verb::set;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Own{"set"}, &Set::name), std::pair(part::Made{"value"}, &Set::value));
  }
  friend bool operator==(const Set&, const Set&) = default;
};

struct Branch {
  Expression condition;
  std::vector<Step> steps;
  std::vector<Step> otherwise;

  static constexpr Verb kVerb = Verb::branch;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Condition{"if"}, &Branch::condition),
                           std::pair(part::Body{"steps", "the list of what to do then"}, &Branch::steps),
                           std::pair(part::Body{"else", "the list of what to do else", true}, &Branch::otherwise));
  }
  friend bool operator==(const Branch&, const Branch&) = default;
};

struct Loop {
  Expression condition;
  std::vector<Step> steps;

  static constexpr Verb kVerb = Verb::loop;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Condition{"while"}, &Loop::condition),
                           std::pair(part::Body{"steps", "the list of what to do each time"}, &Loop::steps));
  }
  friend bool operator==(const Loop&, const Loop&) = default;
};

// Takes the value of a shared variable.
struct Read {
  SharedName variable;
  std::string into;

  static constexpr Verb kVerb = Verb::read;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"read", SharedUse::variable}, &Read::variable),
                           std::pair(part::Own{"into"}, &Read::into));
  }
  friend bool operator==(const Read&, const Read&) = default;
};

struct Write {
  SharedName variable;
  Expression value;

  static constexpr Verb kVerb = Verb::write;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"write", SharedUse::variable}, &Write::variable),
                           std::pair(part::Made{"value"}, &Write::value));
  }
  friend bool operator==(const Write&, const Write&) = default;
};

// Holds a lock, or a permit of a semaphore, while its steps are done, and lets go of it however they end.
struct Lock {
  SharedName lock;
  std::vector<Step> steps;

  static constexpr Verb kVerb = Verb::lock;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"lock", SharedUse::lock}, &Lock::lock),
                           std::pair(part::Body{"steps", "the list of what to do while it is held"}, &Lock::steps));
  }
  friend bool operator==(const Lock&, const Lock&) = default;
};

struct Acquire {
  SharedName lock;
  std::optional<Quantity> timeout = {};

  static constexpr Verb kVerb = Verb::acquire;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"acquire", SharedUse::lock}, &Acquire::lock),
                           std::pair(part::Timeout{"timeout"}, &Acquire::timeout));
  }
  friend bool operator==(const Acquire&, const Acquire&) = default;
};

struct Release {
  SharedName lock;

  static constexpr Verb kVerb = Verb::release;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"release", SharedUse::lock}, &Release::lock));
  }
  friend bool operator==(const Release&, const Release&) = default;
};

// Waits while the queue is full.
struct Put {
  SharedName queue;
  Expression value;
  std::optional<Quantity> timeout = {};

  static constexpr Verb kVerb = Verb::put;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"put", SharedUse::queue}, &Put::queue),
                           std::pair(part::Made{"value"}, &Put::value),
                           std::pair(part::Timeout{"timeout"}, &Put::timeout));
  }
  friend bool operator==(const Put&, const Put&) = default;
};

// Waits while the queue is empty.
struct Get {
  SharedName queue;
  std::string into;
  std::optional<Quantity> timeout = {};

  static constexpr Verb kVerb = Verb::get;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Shared{"get", SharedUse::queue}, &Get::queue),
                           std::pair(part::Own{"into"}, &Get::into),
                           std::pair(part::Timeout{"timeout"}, &Get::timeout));
  }
  friend bool operator==(const Get&, const Get&) = default;
};

// Submits a task that waits for that.
struct Start {
  std::string task;

  static constexpr Verb kVerb = Verb::start;
  static constexpr CountsWhere kCounts = CountsWhere::in_pools;
  static constexpr auto row() { return std::make_tuple(std::pair(part::OtherTask{"start"}, &Start::task)); }
  friend bool operator==(const Start&, const Start&) = default;
};

// Waits for the end of other tasks, and takes the values that they return. What made one of them fail, fails this one.
struct Await {
  OneOrMore tasks;
  OneOrMore into;
  std::optional<Quantity> timeout = {};

  static constexpr Verb kVerb = Verb::await;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::OtherTasks{"await"}, &Await::tasks),
                           std::pair(part::Owns{"into"}, &Await::into),
                           std::pair(part::Timeout{"timeout"}, &Await::timeout));
  }
  friend bool operator==(const Await&, const Await&) = default;
};

// Does its steps once for each of the tasks, in the order in which they end.
struct AsCompleted {
  OneOrMore tasks;
  std::string into;
  std::vector<Step> steps;

  static constexpr Verb kVerb = Verb::as_completed;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::OtherTasks{"as_completed", true}, &AsCompleted::tasks),
                           std::pair(part::Own{"into", true}, &AsCompleted::into),
                           std::pair(part::Body{"steps", "the list of what to do each time"}, &AsCompleted::steps));
  }
  friend bool operator==(const AsCompleted&, const AsCompleted&) = default;
};

// Ends the task with a value, or the function that a step has called.
struct Return {
  Expression value;

  static constexpr Verb kVerb = Verb::give_back;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() { return std::make_tuple(std::pair(part::Made{"return"}, &Return::value)); }
  friend bool operator==(const Return&, const Return&) = default;
};

// Fails the task, unless something around handles that.
struct Raise {
  std::string error;

  static constexpr Verb kVerb = Verb::raise;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Text{"raise", "the text of the failure"}, &Raise::error));
  }
  friend bool operator==(const Raise&, const Raise&) = default;
};

// Goes on with `except` where the first steps fail, and does `finally` however they are left.
struct Try {
  std::vector<Step> steps;
  std::optional<std::vector<Step>> except;
  std::optional<std::vector<Step>> finally;

  static constexpr Verb kVerb = Verb::attempt;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(
        std::pair(part::Body{"try", "the list of what may fail"}, &Try::steps),
        std::pair(part::OptionalBody{"except", "the list of what to do where it fails"}, &Try::except),
        std::pair(part::OptionalBody{"finally", "the list of what to do in any case"}, &Try::finally));
  }
  friend bool operator==(const Try&, const Try&) = default;
};

// Asks another task to end.
struct Cancel {
  std::string task;

  static constexpr Verb kVerb = Verb::cancel;
  static constexpr CountsWhere kCounts = CountsWhere::on_threads;
  static constexpr auto row() { return std::make_tuple(std::pair(part::OtherTask{"cancel"}, &Cancel::task)); }
  friend bool operator==(const Cancel&, const Cancel&) = default;
};

// Does the steps of a function of the file, within the task, and takes what it returns. Where that is forgotten, an
// event loop has a coroutine that nobody awaits, and nothing of it is done; elsewhere it makes no difference.
struct Call {
  std::string function;
  std::vector<PassedArgument> arguments;  // each of a parameter, none twice
  OneOrMore into;                         // one name, or none
  bool forget = false;

  static constexpr Verb kVerb = Verb::call;
  static constexpr CountsWhere kCounts = CountsWhere::never;
  static constexpr auto row() {
    return std::make_tuple(std::pair(part::Callee{"call"}, &Call::function),
                           std::pair(part::Arguments{"arguments"}, &Call::arguments),
                           std::pair(part::Owns{"into"}, &Call::into), std::pair(part::Flag{"forget"}, &Call::forget));
  }
  friend bool operator==(const Call&, const Call&) = default;
};

}  // namespace verb

// In the order of Verb.
using AnyAction = std::variant<verb::Print, verb::Sleep, verb::Block, verb::Compute, verb::Repeat, verb::Set,
                               verb::Branch, verb::Loop, verb::Read, verb::Write, verb::Lock, verb::Acquire,
                               verb::Release, verb::Put, verb::Get, verb::Start, verb::Await, verb::AsCompleted,
                               verb::Return, verb::Raise, verb::Try, verb::Cancel, verb::Call>;

// The words of a verb: its name, which is the key of its first part, and the keys that may stand beside it.
struct VerbWords {
  std::string_view name;
  std::span<const std::string_view> companions;
};

inline constexpr std::size_t kVerbCount = std::variant_size_v<AnyAction>;

// The keys of an action's row, that of its verb first.
template <class OneAction>
inline constexpr auto kKeys = std::apply([](const auto&... at) { return std::array{at.first.key...}; },
                                         OneAction::row());

// The words of all verbs, in the order of Verb.
inline constexpr auto kVerbWords = []<std::size_t... at>(std::index_sequence<at...>) {
  static_assert(((std::variant_alternative_t<at, AnyAction>::kVerb == static_cast<Verb>(at)) && ...));
  return std::array<VerbWords, kVerbCount>{
      VerbWords{kKeys<std::variant_alternative_t<at, AnyAction>>.front(),
                std::span<const std::string_view>(kKeys<std::variant_alternative_t<at, AnyAction>>).subspan(1)}...};
}
(std::make_index_sequence<kVerbCount>{});

inline constexpr auto kVerbCounts = []<std::size_t... at>(std::index_sequence<at...>) {
  return std::array<CountsWhere, kVerbCount>{std::variant_alternative_t<at, AnyAction>::kCounts...};
}
(std::make_index_sequence<kVerbCount>{});
constexpr CountsWhere counts(Verb verb) { return kVerbCounts[static_cast<std::size_t>(verb)]; }

// The verb's key in files.
constexpr std::string_view name(Verb verb) { return kVerbWords[static_cast<std::size_t>(verb)].name; }

}  // namespace interleave
