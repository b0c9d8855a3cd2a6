#pragma once

#include <vector>

namespace interleave::gui {

// The places from 0 to 1 that lie nearest to those wanted, by the sum of the squares, in the same order, at least so
// far apart and half as far from the border. All that fit: (count * apart) is at most 1. Found by joining neighbours
// that would come too near (pool adjacent violators; Barlow, Bartholomew, Bremner, Brunk: Statistical Inference under
// Order Restrictions, 1972).
std::vector<float> places_apart(const std::vector<float>& wanted, float apart);

}  // namespace interleave::gui
