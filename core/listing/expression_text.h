#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/scenario/expression.h"

namespace interleave {

// The expression in that language, with no more parentheses than it needs; `of_name` gives what stands for each name, a
// name alone or a call. In C++ // and % are the functions floor_divided and modulo.
std::string expression_text(const Expression& expression, Language language,
                            const std::function<std::string(const std::string& name)>& of_name);

// The same of what is to be true or false.
std::string condition_text(const Expression& expression, Language language,
                           const std::function<std::string(const std::string& name)>& of_name);

// Whether the program needs those functions.
bool divides(const Expression& expression);

}  // namespace interleave
