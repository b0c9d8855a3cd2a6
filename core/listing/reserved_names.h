#pragma once

#include <string_view>

#include "core/base/language.h"
#include "core/listing/identifiers.h"
#include "core/listing/task_dealings.h"

namespace interleave {

// Whether a parameter or an index may not be called so: a keyword, a macro, or something that a task's function uses.
bool is_reserved_in_functions(std::string_view identifier, Language language);

// Whether a function may not be called so: all of those, what the rest of the program uses, and in C++ the C library's
// functions, which stand in the same namespace. The same in every mode, so that names do not change with it.
bool is_reserved_for_functions(std::string_view identifier, Language language);

// Nobody is called as what a program uses where tasks deal with each other, if they do.
void leave_alone_words_of_dealings(IdentifierScope& scope, const TaskDealings& dealings, Language language);

// Words with spaces between them.
extern const std::string_view kCLibraryNames;

// A keyword of the language.
bool is_keyword(std::string_view word, Language language);

}  // namespace interleave
