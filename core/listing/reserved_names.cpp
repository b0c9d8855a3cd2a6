#include "core/listing/reserved_names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/listing/mode_program.h"

namespace interleave {
namespace {

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.insert(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

const Words& keywords(Language language) {
  static const Words python = words_of(
      "False None True and as assert async await break class continue def del elif else except finally for from global "
      "if import in is lambda nonlocal not or pass raise return try while with yield");
  static const Words cpp = words_of(
      "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class "
      "co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype "
      "default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline "
      "int "
      "long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register "
      "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template "
      "this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t "
      "while xor xor_eq");
  return language == Language::python ? python : cpp;
}

// Besides keywords.
const Words& used_in_functions(Language language) {
  static const Words python = words_of("SECOND asyncio compute float int locks print queues range shared time");
  static const Words cpp = words_of(
      "Releasing SECOND alloca assert compute coroutine_handle errno floor_divided i386 import linux locks major "
      "makedev "
      "minor module modulo offsetof print queues shared sleep_for std stderr stdin stdout unix");
  return language == Language::python ? python : cpp;
}

// Besides those, in the program of any mode.
Words used_outside_in_all_modes(Language language) {
  Words words =
      words_of(language == Language::python ? "main max os queue sleep_until start sys threading"
                                            : "Lock Queue Semaphore TIME_SCALE attempt main sleep_until start");
  for (const Mode mode : kModes) words.merge(words_of(main_program(mode, language).names));
  return words;
}

const Words& used_outside(Language language) {
  static const Words python = used_outside_in_all_modes(Language::python);
  static const Words cpp = used_outside_in_all_modes(Language::cpp);
  return language == Language::python ? python : cpp;
}

// As macros are called: EOF, L_tmpnam.
bool is_in_capitals(std::string_view identifier) {
  const std::string_view first_word = identifier.substr(0, identifier.find('_'));
  return identifier.size() > 1 &&
         std::none_of(first_word.begin(), first_word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_of_c_library(std::string_view identifier) {
  static const Words names = words_of(kCLibraryNames);
  constexpr std::array<std::string_view, 3> kFamilies = {"pthread_", "sched_", "sem_"};
  return names.contains(identifier) || identifier.ends_with("_t") ||
         std::any_of(kFamilies.begin(), kFamilies.end(),
                     [&](std::string_view family) { return identifier.starts_with(family); });
}

}  // namespace

bool is_keyword(std::string_view word, Language language) { return keywords(language).contains(word); }

bool is_reserved_in_functions(std::string_view identifier, Language language) {
  return is_keyword(identifier, language) || used_in_functions(language).contains(identifier) ||
         (language == Language::cpp && is_in_capitals(identifier));
}

void leave_alone_words_of_dealings(IdentifierScope& scope, const TaskDealings& dealings, Language language) {
  if (!dealings.any()) return;
  static const Words python = words_of(
      "Exception Future Queued RuntimeError Tasks TimeoutError TypeError as_completed dict future isinstance len list "
      "min "
      "ExceptionGroup JobByJob OneFailed cancel_others count end_of error failed fails go_on_at group number pool "
      "queued "
      "results "
      "start_thread starting staticmethod submitted super task show_warning tasks wait warnings within work");
  static const Words cpp = words_of(
      "All Cancelled Ends Failure Future Handle Handles Line Returned Started TaskGroup ThreadPool Threads "
      "TimedOut TurningOff Value Wait WasCancelled all_of all_of_in as_completed call end_of ended ends_of fails "
      "failure group in_time launch main_program moment never_awaited pool run_and_leave started tasks text "
      "thrown threads to_thread within");
  for (const std::string_view word : language == Language::python ? python : cpp) scope.leave_alone(std::string(word));
}

bool is_reserved_for_functions(std::string_view identifier, Language language) {
  return is_reserved_in_functions(identifier, language) || used_outside(language).contains(identifier) ||
         (language == Language::cpp && is_of_c_library(identifier));
}

}  // namespace interleave
