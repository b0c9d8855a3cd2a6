#include <doctest/doctest.h>
#include <set>

#include "app/files/read_file.h"
#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/document.h"
#include "app/gui/model/edit/function_edits.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_edits.h"
#include "core/scenario/limits.h"
#include "core/scenario/loader.h"
#include "tests/gui/step_editing.h"
#include "tests/support/property.h"

namespace interleave::gui {

namespace {

constexpr const char* kTyped[] = {"",         "x",
                                  "left - 1", "left > 0",
                                  "1",        "0.5",
                                  "{task}",   "a\\tb{{",
                                  "tickets",  "m",
                                  "{x}",      "soup",
                                  "[soup]",   "soup, salad",
                                  "\"a, b\"", "x, y",
                                  "while",    "read",
                                  "try",      "-3",
                                  "2 *",      "n == 1 and not x > 2",
                                  "seconds",  "1e9",
                                  "ü\\u0007", "by start",
                                  "{",        "print"};

Scenario program(std::string_view name) {
  const auto text =
      read_file(std::string(INTERLEAVE_SOURCE_DIR) + "/tests/listing/programs/" + std::string(name), kMostFileBytes);
  REQUIRE(text);
  return testing::scenario_of(text.value());
}

// Somebody who edits at random.
class Editor {
 public:
  explicit Editor(const Scenario& scenario) : document_({std::make_shared<const Scenario>(scenario), nullptr, ""}) {}

  const Scenario& scenario() const { return *document_.scenario(); }
  std::string text() const { return document_.text(); }
  bool undo() { return document_.undo(); }

  // Returns what was done.
  std::string edit() {
    const std::size_t task = below(scenario().tasks.size());
    switch (below(12)) {
      case 0:
        return document_.undo() ? "undo" : "nothing to undo";
      case 1:
        return document_.redo() ? "redo" : "nothing to redo";
      case 2:
      case 3:
        return apply(add_step(scenario(), task, any_place(task), static_cast<Verb>(below(kVerbCount))));
      case 4:
        return apply(remove_step(scenario(), task, any_place(task)));
      case 5:
        return apply(move_step(scenario(), task, any_place(task), any_place(task)));
      case 6:
        return apply(split_function(scenario(), task));
      case 7:
        return apply(add_declaration(scenario(), kind()));
      case 8:
        return remove_something();
      default:
        return type_something(task);
    }
  }

 private:
  static std::size_t below(std::size_t limit) { return *rc::gen::inRange<std::size_t>(0, limit); }
  static ObjectKind kind() { return static_cast<ObjectKind>(below(4)); }

  StepPath any_place(std::size_t task) const {
    const auto places = places_in(steps_of(scenario(), task));
    return places[below(places.size())];
  }

  std::string remove_something() {
    const ObjectKind of = kind();
    const auto* const list = declared(scenario(), of);
    if (list == nullptr || list->empty()) return "nothing to remove";
    return apply(remove_declaration(scenario(), of, below(list->size())));
  }

  std::string type_something(std::size_t task) {
    const auto rows = step_rows(scenario(), task);
    const StepRow& row = rows[below(rows.size())];
    const Cell cell = row.cells[below(row.cells.size())].cell;
    return apply(set_cell(scenario(), cell, kTyped[below(std::size(kTyped))]));
  }

  std::string apply(Edited edit) {
    edit = checked(std::move(edit));
    if (!edit) {
      RC_ASSERT_FALSE(edit.error().empty());
      return edit.error();
    }
    Edit done = std::move(edit).value();
    if (done.scenario == scenario()) return "no change";
    std::string act = done.act;
    document_.edit({std::make_shared<const Scenario>(std::move(done.scenario)), nullptr, std::move(done.act)});
    return act;
  }

  Document document_;
};

// Typing what stands in the cell anew changes nothing.
std::string changed_by_itself(const Scenario& scenario, const StepField& field) {
  const Edited same = checked(set_cell(scenario, field.cell, field.text));
  if (!same) return field.text + ": " + same.error();
  return same.value().scenario == scenario ? "" : field.text + " is something else when it is typed anew";
}

void hold_together(const Editor& editor) {
  const auto loaded = load_scenario(editor.text(), "edited");
  RC_ASSERT(static_cast<bool>(loaded));
  RC_ASSERT(loaded.value() == editor.scenario());
  const std::size_t task = *rc::gen::inRange<std::size_t>(0, editor.scenario().tasks.size());
  const auto rows = step_rows(editor.scenario(), task);
  RC_ASSERT(rows == step_rows(loaded.value(), task));
  const StepRow& row = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
  if (row.cells.front().cell.kind == CellKind::place) return;
  for (const StepField& field : row.cells) RC_ASSERT(changed_by_itself(editor.scenario(), field) == "");
}

}  // namespace

TEST_CASE("typing anew what stands in a cell changes nothing, in steps of every kind") {
  for (const char* file : {"dealings.json", "shared.json", "odd.json"}) {
    const Scenario scenario = program(file);
    std::set<Verb> seen;
    for (std::size_t task = 0; task < scenario.tasks.size(); ++task) {
      for (const StepRow& row : step_rows(scenario, task)) {
        const Cell& first = row.cells.front().cell;
        if (first.kind == CellKind::place) continue;
        // Once for each verb of the task: the whole file is read each time.
        if (first.kind == CellKind::step && task > 0) {
          if (!seen.insert(step_at(steps_of(scenario, task), first.path)->verb()).second) continue;
        }
        for (const StepField& field : row.cells) CHECK(changed_by_itself(scenario, field) == "");
      }
    }
  }
}

TEST_CASE("after any edits what is written loads as what is shown, and undo leads back to what was opened") {
  std::vector<Scenario> begun;
  for (const char* file : {"dealings.json", "shared.json", "odd.json"}) begun.push_back(program(file));
  begun.push_back(with_steps("[]"));
  begun.push_back(testing::built_in("coffee-shop"));
  CHECK(testing::holds(60, [&] {
    const Scenario& first = begun[*rc::gen::inRange<std::size_t>(0, begun.size())];
    Editor editor(first);
    for (int i = 0; i < 20; ++i) {
      RC_LOG() << editor.edit() << '\n';
      hold_together(editor);
    }
    while (editor.undo()) continue;
    RC_ASSERT(editor.scenario() == first);
  }));
}

}  // namespace interleave::gui
