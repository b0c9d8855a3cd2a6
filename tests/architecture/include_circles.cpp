#include "tests/architecture/include_circles.h"

#include <algorithm>

#include "tests/architecture/include_rule.h"

namespace interleave::architecture {
namespace {

// Strongly connected components (Tarjan: "Depth-first search and linear graph algorithms", 1972).
class CircleFinder {
 public:
  explicit CircleFinder(const UnitIncludes& units) : units_(units) {}

  std::vector<std::vector<std::string>> find() {
    for (const auto& [unit, includes] : units_) {
      if (!marks_.contains(unit)) visit(unit);
    }
    return std::move(circles_);
  }

 private:
  struct Mark {
    std::size_t number = 0;
    std::size_t lowest = 0;  // the lowest number on the stack that can be reached from here
    bool on_stack = true;
  };

  Mark visit(const std::string& unit) {
    Mark& mark = marks_[unit];
    mark.number = mark.lowest = marks_.size();
    stack_.push_back(unit);
    if (const auto found = units_.find(unit); found != units_.end()) {
      for (const std::string& next : found->second) {
        const auto known = marks_.find(next);
        if (known == marks_.end()) {
          mark.lowest = std::min(mark.lowest, visit(next).lowest);
        } else if (known->second.on_stack) {
          mark.lowest = std::min(mark.lowest, known->second.number);
        }
      }
    }
    if (mark.lowest == mark.number) take_knot(unit);
    return mark;
  }

  // What lies on the stack from `unit` on.
  void take_knot(const std::string& unit) {
    const auto begin = std::ranges::find(stack_, unit);
    std::vector<std::string> knot(begin, stack_.end());
    stack_.erase(begin, stack_.end());
    for (const std::string& member : knot) marks_[member].on_stack = false;
    std::ranges::sort(knot);
    if (knot.size() > 1) circles_.push_back(std::move(knot));
  }

  const UnitIncludes& units_;
  std::map<std::string, Mark> marks_;
  std::vector<std::string> stack_;
  std::vector<std::vector<std::string>> circles_;
};

}  // namespace

std::string unit_of(std::string_view path) { return std::string(path.substr(0, path.rfind('.'))); }

void add_includes(UnitIncludes& units, std::string_view path, std::string_view text) {
  const std::string unit = unit_of(path);
  std::set<std::string>& includes = units[unit];
  for (const std::string& target : own_includes(text)) includes.insert(unit_of(target));
  includes.erase(unit);
}

std::vector<std::vector<std::string>> include_circles(const UnitIncludes& units) { return CircleFinder(units).find(); }

}  // namespace interleave::architecture
