#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <rapidcheck.h>
#include <string>
#include <utility>

namespace interleave::testing {

// The same cases every time, unless INTERLEAVE_SEED of the environment names others.
inline std::uint64_t property_seed() {
  const char* const given = std::getenv("INTERLEAVE_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : 1;
}

// Whether the property holds in so many random cases. Where it does not, the smallest case found goes to the standard
// error, with the seed.
template <class Property>
bool holds(int cases, Property&& property, std::uint64_t seed = property_seed()) {
  rc::detail::TestParams params;
  params.seed = seed;
  params.maxSuccess = cases;
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
  if (result.template is<rc::detail::SuccessResult>()) return true;
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << "\nwith the seed " << seed << std::endl;
  return false;
}

}  // namespace interleave::testing
