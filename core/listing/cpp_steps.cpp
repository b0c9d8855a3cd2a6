#include "core/listing/cpp_steps.h"

namespace interleave {

bool returns_at_last(const std::vector<Step>& steps) {
  return !steps.empty() && steps.back().verb() == Verb::give_back;
}

bool ends_at_last_step(const std::vector<Step>& steps) {
  return !steps.empty() && (steps.back().verb() == Verb::give_back || steps.back().verb() == Verb::raise);
}

bool returns_past_finally(const std::vector<Step>& steps) {
  return find_step(steps, [](const Step& step) {
           const auto* const attempt = std::get_if<verb::Try>(&step.action);
           if (attempt == nullptr || !attempt->finally) return false;
           return contains(attempt->steps, Verb::give_back) ||
                  (attempt->except && contains(*attempt->except, Verb::give_back));
         }) != nullptr;
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
