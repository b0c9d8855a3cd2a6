#pragma once

namespace interleave::cli {

// How many columns a line of standard output may have: those of the terminal it goes to, else what the environment's
// COLUMNS says, else 80.
int columns();

// The same for text that goes to a file: COLUMNS, else 80.
int columns_of_a_file();

// Whether somebody reads standard error on a terminal.
bool errors_go_to_terminal();

// Whether the user's locale writes UTF-8. A locale that is named but not installed is judged by its name.
bool writes_utf8();

}  // namespace interleave::cli
