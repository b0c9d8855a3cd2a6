#pragma once

#include <iostream>
#include <random>
#include <rapidcheck.h>
#include <string>
#include <utility>

namespace interleave::testing {

// Whether the property holds in so many random cases. Where it does not, the smallest case found goes to the standard
// error, with the seed; RC_PARAMS of the environment counts for nothing here.
template <class Property>
bool holds(int cases, Property&& property, std::uint64_t seed = std::random_device{}()) {
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
