// Who cancelled whom, and who waited for whose end, drawn for the task that one looks at.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/explain/relations.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kOffice = R"({"interleave": 1, "title": "Office", "mode": "coroutine", "tasks": [
  {"name": "boss", "steps": [{"start": "clerk"}, {"start": "guard"}, {"await": "clerk"}, {"cancel": "guard"}]},
  {"name": "clerk", "manual": true, "steps": [{"sleep": 2}]},
  {"name": "guard", "manual": true, "steps": [{"try": [{"sleep": 9}], "finally": [{"sleep": 1}]}]},
  {"name": "other", "steps": [{"sleep": 3}]}]})";

struct Office : Headless {
  Office() : Headless(from_text(kOffice)) {
    resize(1280, 720);
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    state.viewport.settle();
    frame();
  }
  const Timeline& run() const { return *state.run.record; }

  // "clerk ends for boss at 2; " up to that moment.
  std::string relations(std::size_t task, double until) const {
    std::string text;
    for (const Relation& relation : relations_of(run(), task_id(task), moment_at(until))) {
      const auto name_of = [&](TaskId id) { return run().tasks()[index(id)].name; };
      text += fmt::format("{} {} {} at {}; ", name_of(relation.from),
                          relation.kind == Relation::Kind::cancels ? "cancels" : "ends for", name_of(relation.to),
                          seconds(relation.at));
    }
    return text;
  }

  // The arrows while the pointer is over the first bar of that lane.
  std::size_t arrows_over(std::size_t lane) {
    move_to(bars(lane).front().box.center());
    frame();
    return drawn().relation_arrows;
  }
};

}  // namespace

TEST_CASE("a task takes part in what it cancels, what cancels it, ends that it waits for and waits for its own end") {
  const Office office;
  CHECK(office.relations(0, 9) == "clerk ends for boss at 2; boss cancels guard at 2; ");
  CHECK(office.relations(1, 9) == "clerk ends for boss at 2; ");
  CHECK(office.relations(2, 9) == "boss cancels guard at 2; ");
  CHECK(office.relations(3, 9).empty());
  CHECK(office.relations(0, 1.9).empty());
}

TEST_CASE("arrows between tasks are drawn for the one that is pointed at or selected, and else for none") {
  Office office;
  CHECK(office.drawn().relation_arrows == 0);
  CHECK(office.arrows_over(0) == 2);
  CHECK(office.arrows_over(1) == 1);
  CHECK(office.arrows_over(3) == 0);
  office.leave_window();
  office.frame();
  CHECK(office.drawn().relation_arrows == 0);
  update(office.state, command::SelectSpan{task_id(2), 0, std::nullopt, std::nullopt});
  office.frame();
  CHECK(office.drawn().relation_arrows == 1);
}

TEST_CASE("every end that one waits for among several has an arrow to its wait") {
  Headless window(from_text(R"({"interleave": 1, "title": "All", "mode": "coroutine", "tasks": [
    {"name": "all", "steps": [{"await": ["a", "b"]}]}, {"name": "a", "steps": [{"sleep": 1}]},
    {"name": "b", "steps": [{"sleep": 2}]}]})"));
  window.resize(1280, 720);
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.state.viewport.settle();
  window.frame();
  window.move_to(window.bars(0).front().box.center());
  window.frame();
  CHECK(window.drawn().relation_arrows == 2);
}

}  // namespace interleave::gui
