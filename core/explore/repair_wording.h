#pragma once

#include <string>

#include "core/explore/repair.h"
#include "core/scenario/scenario.h"

// What was tried with locks, in words, for every way to show it.
namespace interleave {

// "lock m from read tickets to the end of if left > 0, in sell"; "Epicurus takes fork 1 before fork 5". Of the scenario
// as it was.
std::string change_text(const LockChange& change, const Scenario& scenario);

// "6 of 10 go wrong, chance 75 %"; "2 interleavings, none goes wrong".
std::string verdict_text(const Verdict& verdict);

// Of it in a column: "6 of 10"; "some" where there is no number. And its chance: "75 %", "about 75 %".
std::string gone_wrong_text(const Verdict& verdict);
std::string wrong_chance_text(const Verdict& verdict);

// "0.2 s instead of 0.1 s"; "0.1 s as before"; "deadlocked at 0.1 s".
std::string makespan_text(const Verdict& after, const Verdict& before);

// All of it in one line.
std::string repair_text(const Repair& repair, const Verdict& before, const Scenario& scenario);

// "6 ways to lock: 1 cures it"; and how many more there would be, where not all were tried. Empty where nothing goes
// wrong.
std::string repairs_heading(const Repairs& repairs);

}  // namespace interleave
