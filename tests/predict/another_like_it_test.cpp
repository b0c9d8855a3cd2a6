#include "core/predict/another_like_it.h"

#include <vector>

#include "core/scenario/writer.h"
#include "tests/predict/asking.h"

namespace interleave::testing {
namespace {

TEST_CASE("another one like it has other numbers, by which each belief gives another answer") {
  const Scenario shop = built_in("coffee-shop");
  const Asked asked{shop, settings_for(shop, Mode::coroutine)};
  const Question makespan;
  const std::vector<AnswerKey> keys = {RightKey{}, WrongModel::sequential, WrongModel::shared_out, WrongModel::last,
                                       Answer(7.0)};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const auto drawn = another_like_it(makespan, asked, keys, seed);
    REQUIRE(drawn);
    const Asked about{*drawn, asked.settings};
    std::vector<Answer> answers = {Answer(5.0), right_answer(makespan, about).value()};
    for (const WrongModel model : {WrongModel::sequential, WrongModel::shared_out, WrongModel::last}) {
      answers.push_back(answer_of(model, makespan, about).value());
    }
    for (std::size_t i = 1; i < answers.size(); ++i) {
      for (std::size_t j = i == 1 ? 0 : 1; j < i; ++j) CHECK(!coincide(answers[i], answers[j]));
    }
    CHECK(drawn->tasks.size() == shop.tasks.size());
    CHECK(load_scenario(to_json(*drawn), "drawn"));
  }
}

TEST_CASE("the same seed gives the same one") {
  const Scenario shop = built_in("coffee-shop");
  const Asked asked{shop, settings_for(shop, Mode::coroutine)};
  CHECK(another_like_it({}, asked, {}, 7) == another_like_it({}, asked, {}, 7));
  CHECK(another_like_it({}, asked, {}, 7) != another_like_it({}, asked, {}, 8));
}

TEST_CASE("counts stay whole, and what a function has of its own stays") {
  const Scenario downloads = built_in("downloads");
  const Asked asked{downloads, settings_for(downloads, Mode::pool, 2)};
  const auto drawn = another_like_it({}, asked, {WrongModel::sequential}, 3);
  REQUIRE(drawn);
  for (const Task& task : drawn->tasks) CHECK(std::get<Number>(task.arguments[1]).integer);
  CHECK(drawn->functions == downloads.functions);
}

TEST_CASE("there is none where numbers are nothing, or where no draw can tell the answers apart") {
  const Scenario tickets = built_in("last-ticket");
  CHECK(!another_like_it(question_of("losing"), {tickets, settings_for(tickets, Mode::threads)}, {}, 1));
  const Scenario one = scenario_with_tasks(orders("a 2"));
  CHECK(!another_like_it({}, {one, settings_for(one, Mode::coroutine)}, {WrongModel::sequential}, 1));
  const Scenario empty = scenario_with_tasks(R"({"name": "a", "steps": []})");
  CHECK(!another_like_it({}, {empty, settings_for(empty, Mode::coroutine)}, {}, 1));
}

}  // namespace
}  // namespace interleave::testing
