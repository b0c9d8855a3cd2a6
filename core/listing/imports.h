#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/listing/listing.h"
#include "core/listing/listing_writer.h"
#include "core/listing/mode_program.h"

namespace interleave {

// The lines that import or include what a program needs: each once, in the order in which they are usually written.
class Imports {
 public:
  // Of the program where anything of the program needs it, and else of its support.
  void add(std::string_view line, LineRole role);
  void add(const MainProgram& main);
  void write(ListingWriter& writer) const;

 private:
  std::map<std::string, LineRole, std::less<>> lines_;
};

}  // namespace interleave
