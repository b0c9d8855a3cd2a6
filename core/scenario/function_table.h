#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/scenario.h"
#include "core/scenario/step_reader.h"

namespace interleave {

// Reads "functions", and knows afterwards what each of them asks of a task that calls it.
class FunctionTable {
 public:
  explicit FunctionTable(Problems& problems) : problems_(problems) {}

  std::vector<Function> read(const Field& functions, const SourceText& source, StepReader& steps);

  std::optional<std::size_t> find(std::string_view name) const;
  const Signature& signature(std::size_t function) const { return signatures_[function]; }

  std::string_view name(std::size_t function) const { return names_[function]; }
  ParameterNeeds& needs(std::size_t function, std::size_t parameter) { return signatures_[function].needs[parameter]; }

  // `; did you mean ...`, or which functions there are.
  std::string hint(std::string_view name) const;

 private:
  std::optional<Function> read_function(const Field& field, const SourceText& source, StepReader& steps);
  void read_parameters(const Field& field, Signature& signature);

  Problems& problems_;
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<std::string_view> names_;
  std::vector<Signature> signatures_;
};

}  // namespace interleave
