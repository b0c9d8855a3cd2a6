#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/command_names.h"
#include "core/base/result.h"

// Commands as texts: as lessons, links and tests speak of them. A command is its name and its arguments, in one line:
// `run`, `set-mode pool`, `playhead 2.4`, `select "the first" 2`. A name or a text that is not one plain word stands in
// quotes, as a JSON string. Times are seconds. Whatever stands in a row is counted from 1. An argument in brackets may
// be left out, and `-` stands for one that is left out before another one. A key that goes far or selects what it
// passes is far+left, extend+left or far+extend+left.
namespace interleave::gui {

// How a command is written: "select task [span] [mode] [lane]".
std::vector<std::string_view> command_forms();

std::string write_command(const Command& command, const CommandNames& names);

// The command, or what is wrong with the text and what to write instead.
Result<Command, std::string> read_command(std::string_view text, const CommandNames& names);

}  // namespace interleave::gui
