#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Reads "shared", "semaphores" and "queues", and knows afterwards what steps can be about. A lock needs no declaration:
// whatever name no queue has is one.
class Declarations {
 public:
  explicit Declarations(Problems& problems) : problems_(problems) {}

  std::vector<Declaration> read_variables(const Field& field);
  std::vector<Declaration> read_semaphores(const Field& field);
  std::vector<Declaration> read_queues(const Field& field);

  // What is wrong with the name where it stands for that; empty: nothing.
  std::string problem_with(std::string_view name, SharedUse use) const;

 private:
  using Names = std::set<std::string, std::less<>>;

  std::vector<Declaration> read(const Field& field, std::string_view example, Names& names, std::int64_t least,
                                std::int64_t most);

  Problems& problems_;
  bool is_broken_ = false;  // some could not be read, so nobody is blamed for not knowing them
  Names variables_;
  Names semaphores_;
  Names queues_;
};

// What is at the end of such a use: "shared variable".
std::string_view noun(SharedUse use);

}  // namespace interleave
