#include "app/gui/model/input/acts.h"

#include <cassert>
#include <unordered_map>

#include "app/gui/model/input/acts/rows.h"

namespace interleave::gui {

const std::vector<Act>& acts() {
  static const std::vector<Act> all = [] {
    std::vector<Act> rows;
    for (auto* add : {add_run_acts, add_view_acts, add_look_acts, add_code_acts, add_edit_acts, add_file_acts,
                      add_export_acts, add_window_acts}) {
      add(rows);
    }
    return rows;
  }();
  return all;
}

const Act& act(ActId id) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Act*> all;
    for (const Act& act : acts()) all.emplace(act.id.name(), &act);
    return all;
  }();
  const auto found = by_name.find(id.name());
  assert(found != by_name.end());
  return *found->second;
}

}  // namespace interleave::gui
