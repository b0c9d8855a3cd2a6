#include "app/gui/model/edit/step_path.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace interleave::gui {

namespace {

enum class LeftOut : std::uint8_t { stays, opens };

// The list at one of the step's keys.
template <class AnyStep>
auto* body_of(AnyStep& step, std::string_view key, LeftOut left_out) {
  using Steps = std::conditional_t<std::is_const_v<AnyStep>, const std::vector<Step>, std::vector<Step>>;
  Steps* found = nullptr;
  for_each_part(step, [&]<class Part>(const Part& part, auto& value) {
    if constexpr (std::same_as<Part, part::Body>) {
      if (part.key == key) found = &value;
    } else if constexpr (std::same_as<Part, part::OptionalBody>) {
      if (part.key != key) return;
      if constexpr (!std::is_const_v<AnyStep>) {
        if (!value && left_out == LeftOut::opens) value.emplace();
      }
      if (value) found = &*value;
    }
  });
  return found;
}

template <class Steps>
Steps* find_list(Steps& steps, const StepPath& path, LeftOut left_out) {
  Steps* list = &steps;
  for (const StepPath::Body& body : path.around) {
    if (body.step >= list->size()) return nullptr;
    list = body_of((*list)[body.step], body.key, left_out);
    if (list == nullptr) return nullptr;
  }
  return list;
}

template <class Steps>
auto* find_at(Steps& steps, const StepPath& path) {
  Steps* list = find_list(steps, path, LeftOut::stays);
  return list != nullptr && path.position < list->size() ? &(*list)[path.position] : nullptr;
}

// The position in the list of `at` where the way to the place goes through that list; null where it does not.
std::size_t* position_beside(StepPath& place, const StepPath& at) {
  const std::size_t depth = at.around.size();
  if (place.around.size() < depth || !std::equal(at.around.begin(), at.around.end(), place.around.begin())) {
    return nullptr;
  }
  return place.around.size() == depth ? &place.position : &place.around[depth].step;
}

void add_places(const std::vector<Step>& steps, StepPath first, std::vector<StepPath>& places) {
  for (first.position = 0; first.position < steps.size(); ++first.position) {
    places.push_back(first);
    for_each_part(steps[first.position], [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::same_as<Part, part::Body>) add_places(value, into(first, part.key), places);
      if constexpr (std::same_as<Part, part::OptionalBody>) {
        if (value) add_places(*value, into(first, part.key), places);
      }
    });
  }
  places.push_back(first);
}

}  // namespace

std::string written(const StepPath& path) {
  std::string text;
  for (const StepPath::Body& body : path.around) text += fmt::format("{}/{}/", body.step + 1, body.key);
  return text + fmt::format("{}", path.position + 1);
}

std::optional<StepPath> read_step_path(std::string_view text) {
  StepPath path;
  while (true) {
    const std::string_view number = text.substr(0, text.find('/'));
    std::size_t position = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), position);
    if (error != std::errc{} || end != number.data() + number.size() || position == 0) return std::nullopt;
    if (number.size() == text.size()) {
      path.position = position - 1;
      return path;
    }
    text.remove_prefix(number.size() + 1);
    const std::size_t slash = text.find('/');
    if (slash == 0 || slash == std::string_view::npos) return std::nullopt;
    path.around.push_back({position - 1, std::string(text.substr(0, slash))});
    text.remove_prefix(slash + 1);
  }
}

StepPath into(const StepPath& step, std::string_view body) {
  StepPath inner{step.around, 0};
  inner.around.push_back({step.position, std::string(body)});
  return inner;
}

StepPath step_around(const StepPath& path) {
  StepPath outer{path.around, path.around.back().step};
  outer.around.pop_back();
  return outer;
}

bool is_within(const StepPath& place, const StepPath& step) {
  StepPath copy = place;
  const std::size_t* const beside = position_beside(copy, step);
  return beside != nullptr && place.around.size() > step.around.size() && *beside == step.position;
}

StepPath after_insertion(StepPath place, const StepPath& at) {
  std::size_t* const beside = position_beside(place, at);
  if (beside != nullptr && *beside >= at.position) ++*beside;
  return place;
}

StepPath after_removal(StepPath place, const StepPath& at) {
  if (is_within(place, at)) return at;
  std::size_t* const beside = position_beside(place, at);
  if (beside != nullptr && *beside > at.position) --*beside;
  return place;
}

const std::vector<Step>& steps_of(const Scenario& scenario, std::size_t task) {
  const Task& of = scenario.tasks[task];
  return of.function ? scenario.functions[*of.function].steps : of.steps;
}

std::vector<Step>& steps_of(Scenario& scenario, std::size_t task) {
  Task& of = scenario.tasks[task];
  return of.function ? scenario.functions[*of.function].steps : of.steps;
}

std::size_t callers_of(const Scenario& scenario, std::size_t task) {
  const auto function = scenario.tasks[task].function;
  if (!function) return 0;
  return static_cast<std::size_t>(std::count_if(scenario.tasks.begin(), scenario.tasks.end(),
                                                [&](const Task& any) { return any.function == function; }));
}

const std::vector<Step>* list_at(const std::vector<Step>& steps, const StepPath& path) {
  return find_list(steps, path, LeftOut::stays);
}
std::vector<Step>* list_at(std::vector<Step>& steps, const StepPath& path) {
  return find_list(steps, path, LeftOut::stays);
}
std::vector<Step>* open_list_at(std::vector<Step>& steps, const StepPath& path) {
  return find_list(steps, path, LeftOut::opens);
}

const Step* step_at(const std::vector<Step>& steps, const StepPath& path) { return find_at(steps, path); }
Step* step_at(std::vector<Step>& steps, const StepPath& path) { return find_at(steps, path); }

bool is_place(const std::vector<Step>& steps, const StepPath& path) {
  if (const auto* const list = list_at(steps, path)) return path.position <= list->size();
  if (path.around.empty() || path.position > 0) return false;
  const Step* const around = step_at(steps, step_around(path));
  bool has_body = false;
  if (around != nullptr) {
    for_each_part(*around, [&]<class Part>(const Part& part, const auto&) {
      if constexpr (std::same_as<Part, part::OptionalBody>) has_body = has_body || part.key == path.around.back().key;
    });
  }
  return has_body;
}

std::vector<StepPath> places_in(const std::vector<Step>& steps) {
  std::vector<StepPath> places;
  add_places(steps, {}, places);
  return places;
}

}  // namespace interleave::gui
