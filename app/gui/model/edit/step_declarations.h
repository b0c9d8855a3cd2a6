#pragma once

#include "app/gui/model/edit/scenario_edits.h"
#include "core/base/shared_object.h"

// What a file declares for the sake of its steps: shared variables, semaphores, queues.
namespace interleave::gui {

// The list of such things, in the order of the file; null for locks, which are declared by being used.
const std::vector<Declaration>* declared(const Scenario& scenario, ObjectKind kind);

// Variables and queues that steps name and the file does not declare are declared: as 0, and without bounds.
void declare_what_is_named(Scenario& scenario);

// After a step names something else than before: what was declared for that name alone is what has the new one, or goes
// where it is nothing but its name.
void follow_new_name(Scenario& scenario, SharedUse use, const std::string& before, const std::string& after);

// By their kind and their position in its list.
Edited add_declaration(Scenario scenario, ObjectKind kind);
Edited rename_declaration(Scenario scenario, ObjectKind kind, std::size_t position, std::string_view name);
Edited set_declared_number(Scenario scenario, ObjectKind kind, std::size_t position, std::string_view text);
Edited remove_declaration(Scenario scenario, ObjectKind kind, std::size_t position);

}  // namespace interleave::gui
