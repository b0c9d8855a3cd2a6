#include "core/explore/liveness.h"

#include <algorithm>
#include <cstddef>

namespace interleave {
namespace {

class Liveness {
 public:
  explicit Liveness(const Code& code)
      : code_(code),
        first_own_(code.layout.counters),
        first_decision_(first_own_ + code.layout.owns),
        first_clean_up_(first_decision_ + code.decisions),
        first_each_(first_clean_up_ + code.clean_ups),
        count_(first_each_ + code.eaches),
        live_(code.instructions.size(), std::vector<bool>(count_)) {}

  std::vector<LiveParts> run() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (std::size_t at = code_.instructions.size(); at-- > 0;) changed = update(at) || changed;
    }
    std::vector<LiveParts> all;
    all.reserve(live_.size());
    for (const std::vector<bool>& live : live_) all.push_back(parts(live));
    return all;
  }

 private:
  using Set = std::vector<bool>;

  bool update(std::size_t at) {
    Set live(count_);
    const Instruction& instruction = code_.instructions[at];
    add_successors(live, at, instruction);
    remove_given(live, instruction);
    add_ways_out(live, at);
    add_used(live, at, instruction);
    if (live == live_[at]) return false;
    live_[at] = std::move(live);
    return true;
  }

  void add(Set& live, std::size_t from) const {
    for (std::size_t i = 0; i < count_; ++i) live[i] = live[i] || live_[from][i];
  }

  void add_successors(Set& live, std::size_t at, const Instruction& instruction) const {
    switch (instruction.op) {
      case Op::end:
      case Op::give_back:
        return;
      case Op::jump:
        return add(live, instruction.target);
      case Op::repeat:
      case Op::again:
      case Op::pass_unless:
        add(live, instruction.target);
        break;
      case Op::next_of_each:
        add(live, static_cast<std::size_t>(instruction.operand.value));
        break;
      default:
        break;
    }
    add(live, at + 1);
  }

  void add_ways_out(Set& live, std::size_t at) const {
    for (const GuardedRegion& region : code_.guarded) {
      if (at < region.begin || at >= region.end) continue;
      Set way = live_[region.way];
      if (region.kind == GuardedRegion::Kind::cleans_up) way[first_clean_up_ + region.depth] = false;
      for (std::size_t i = 0; i < count_; ++i) live[i] = live[i] || way[i];
    }
  }

  void remove_given(Set& live, const Instruction& instruction) const {
    switch (instruction.op) {
      case Op::repeat:
        live[instruction.counter] = false;
        break;
      case Op::assign:
        live[first_own_ + instruction.target] = false;
        break;
      case Op::pass_unless:
        if (instruction.decisions < code_.decisions) live[first_decision_ + instruction.decisions] = false;
        break;
      case Op::begin_each:
        live[static_cast<std::size_t>(instruction.operand.value)] = false;
        live[first_each_ + instruction.counter] = false;
        break;
      case Op::begin_clean_up:
        live[first_clean_up_ + instruction.counter] = false;
        break;
      case Op::perform_on_shared:
        if (instruction.verb == Verb::read || instruction.verb == Verb::get)
          live[first_own_ + instruction.target] = false;
        break;
      case Op::perform:
        if (instruction.verb != Verb::await) break;
        for (const std::uint32_t own : code_.awaited[instruction.target].into) live[first_own_ + own] = false;
        break;
      default:
        break;
    }
  }

  void use(Set& live, const Operand& operand) const {
    if (operand.kind == Operand::Kind::counter) live[static_cast<std::size_t>(operand.value)] = true;
    if (operand.kind == Operand::Kind::own) live[first_own_ + static_cast<std::size_t>(operand.value)] = true;
  }

  void add_used(Set& live, std::size_t at, const Instruction& instruction) const {
    const bool has_formula = instruction.op == Op::assign || instruction.op == Op::pass_unless ||
                             instruction.op == Op::give_back ||
                             (instruction.op == Op::perform_on_shared && instruction.counter != kNoFormula);
    if (has_formula) {
      for (const Formula::Node& node : code_.formulas[instruction.counter].nodes) use(live, node.operand);
    }
    if (instruction.timeout != kNoTimeout) use(live, code_.timeouts[instruction.timeout]);
    switch (instruction.op) {
      case Op::again:
        live[instruction.counter] = true;
        [[fallthrough]];
      case Op::repeat:
        use(live, instruction.operand);
        break;
      case Op::next_of_each:
        live[instruction.counter] = true;
        live[first_each_ + code_.instructions[at - 1].counter] = true;
        break;
      case Op::end_clean_up:
        live[first_clean_up_ + instruction.counter] = true;
        break;
      case Op::perform_on_shared:
        use(live, instruction.operand);
        if (instruction.verb != Verb::write) break;
        for (std::size_t i = 0; i < instruction.decisions; ++i) live[first_decision_ + i] = true;
        break;
      case Op::perform:
        use(live, instruction.operand);
        if (has_text(instruction.verb)) add_printed(live, code_.texts[instruction.target]);
        break;
      default:
        break;
    }
  }

  static bool has_text(Verb verb) { return verb == Verb::print || verb == Verb::raise || verb == Verb::call; }

  void add_printed(Set& live, const std::vector<PrintPart>& text) const {
    for (const PrintPart& part : text) {
      if (part.kind == PrintPart::Kind::counter) live[part.position] = true;
      if (part.kind == PrintPart::Kind::own) live[first_own_ + part.position] = true;
    }
  }

  LiveParts parts(const Set& live) const {
    LiveParts parts;
    const auto add_all = [&](std::vector<std::uint32_t>& to, std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) {
        if (live[i]) to.push_back(static_cast<std::uint32_t>(i - first));
      }
    };
    add_all(parts.counters, 0, first_own_);
    add_all(parts.owns, first_own_, first_decision_);
    add_all(parts.decisions, first_decision_, first_clean_up_);
    add_all(parts.clean_ups, first_clean_up_, first_each_);
    add_all(parts.eaches, first_each_, count_);
    return parts;
  }

  const Code& code_;
  const std::size_t first_own_;
  const std::size_t first_decision_;
  const std::size_t first_clean_up_;
  const std::size_t first_each_;
  const std::size_t count_;
  std::vector<Set> live_;
};

}  // namespace

std::vector<LiveParts> live_parts(const Code& code) { return Liveness(code).run(); }

}  // namespace interleave
