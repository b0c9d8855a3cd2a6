#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/base/shared_object.h"
#include "core/listing/identifiers.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Something that tasks share, as the program has it.
struct ListedObject {
  SharedObject what;
  std::string identifier;
};

// How a step uses an object of that kind.
SharedUse use_of(ObjectKind kind);

// The name that a step uses, or null where a parameter tells it.
const std::string* fixed_name(const SharedName& name);

// All that the tasks of a scenario share, and the locks of functions that nobody calls. Variables, locks (semaphores
// among them) and queues may have the same name.
class ListedObjects {
 public:
  // The scope has the names of the program's functions already, which are left alone.
  ListedObjects(const Scenario& scenario, IdentifierScope& scope);

  const std::vector<ListedObject>& all() const { return objects_; }
  bool has(ObjectKind kind) const;
  const ListedObject& find(SharedUse use, const std::string& name) const;

  // Whether a function tells by a parameter what it uses so: then the program looks all of that up in a table.
  bool has_table(SharedUse use) const { return tables_[static_cast<std::size_t>(use)]; }

  // Whether tasks wait for what others have: for locks or semaphores, or for queues.
  bool has_locks() const { return has(ObjectKind::lock) || has(ObjectKind::semaphore) || has_table(SharedUse::lock); }
  bool has_queues() const { return has(ObjectKind::queue) || has_table(SharedUse::queue); }

 private:
  void add(const SharedObject& object);

  std::vector<ListedObject> objects_;
  std::array<std::map<std::string, std::size_t>, 3> positions_;  // by use
  std::array<bool, 3> tables_{};
};

// Shows every use of something shared: visit(use, name).
void for_each_use(const std::vector<Step>& steps, const std::function<void(SharedUse, const SharedName&)>& visit);

}  // namespace interleave
