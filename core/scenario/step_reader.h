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
  // A step that is being read: the field of its verb, all its fields, and its line.
  struct Reading {
    const Field& verb;
    const Fields& fields;
    std::size_t line;
  };

  std::vector<Step> read_list(const Field& steps);
  std::optional<Step> read_step(JsonValue value);
  void read_action(const Reading& reading, Step& step);
  template <class OneAction>
  void read_parts(const Reading& reading, OneAction& action);
  void read_later_verb(const Reading& reading, const VerbWords& verb);
  void read_part(const Reading& reading, const Field& field, const part::Text& text, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Seconds& seconds, Quantity& value);
  void read_part(const Reading& reading, const Field& field, const part::Count& count, Quantity& value);
  void read_part(const Reading& reading, const Field& field, const part::Index& index, std::string& value);
  void read_part(const Reading& reading, const Field& field, const part::Body& body, std::vector<Step>& value);
  std::optional<std::string> read_placeholder(const Field& field, std::string_view example);
  void check_placeholder(std::size_t offset, const std::string& name);
  void note_use(const Reading& reading, const std::string& parameter, std::optional<QuantityUse> ParameterNeeds::*need);
  bool is_index(const std::string& name) const;
  std::vector<std::string_view> names_in_scope() const;

  const SourceText& source_;
  Problems& problems_;
  Signature* signature_ = nullptr;
  std::vector<std::string> indexes_;  // of the steps with bodies that are being read, empty where they have none
  std::vector<std::size_t> offsets_;  // of the steps, by id
};

}  // namespace interleave
