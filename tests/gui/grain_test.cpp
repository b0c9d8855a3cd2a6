#include "app/gui/model/picture/grain.h"

#include <doctest/doctest.h>

#include "tests/support/property.h"

namespace interleave::gui {

TEST_CASE("of very many spans in sight more are summed up, and of very many lanes in wider cells") {
  CHECK(grain_for(35'000, 64, 2'000).span == Grain{}.span);
  CHECK(grain_for(35'000, 64, 2'000).cell == Grain{}.cell);
  CHECK(grain_for(200'000, 64, 2'000).span > Grain{}.span);
  CHECK(grain_for(200'000, 8, 2'000).cell == Grain{}.cell);
  CHECK(grain_for(200'000, 64, 2'000).cell > Grain{}.cell);
}

TEST_CASE("the grain's cells are wider than what is shown by itself") {
  CHECK(testing::holds(300, [] {
    const Grain grain =
        grain_for(*rc::gen::inRange<std::size_t>(0, 2'000'000), *rc::gen::inRange<std::size_t>(1, 200), 1'900);
    RC_ASSERT(grain.cell >= grain.span);
  }));
}

}  // namespace interleave::gui
