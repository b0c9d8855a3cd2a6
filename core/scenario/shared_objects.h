#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/shared_object.h"
#include "core/scenario/scenario.h"

namespace interleave {

// All that the tasks of a scenario share: its variables, semaphores and queues in the order of the file, then its
// locks, which are declared by being used, in the order in which tasks name them.
class SharedObjects {
 public:
  explicit SharedObjects(const Scenario& scenario);

  const std::vector<SharedObject>& all() const { return objects_; }

  // What the name means where it is used so; none where no task says it.
  ObjectId find(SharedUse use, const std::string& name) const;

 private:
  void add(SharedUse use, ObjectKind kind, const std::vector<Declaration>& declarations);
  void add_locks(const Task& task, const std::vector<Step>& steps);
  const std::string& text_of(const SharedName& name, const Task& task) const;

  const Scenario& scenario_;
  std::vector<SharedObject> objects_;
  std::array<std::map<std::string, ObjectId>, 3> ids_;  // by use
};

}  // namespace interleave
