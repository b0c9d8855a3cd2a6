#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/source_text.h"
#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"

namespace interleave {

// The first step that takes a parameter for a quantity of this kind.
struct QuantityUse {
  std::string verb;
  std::size_t line = 0;
};

// What the steps of a function need of one of its parameters.
struct ParameterNeeds {
  std::optional<QuantityUse> seconds;
  std::optional<QuantityUse> count;
};

// A function as its steps and its callers see it.
struct Signature {
  std::vector<std::string> parameters;
  std::unordered_map<std::string, std::size_t> positions;  // of the parameters
  std::vector<ParameterNeeds> needs;                       // of each parameter
  bool is_broken = false;  // some parameters could not be read, so nobody is blamed for not knowing them
};

// Reads lists of steps. Their ids are in order of reading.
class StepReader {
 public:
  StepReader(const SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  // The steps of a function, or those of a task, which has no parameters. What they need of the parameters is noted.
  std::vector<Step> read(const Field& steps, Signature& signature);

  // Where the step begins in the text.
  std::size_t offset(StepId id) const { return offsets_[index(id)]; }

 private:
  std::vector<Step> read_list(const Field& steps);
  std::optional<Step> read_step(JsonValue value);
  void read_verb(const Field& verb, const Fields& fields, Step& step);
  void read_repeat(const Field& verb, const Fields& fields, Step& step);
  std::string read_index(const Field& field);
  void read_print(const Field& field, Step& step);
  Quantity read_quantity(const Field& field, Verb verb, std::size_t line);
  void check_number(const Field& field, Verb verb, const Number& number);
  void check_placeholder(std::size_t offset, const std::string& name);
  void note_use(const std::string& parameter, Verb verb, const std::string& verb_name, std::size_t line);
  bool is_index(const std::string& name) const;
  std::vector<std::string_view> names_in_scope() const;

  const SourceText& source_;
  Problems& problems_;
  Signature* signature_ = nullptr;
  std::vector<std::string> indexes_;  // of the repeats that are being read, empty where they have none
  std::vector<std::size_t> offsets_;  // of the steps, by id
};

}  // namespace interleave
