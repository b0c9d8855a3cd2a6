#include "tests/explore/random_program.h"

#include <array>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace interleave::testing {
namespace {

class ProgramWriter {
 public:
  ProgramWriter(std::uint32_t seed, Mode mode, Pauses pauses) : draw_(seed), mode_(mode), pauses_(pauses) {}

  std::string write() {
    const bool in_processes = !traits(mode_).shares_memory;
    const int tasks = 2 + below(2);
    const int manual = in_processes || !one_in(2) ? 0 : 1 + below(2);
    for (int i = 0; i < manual; ++i) manual_.push_back(fmt::format("m{}", i));
    std::string text;
    for (int i = 0; i < tasks; ++i) {
      task_ = fmt::format("t{}", i);
      const std::string after = one_in(4) ? fmt::format(R"("after": {}, )", 1 + below(2)) : "";
      text += fmt::format(R"({}{{"name": "{}", {}{}"steps": [{}]}})", i == 0 ? "" : ",\n", task_, after,
                          timeout_of_task(), body((pauses_ == Pauses::many ? 2 : 1) + below(3)));
    }
    for (const std::string& name : manual_) {
      task_ = name;
      text += fmt::format(",\n{{\"name\": \"{}\", \"manual\": true, {}\"steps\": [{}]}}", name, timeout_of_task(),
                          body(below(3)));
    }
    return fmt::format(
        R"({{"interleave": 1, "title": "random", {}"shared": {{"u": 0, "v": 1}}, "semaphores": {{"s": {}}}, "queues": {{"q": {}}},
"tasks": [{}]}})",
        policy(), below(3), below(3), text);
  }

 private:
  int below(int count) { return static_cast<int>(draw_() % static_cast<unsigned>(count)); }
  bool one_in(int count) { return below(count) == 0; }
  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(N)))];
  }

  std::string policy() {
    std::string text;
    if (one_in(4)) text += R"("launch": "one_by_one", )";
    if (one_in(3)) text += fmt::format(R"("on_error": "{}", )", one_of<2>({"first", "cancel"}));
    if (one_in(6)) text += R"("main": "leaves", )";
    return text;
  }

  std::string timeout_of_task() { return one_in(6) ? fmt::format(R"("timeout": {}, )", 1 + below(3)) : ""; }
  std::string timeout() { return one_in(3) ? fmt::format(R"(, "timeout": {})", below(3)) : ""; }

  // The values that any step may use, first of all.
  std::string body(int count) { return R"({"set": "x", "value": 1}, {"set": "y", "value": 0}, )" + steps(count, 0); }

  std::string steps(int count, int depth) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ", ") + step(depth);
    return count > 0 ? text : R"({"print": "nothing"})";
  }

  std::string_view variable() { return one_of<3>({"u", "v", "v"}); }
  std::string_view own() { return one_of<2>({"x", "y"}); }
  std::string_view lock() { return one_of<3>({"l", "l", "s"}); }
  std::string_view number() { return one_of<7>({"x", "y", "x + 1", "y + x", "2", "x * 2 - y", "3 // y"}); }
  std::string_view condition() { return one_of<4>({"x > 0", "y == 1", "x < y", "not x == 1"}); }

  std::string step(int depth) {
    if (pauses_ == Pauses::many && one_in(4)) return pause();
    if (depth < 2 && one_in(4)) return nested(depth);
    if (traits(mode_).shares_memory && one_in(3)) return reaching_across(depth);
    switch (below(12)) {
      case 0:
        return fmt::format(R"({{"print": "{} {{x}}"}})", task_);
      case 1:
        return pause();
      case 2:
        return fmt::format(R"({{"set": "{}", "value": "{}"}})", own(), number());
      case 3:
      case 4:
      case 5:
        return fmt::format(R"({{"read": "{}", "into": "{}"}})", variable(), own());
      case 6:
      case 7:
      case 8:
        return fmt::format(R"({{"write": "{}", "value": "{}"}})", variable(), number());
      case 9:
        return fmt::format(R"({{"acquire": "{}"{}}})", lock(), timeout());
      case 10:
        return fmt::format(R"({{"release": "{}"}})", lock());
      default:
        return one_in(2) ? fmt::format(R"({{"raise": "oh {{x}}"}})") : fmt::format(R"({{"return": "{}"}})", number());
    }
  }

  std::string pause() { return fmt::format(R"({{"{}": {}}})", one_of<3>({"sleep", "block", "compute"}), below(3)); }

  std::string reaching_across(int depth) {
    const int kind = below(manual_.empty() ? 2 : 6);
    switch (kind) {
      case 0:
        return fmt::format(R"({{"put": "q", "value": "{}"{}}})", number(), timeout());
      case 1:
        return fmt::format(R"({{"get": "q", "into": "{}"{}}})", own(), timeout());
      case 2:
        return fmt::format(R"({{"start": "{}"}})", manual());
      case 3:
        return one_in(2) ? fmt::format(R"({{"cancel": "{}"}})", other())
                         : fmt::format(R"({{"await": "{}"{}}})", other(), timeout());
      case 4:
        return fmt::format(R"({{"start": "{0}"}}, {{"await": "{0}", "into": "{1}"{2}}})", manual(), own(), timeout());
      default:
        break;
    }
    std::string names;
    for (const std::string& name : manual_) names += (names.empty() ? "\"" : ", \"") + name + "\"";
    if (one_in(2)) return fmt::format(R"({{"await": [{}]{}}})", names, timeout());
    return fmt::format(R"({{"as_completed": [{}], "into": "{}", "steps": [{}]}})", names, own(), steps(1, depth + 1));
  }

  std::string manual() { return manual_[static_cast<std::size_t>(below(static_cast<int>(manual_.size())))]; }
  std::string other() { return one_in(3) ? "t0" : manual(); }

  std::string nested(int depth) {
    switch (below(6)) {
      case 0:
        return fmt::format(R"({{"repeat": {}, "steps": [{}]}})", below(3), steps(1, depth + 1));
      case 1:
        return fmt::format(R"({{"if": "{}", "steps": [{}], "else": [{}]}})", condition(), steps(1, depth + 1),
                           steps(below(2), depth + 1));
      case 2:
        return fmt::format(
            R"({{"set": "i{0}", "value": 0}}, {{"while": "i{0} < {1}", "steps": [{2}, {{"set": "i{0}", "value": "i{0} + 1"}}]}})",
            ++loops_, 1 + below(2), steps(1, depth + 1));
      case 3:
      case 4:
        return fmt::format(R"({{"lock": "{}", "steps": [{}]}})", lock(), steps(1 + below(2), depth + 1));
      default:
        return fmt::format(R"({{"try": [{}]{}{}}})", steps(1 + below(2), depth + 1),
                           fmt::format(R"(, "except": [{}])", steps(1, depth + 1)),
                           one_in(2) ? fmt::format(R"(, "finally": [{}])", steps(1, depth + 1)) : "");
    }
  }

  std::minstd_rand draw_;
  Mode mode_;
  Pauses pauses_;
  std::string task_;
  std::vector<std::string> manual_;
  int loops_ = 0;
};

}  // namespace

std::string random_program(std::uint32_t seed, Mode mode, Pauses pauses) {
  return ProgramWriter(seed * 2'654'435'761U + 1, mode, pauses).write();
}

}  // namespace interleave::testing
