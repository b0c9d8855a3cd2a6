#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/base/language.h"
#include "core/base/mode.h"

namespace interleave {

class ListingWriter;
struct Outline;

// What the program of a mode has of its own, in one language. The tasks' functions, and what every program needs, are
// the same in all modes.
struct MainProgram {
  using Part = void (*)(ListingWriter& writer, const Outline& outline);

  std::vector<std::string_view> imports;          // whole lines; of what somebody writes who has a library
  std::vector<std::string_view> support_imports;  // of what makes the program complete
  std::string_view names;                         // that functions may not have, with spaces between them
  Part write_support = nullptr;                   // before the tasks' functions; null: there is none
  Part write_before_main = nullptr;               // after them
  Part write_body = nullptr;                      // of the main function
  std::string_view call = "main()";               // in Python: what executes it
  std::string_view guard = "";                    // and the line around that, if any
};

struct ModeProgram {
  MainProgram python;
  MainProgram cpp;
};

// Each in a file of its own.
const ModeProgram& sequential_program();
const ModeProgram& coroutine_program();
const ModeProgram& threads_program();
const ModeProgram& pool_program();
const ModeProgram& processes_program();

struct ProgramOfMode {
  Mode mode;
  const ModeProgram& (*program)();
};

// The table of modes.
inline constexpr std::array kModePrograms = {
    ProgramOfMode{Mode::sequential, sequential_program}, ProgramOfMode{Mode::coroutine, coroutine_program},
    ProgramOfMode{Mode::threads, threads_program},       ProgramOfMode{Mode::pool, pool_program},
    ProgramOfMode{Mode::processes, processes_program},
};
static_assert(is_table_of_modes(kModePrograms));

inline const MainProgram& main_program(Mode mode, Language language) {
  const ModeProgram& program = kModePrograms[index(mode)].program();
  return language == Language::python ? program.python : program.cpp;
}

}  // namespace interleave
