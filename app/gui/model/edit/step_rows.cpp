#include "app/gui/model/edit/step_rows.h"

#include <algorithm>

#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_edits.h"

namespace interleave::gui {

namespace {

template <class Part>
constexpr bool kHasSteps = std::is_same_v<Part, part::Body> || std::is_same_v<Part, part::OptionalBody>;

template <class Part>
constexpr bool kMayBeLeftOut =
    std::is_same_v<Part, part::Index> || std::is_same_v<Part, part::Owns> || std::is_same_v<Part, part::Timeout> ||
    std::is_same_v<Part, part::Arguments> || std::is_same_v<Part, part::Flag>;

class Rows {
 public:
  Rows(const Scenario& scenario, std::size_t task, const std::optional<StepPath>& open)
      : scenario_(scenario), task_(task), open_(open) {}

  std::vector<StepRow> list() {
    if (scenario_.tasks[task_].function) {
      add(StepRowKind::function, 0, "function", {field({.kind = CellKind::function_name, .task = task_})});
      rows_.back().cells.push_back(field({.kind = CellKind::parameters, .task = task_}, "takes"));
    }
    add_list(steps_of(scenario_, task_), {});
    add_shared(ObjectKind::variable, "begins at");
    add_shared(ObjectKind::semaphore, "permits");
    add_shared(ObjectKind::queue, "room for");
    return std::move(rows_);
  }

 private:
  StepField field(Cell cell, std::string label = "") const {
    auto text = typed_step_text(scenario_, cell);
    return {std::move(cell), std::move(label), std::move(text).value_or("")};
  }

  void add(StepRowKind kind, std::size_t depth, std::string_view word, std::vector<StepField> cells) {
    rows_.push_back({kind, depth, std::string(word), std::move(cells)});
  }

  void add_place(StepRowKind kind, const StepPath& place) {
    add(kind, place.around.size(), "", {field(place_cell(task_, place))});
  }

  void add_list(const std::vector<Step>& steps, StepPath at) {
    for (at.position = 0; at.position < steps.size(); ++at.position) {
      if (open_ == at) add_place(StepRowKind::place, at);
      add_step(steps[at.position], at);
    }
    if (open_ == at || steps.empty()) add_place(steps.empty() ? StepRowKind::nothing : StepRowKind::place, at);
  }

  void add_step(const Step& step, const StepPath& at) {
    add(StepRowKind::step, at.around.size(), "", {field(step_cell(task_, at, kVerbKey))});
    StepRow& row = rows_.back();
    for_each_part(step, [&]<class Part>(const Part& part, const auto&) {
      if constexpr (kHasSteps<Part>) return;
      const bool beside_verb = part.key == name(step.verb());
      StepField made = field(step_cell(task_, at, part.key), beside_verb ? "" : std::string(part.key));
      made.left_out = kMayBeLeftOut<Part> && made.text.empty();
      row.cells.push_back(std::move(made));
    });
    bool is_first = true;
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (kHasSteps<Part>) add_body(part.key, body_of(value), into(at, part.key), is_first);
      if constexpr (kHasSteps<Part>) is_first = false;
    });
  }

  static const std::vector<Step>* body_of(const std::vector<Step>& body) { return &body; }
  static const std::vector<Step>* body_of(const std::optional<std::vector<Step>>& body) {
    return body ? &*body : nullptr;
  }

  // The first body stands below its step; each other one below a row of its own.
  void add_body(std::string_view key, const std::vector<Step>* steps, const StepPath& first, bool is_first) {
    if (is_first) return add_list(*steps, first);
    add(StepRowKind::body, first.around.size() - 1, key, {field(place_cell(task_, first))});
    rows_.back().is_there = steps != nullptr;
    if (steps == nullptr || steps->empty()) return;
    const bool opens_here = open_ == first;  // the row above is the place
    const auto open = opens_here ? std::exchange(open_, std::nullopt) : std::nullopt;
    add_list(*steps, first);
    if (opens_here) open_ = open;
  }

  void add_shared(ObjectKind kind, std::string_view label) {
    for (std::size_t i = 0; i < declared(scenario_, kind)->size(); ++i) {
      add(StepRowKind::shared, 0, noun(kind), {field(shared_cell(CellKind::shared_name, kind, i))});
      rows_.back().cells.push_back(field(shared_cell(CellKind::shared_number, kind, i), std::string(label)));
    }
  }

  const Scenario& scenario_;
  std::size_t task_;
  std::optional<StepPath> open_;
  std::vector<StepRow> rows_;
};

bool is_typed_into(const StepRow& row, std::size_t column) {
  if (row.kind == StepRowKind::step) return column > 0;
  return row.kind == StepRowKind::function || row.kind == StepRowKind::shared;
}

}  // namespace

std::vector<StepRow> step_rows(const Scenario& scenario, std::size_t task, const std::optional<StepPath>& open) {
  return Rows(scenario, task, open).list();
}

std::optional<std::size_t> row_of(const std::vector<StepRow>& rows, const Cell& cell) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const StepRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const StepField& field) { return field.cell == cell; });
  });
  return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

std::optional<Cell> step_cell_after(const Scenario& scenario, const Cell& cell, int by) {
  const auto open = cell.kind == CellKind::place ? std::optional(cell.path) : std::nullopt;
  std::vector<Cell> cells;
  std::size_t here = 0;
  bool passed = false;
  for (const StepRow& row : step_rows(scenario, cell.task, open)) {
    const bool is_here =
        std::any_of(row.cells.begin(), row.cells.end(), [&](const StepField& field) { return field.cell == cell; });
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const StepField& field = row.cells[column];
      passed = passed || field.cell == cell;
      const bool counts =
          is_typed_into(row, column) && (is_here || !field.left_out) && (is_of_task(cell) || !is_of_task(field.cell));
      if (field.cell == cell) {
        here = cells.size();
        cells.push_back(field.cell);
      } else if (counts) {
        cells.push_back(field.cell);
      }
    }
  }
  const auto next = static_cast<std::ptrdiff_t>(here) + by;
  if (!passed || next < 0 || next >= static_cast<std::ptrdiff_t>(cells.size())) return std::nullopt;
  return cells[static_cast<std::size_t>(next)];
}

Cell step_cell_beside(const Scenario& scenario, std::size_t task, const Cell& cell, int columns, int rows) {
  const std::vector<StepRow> all = step_rows(scenario, task);
  const auto here = row_of(all, cell);
  if (!here) return all.front().cells.front().cell;
  const auto& cells = all[*here].cells;
  const auto column = std::find_if(cells.begin(), cells.end(), [&](const StepField& one) { return one.cell == cell; });
  const auto clamped = [](std::ptrdiff_t at, std::size_t size) {
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, static_cast<std::ptrdiff_t>(size) - 1));
  };
  const StepRow& row = all[clamped(static_cast<std::ptrdiff_t>(*here) + rows, all.size())];
  return row.cells[clamped(column - cells.begin() + columns, row.cells.size())].cell;
}

Cell nearest_step_cell(const Scenario& scenario, std::size_t task, const Cell& cell) {
  const std::vector<Step>& steps = steps_of(scenario, task);
  StepPath path = cell.path;
  bool is_left = !is_of_task(cell);
  while (!is_left) {
    if (cell.kind != CellKind::place || path != cell.path) {
      if (step_at(steps, path) != nullptr) return step_cell(task, path, kVerbKey);
    }
    const auto* const list = list_at(steps, path);
    if (list != nullptr && path.position > 0 && !list->empty()) {
      path.position = std::min(path.position, list->size()) - 1;
    } else if (!path.around.empty()) {
      path = step_around(path);
    } else {
      is_left = true;
    }
  }
  return step_rows(scenario, task).front().cells.front().cell;
}

StepPath place_below(const Scenario& scenario, std::size_t task, const Cell& cell) {
  if (cell.kind == CellKind::place) return cell.path;
  const std::vector<Step>& steps = steps_of(scenario, task);
  if (cell.kind != CellKind::step) return {{}, cell.kind == CellKind::function_name ? 0 : steps.size()};
  const Step* const step = step_at(steps, cell.path);
  StepPath place = cell.path;
  ++place.position;
  if (step == nullptr) return place;
  bool is_first = true;
  for_each_part(*step, [&]<class Part>(const Part& part, const auto& value) {
    if constexpr (std::is_same_v<Part, part::Body>) {
      if (is_first && value.empty()) place = into(cell.path, part.key);
      is_first = false;
    }
  });
  return place;
}

}  // namespace interleave::gui
