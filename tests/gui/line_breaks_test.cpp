#include "app/gui/views/drawing/line_breaks.h"

#include <doctest/doctest.h>
#include <string>

namespace interleave::gui {
namespace {

// The text with a | where a line may end.
std::string broken(std::string_view text) {
  std::string marked;
  std::size_t from = 0;
  for (const LineBreak& at : line_breaks(text)) {
    marked.append(text.substr(from, at.end - from)).append("|");
    from = at.next;
  }
  return marked;
}

}  // namespace

TEST_CASE("a line ends at a space, and in Chinese and Japanese between any two letters") {
  CHECK(broken("three orders, one shop") == "three|orders,|one|shop|");
  CHECK(broken("三个订单") == "三|个|订|单|");
  CHECK(broken("コーヒーを待つ") == "コー|ヒー|を|待|つ|");
  CHECK(broken("세 주문") == "세|주문|");
  CHECK(broken("用asyncio写") == "用|asyncio|写|");
  CHECK(broken("") == "|");
}

TEST_CASE("no line begins with what closes, nor ends with what opens") {
  CHECK(broken("他说：“好。”然后走") == "他|说：|“好。”|然|后|走|");
  CHECK(broken("ちょっと（3 秒）") == "ちょっ|と|（3|秒）|");
}

}  // namespace interleave::gui
