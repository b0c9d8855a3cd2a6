#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/declarations.h"
#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"
#include "core/scenario/step_reader.h"

namespace interleave {

// Reads the "arguments" of one task's "call". Text among them is taken as it is but for {task}, the task's name, and
// for
// {{ and }}: what a parameter stands for is complete text, in which nothing is left to replace.
class ArgumentReader {
 public:
  // Without a signature, that of an unknown function, only the form of the arguments is checked.
  ArgumentReader(const Signature* signature, const std::string& task_name, const Declarations& declarations,
                 Problems& problems)
      : signature_(signature), task_name_(task_name), declarations_(declarations), problems_(problems) {}

  // In the order of the function's parameters. There may be no arguments at all.
  std::vector<Argument> read(const Field& call, const Field* arguments);

  // Of what was read: as Task::templates says.
  std::vector<std::string> templates() const;

 private:
  void read_one(const Field& call, const Field& field);
  std::optional<Argument> read_value(const Field& field);
  std::optional<std::string> read_text(const Field& field);
  void report_unknown(const Field& call, const Field& field);
  void report_missing(const Field& call, std::size_t offset);

  const Signature* signature_;
  const std::string& task_name_;
  const Declarations& declarations_;
  Problems& problems_;
  // By the position of the parameter. Not a place for every parameter: a hundred thousand tasks that leave out a
  // hundred thousand parameters each would fill the memory before anybody could tell them.
  std::map<std::size_t, Argument> given_;
  std::map<std::size_t, std::string> templates_;  // of those that name {task}
};

}  // namespace interleave
