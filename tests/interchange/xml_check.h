#pragma once

#include <string>
#include <string_view>

namespace interleave::testing {

// What is wrong with the document as XML of the kind written here (no CDATA, comments or document type); empty where
// nothing is: one root, tags that match, attributes in double quotes and each once, known entities, no control
// characters.
std::string problem_with_xml(std::string_view text);

}  // namespace interleave::testing
