#include "core/listing/cpp_steps.h"

namespace interleave {

bool returns_at_last(const std::vector<Step>& steps) {
  return !steps.empty() && steps.back().verb() == Verb::give_back;
}

bool ends_at_last_step(const std::vector<Step>& steps) {
  return !steps.empty() && (steps.back().verb() == Verb::give_back || steps.back().verb() == Verb::raise);
}

bool awaits(const std::vector<Step>& steps) {
  return find_step(steps, [](const Step& step) {
           switch (step.verb()) {
             case Verb::sleep:
             case Verb::lock:
             case Verb::acquire:
             case Verb::put:
             case Verb::get:
             case Verb::await:
             case Verb::as_completed:
             case Verb::call:
               return true;
             default:
               return false;
           }
         }) != nullptr;
}

}  // namespace interleave
