#include "core/execution/compiler.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/execution/scope.h"
#include "core/scenario/text_template.h"

namespace interleave {
namespace {

ArgumentUse argument_use(SharedUse use) {
  switch (use) {
    case SharedUse::variable:
      return ArgumentUse::variable;
    case SharedUse::lock:
      return ArgumentUse::lock;
    case SharedUse::queue:
      break;
  }
  return ArgumentUse::queue;
}

bool is_of_caller(Operand::Kind kind) { return kind == Operand::Kind::argument || kind == Operand::Kind::literal; }

class Compiler {
 public:
  explicit Compiler(const KnownNames& names)
      : objects_(names.objects), tasks_(names.tasks), functions_(names.functions), number_of_(names.number_of) {
    for (std::size_t at = 0; at < names.parameters.size(); ++at) {
      scope_.parameters.push_back({names.parameters[at], {Meaning::Kind::argument, at}});
    }
  }

  Code compile(const std::vector<Step>& steps) && {
    add(steps);
    code_.instructions.emplace_back();
    code_.layout.arguments = code_.arguments.size();
    return std::move(code_);
  }

 private:
  void add(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      std::visit([&](const auto& action) { add(step.id, action); }, step.action);
    }
  }

  // The steps of a decision.
  void add_decided(const std::vector<Step>& steps) {
    code_.decisions = std::max<std::size_t>(code_.decisions, ++decisions_);
    add(steps);
    --decisions_;
  }

  // A verb that is one instruction.
  template <class OneAction>
  void add(StepId step, const OneAction& action) {
    static_assert(!has_body<OneAction>(), "a verb with a body is compiled by a function of its own");
    Instruction instruction{
        .op = Op::perform, .verb = OneAction::kVerb, .decisions = decisions_, .step = step, .counter = kNoFormula};
    code_.reads_shared = code_.reads_shared || OneAction::kVerb == Verb::read;
    for_each_part(action, [&](const auto& part, const auto& value) { set(instruction, part, value); });
    code_.instructions.push_back(instruction);
  }

  void set(Instruction& instruction, const part::Text& /*text*/, const std::string& value) {
    instruction.target = static_cast<std::uint32_t>(code_.texts.size());
    code_.texts.push_back(parts_of(value));
  }

  void set(Instruction& instruction, const part::Seconds& /*seconds*/, const Quantity& value) {
    instruction.operand = duration_of(value);
  }

  void set(Instruction& instruction, const part::OtherTask& /*task*/, const std::string& value) {
    instruction.target = static_cast<std::uint32_t>(index(tasks_.at(value)));
  }

  void set(Instruction& instruction, const part::Timeout& /*timeout*/, const std::optional<Quantity>& value) {
    if (value) instruction.timeout = timeout_of(*value);
  }

  void set(Instruction& instruction, const part::Shared& shared, const SharedName& value) {
    instruction.op = Op::perform_on_shared;
    instruction.operand = operand_of(shared, value);
  }

  void set(Instruction& instruction, const part::Made& /*made*/, const Expression& value) {
    instruction.counter = formula_of(value);
  }

  void set(Instruction& instruction, const part::Own& /*own*/, const std::string& name) {
    instruction.target = own_of(name);
  }

  void add(StepId step, const verb::Repeat& repeat) {
    const Operand times = count_of(repeat.times);
    const auto counter = static_cast<std::uint32_t>(indexes_.size());
    const std::size_t head = code_.instructions.size();
    code_.instructions.push_back({Op::repeat, verb::Repeat::kVerb, decisions_, step, 0, counter, times});
    indexes_.push_back(repeat.index);
    code_.layout.counters = std::max(code_.layout.counters, indexes_.size());
    add(repeat.steps);
    indexes_.pop_back();
    code_.instructions.push_back(
        {Op::again, verb::Repeat::kVerb, decisions_, step, static_cast<std::uint32_t>(head + 1), counter, times});
    code_.instructions[head].target = static_cast<std::uint32_t>(code_.instructions.size());
  }

  void add(StepId step, const verb::Set& set) {
    const std::uint32_t formula = formula_of(set.value);
    code_.instructions.push_back({Op::assign, verb::Set::kVerb, decisions_, step, own_of(set.name), formula, {}});
  }

  void add(StepId step, const verb::Branch& branch) {
    const std::size_t head = add_check(step, verb::Branch::kVerb, branch.condition);
    add_decided(branch.steps);
    if (branch.otherwise.empty()) return lead_here(head);
    const std::size_t end_of_steps = add_jump(step, verb::Branch::kVerb, 0);
    lead_here(head);
    add_decided(branch.otherwise);
    lead_here(end_of_steps);
  }

  void add(StepId step, const verb::Loop& loop) {
    code_.may_go_on_for_ever = true;
    const std::size_t head = add_check(step, verb::Loop::kVerb, loop.condition);
    add_decided(loop.steps);
    add_jump(step, verb::Loop::kVerb, head);
    lead_here(head);
  }

  void add(StepId step, const verb::Lock& lock) {
    const Operand object = operand_of(part::Shared{{}, SharedUse::lock}, lock.lock);
    code_.instructions.push_back({Op::perform_on_shared, verb::Lock::kVerb, decisions_, step, 0, kNoFormula, object});
    const auto depth = static_cast<std::uint32_t>(depth_++);
    code_.clean_ups = std::max(code_.clean_ups, depth_);
    GuardedRegion region{.begin = here(), .depth = depth};
    add(lock.steps);
    region.end = here();
    code_.instructions.push_back({Op::begin_clean_up, verb::Lock::kVerb, decisions_, step, 0, depth, {}});
    region.way = here();
    code_.instructions.push_back(
        {Op::perform_on_shared, verb::Release::kVerb, decisions_, step, 0, kNoFormula, object});
    code_.instructions.push_back({Op::end_clean_up, verb::Lock::kVerb, decisions_, step, 0, depth, {}});
    code_.guarded.push_back(region);
    --depth_;
  }

  void add(StepId step, const verb::Await& await) {
    Instruction instruction{
        .op = Op::perform, .verb = verb::Await::kVerb, .decisions = decisions_, .step = step, .counter = kNoFormula};
    instruction.target = awaited_of(await.tasks, await.into);
    if (await.timeout) instruction.timeout = timeout_of(*await.timeout);
    code_.instructions.push_back(instruction);
  }

  void add(StepId step, const verb::AsCompleted& each) {
    const auto counter = static_cast<std::uint32_t>(indexes_.size());
    const std::uint32_t awaited = awaited_of(each.tasks, {{each.into}, false});
    const Operand counted{Operand::Kind::literal, counter};
    code_.instructions.push_back({Op::begin_each, verb::AsCompleted::kVerb, decisions_, step, awaited,
                                  static_cast<std::uint32_t>(eaches_++), counted});
    code_.eaches = std::max(code_.eaches, eaches_);
    const std::size_t head = here();
    code_.instructions.push_back({Op::next_of_each, verb::AsCompleted::kVerb, decisions_, step, awaited, counter, {}});
    indexes_.emplace_back();
    code_.layout.counters = std::max(code_.layout.counters, indexes_.size());
    add(each.steps);
    indexes_.pop_back();
    --eaches_;
    add_jump(step, verb::AsCompleted::kVerb, head);
    code_.instructions[head].operand = {Operand::Kind::literal, here()};
  }

  // In a called function the value is kept for the end of the call, past all that is to be cleaned up.
  void add(StepId step, const verb::Return& end) {
    if (scope_.result) {
      code_.instructions.push_back(
          {Op::assign, verb::Set::kVerb, decisions_, step, *scope_.result, formula_of(end.value), {}});
      code_.instructions.push_back(
          {Op::give_back, verb::Return::kVerb, decisions_, step, 0, formula_of_own(*scope_.result), {}});
      return;
    }
    code_.instructions.push_back({Op::give_back, verb::Return::kVerb, decisions_, step, 0, formula_of(end.value), {}});
  }

  // The function's steps, in which other names are known.
  void add(StepId step, const verb::Call& call) {
    std::size_t forgotten = 0;
    if (call.forget) {
      const auto text = static_cast<std::uint32_t>(code_.texts.size());
      code_.texts.push_back({{PrintPart::Kind::characters, never_awaited(call.function), 0}});
      code_.instructions.push_back({Op::perform, verb::Call::kVerb, decisions_, step, text, kNoFormula, {}});
      forgotten = add_jump(step, verb::Call::kVerb, 0);
    }
    Scope scope{.first_index = indexes_.size()};
    for (const PassedArgument& passed : call.arguments) {
      scope.parameters.push_back({passed.parameter, meaning(passed.value)});
    }
    if (!call.into.names.empty()) scope.result = take_slot();
    if (scope.result) add_assignment(step, *scope.result, formula_of_none());
    std::swap(scope_, scope);
    GuardedRegion region{.begin = here(), .kind = GuardedRegion::Kind::takes_return};
    add(functions_.at(call.function)->steps);
    region.end = region.way = here();
    code_.guarded.push_back(region);
    std::swap(scope_, scope);
    for (const auto& [name, slot] : scope.owns) free_slots_.push_back(slot);
    if (scope.result) {
      add_assignment(step, own_of(call.into.names.front()), formula_of_own(*scope.result));
      free_slots_.push_back(*scope.result);
    }
    if (call.forget) lead_here(forgotten);
  }

  void add_assignment(StepId step, std::uint32_t slot, std::uint32_t formula) {
    code_.instructions.push_back({Op::assign, verb::Set::kVerb, decisions_, step, slot, formula, {}});
  }

  void add(StepId step, const verb::Try& attempt) {
    const auto depth = static_cast<std::uint32_t>(depth_);
    if (attempt.finally) code_.clean_ups = std::max(code_.clean_ups, ++depth_);
    GuardedRegion whole{.begin = here(), .depth = depth};
    GuardedRegion tried{.begin = here(), .kind = GuardedRegion::Kind::takes_failure};
    add(attempt.steps);
    tried.end = here();
    if (attempt.except) {
      const std::size_t end_of_steps = add_jump(step, verb::Try::kVerb, 0);
      tried.way = here();
      add(*attempt.except);
      lead_here(end_of_steps);
      code_.guarded.push_back(tried);
    }
    if (!attempt.finally) return;
    whole.end = here();
    --depth_;
    code_.instructions.push_back({Op::begin_clean_up, verb::Try::kVerb, decisions_, step, 0, depth, {}});
    whole.way = here();
    ++depth_;  // what stands in it must not take the place of the reason that it is done for
    add(*attempt.finally);
    --depth_;
    code_.instructions.push_back({Op::end_clean_up, verb::Try::kVerb, decisions_, step, 0, depth, {}});
    code_.guarded.push_back(whole);
  }

  std::size_t add_check(StepId step, Verb verb, const Expression& condition) {
    code_.instructions.push_back({Op::pass_unless, verb, decisions_, step, 0, formula_of(condition), {}});
    return code_.instructions.size() - 1;
  }

  std::size_t add_jump(StepId step, Verb verb, std::size_t target) {
    code_.instructions.push_back({Op::jump, verb, decisions_, step, static_cast<std::uint32_t>(target), 0, {}});
    return code_.instructions.size() - 1;
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(code_.instructions.size()); }
  void lead_here(std::size_t instruction) { code_.instructions[instruction].target = here(); }

  std::uint32_t awaited_of(const OneOrMore& tasks, const OneOrMore& into) {
    AwaitedTasks awaited{.is_list = tasks.is_list};
    for (const std::string& name : tasks.names) awaited.tasks.push_back(tasks_.at(name));
    for (const std::string& name : into.names) awaited.into.push_back(own_of(name));
    code_.awaited.push_back(std::move(awaited));
    return static_cast<std::uint32_t>(code_.awaited.size() - 1);
  }

  std::uint32_t timeout_of(const Quantity& seconds) {
    code_.timeouts.push_back(duration_of(seconds));
    return static_cast<std::uint32_t>(code_.timeouts.size() - 1);
  }

  Operand duration_of(const Quantity& value) {
    const auto* const number = std::get_if<Number>(&value);
    if (number == nullptr) return operand_of(std::get<Placeholder>(value).name, ArgumentUse::duration);
    return {Operand::Kind::literal, number->duration.value_or(Duration::zero()).count()};
  }

  Operand count_of(const Quantity& times) {
    if (const auto* number = std::get_if<Number>(&times)) return {Operand::Kind::literal, number->integer.value_or(0)};
    return operand_of(std::get<Placeholder>(times).name, ArgumentUse::integer);
  }

  Operand operand_of(const part::Shared& shared, const SharedName& value) {
    if (const auto* const name = std::get_if<std::string>(&value)) {
      return {Operand::Kind::literal, static_cast<std::int64_t>(index(objects_.find(shared.use, *name)))};
    }
    return operand_of(std::get<Placeholder>(value).name, argument_use(shared.use));
  }

  Operand operand_of(std::string_view name, ArgumentUse use) {
    const Meaning meant = find(name);
    const auto position = static_cast<std::int64_t>(meant.position);
    if (meant.kind == Meaning::Kind::counter) return {Operand::Kind::counter, position};
    if (meant.kind == Meaning::Kind::own) return {Operand::Kind::own, position};
    if (meant.kind == Meaning::Kind::passed) return {Operand::Kind::literal, number_of_(meant.passed, use)};
    std::vector<UsedArgument>& arguments = code_.arguments;
    const UsedArgument argument{meant.position, use};
    const auto used = std::find(arguments.begin(), arguments.end(), argument) - arguments.begin();
    if (static_cast<std::size_t>(used) == arguments.size()) arguments.push_back(argument);
    return {Operand::Kind::argument, used};
  }

  std::uint32_t formula_of(const Expression& expression) {
    Formula formula{.nodes = {}, .text = expression.text};
    for (const Expression::Node& node : expression.nodes) {
      const bool is_name = node.kind == Expression::Kind::name || node.kind == Expression::Kind::placeholder;
      const bool is_passed_on = node.kind == Expression::Kind::placeholder;
      const Operand operand = is_name ? operand_of(node.name, is_passed_on ? ArgumentUse::value : ArgumentUse::integer)
                                      : Operand{Operand::Kind::literal, node.number};
      if (is_passed_on && is_of_caller(operand.kind)) {
        formula.kind = operand_of(node.name, ArgumentUse::kind);
      }
      formula.nodes.push_back({node.kind, operand, node.left, node.right});
    }
    code_.formulas.push_back(std::move(formula));
    return static_cast<std::uint32_t>(code_.formulas.size() - 1);
  }

  // A value that is none.
  std::uint32_t formula_of_none() {
    return add_formula({Operand::Kind::literal, 0}, {Operand::Kind::literal, static_cast<int>(Value::Kind::none)});
  }
  std::uint32_t formula_of_own(std::uint32_t slot) { return add_formula({Operand::Kind::own, slot}, {}); }
  std::uint32_t add_formula(const Operand& operand, const Operand& kind) {
    code_.formulas.push_back({.nodes = {{Expression::Kind::placeholder, operand}}, .kind = kind, .text = ""});
    return static_cast<std::uint32_t>(code_.formulas.size() - 1);
  }

  std::uint32_t own_of(const std::string& name) {
    const auto found =
        std::find_if(scope_.owns.begin(), scope_.owns.end(), [&](const auto& own) { return own.first == name; });
    if (found != scope_.owns.end()) return found->second;
    return scope_.owns.emplace_back(name, take_slot()).second;
  }

  // A place for one of the task's own values, of those that calls before have left first.
  std::uint32_t take_slot() {
    if (free_slots_.empty()) return static_cast<std::uint32_t>(code_.layout.owns++);
    const std::uint32_t slot = free_slots_.back();
    free_slots_.pop_back();
    return slot;
  }

  Meaning find(std::string_view name) const { return scope_.find(name, indexes_); }

  Meaning meaning(const PassedValue& value) const {
    const auto* const name = std::get_if<Placeholder>(&value);
    if (name != nullptr) return find(name->name);
    const auto* const number = std::get_if<Number>(&value);
    return {Meaning::Kind::passed, 0, number != nullptr ? Argument(*number) : Argument(std::get<std::string>(value))};
  }

  std::vector<PrintPart> parts_of(std::string_view text) const {
    std::vector<PrintPart> parts;
    // The loader has found nothing wrong with it.
    std::vector<TextPiece> pieces = parse_template(text).value();
    for (TextPiece& piece : pieces) {
      parts.push_back(piece.is_placeholder ? placeholder(piece.text)
                                           : PrintPart{PrintPart::Kind::characters, std::move(piece.text), 0});
    }
    return parts;
  }

  PrintPart placeholder(std::string_view name) const {
    if (name == "task") return {PrintPart::Kind::task_name, {}, 0};
    const Meaning meant = find(name);
    switch (meant.kind) {
      case Meaning::Kind::counter:
        return {PrintPart::Kind::counter, {}, meant.position};
      case Meaning::Kind::own:
        return {PrintPart::Kind::own, {}, meant.position};
      case Meaning::Kind::passed:
        return {PrintPart::Kind::characters, as_written(meant.passed), 0};
      case Meaning::Kind::argument:
        break;
    }
    return {PrintPart::Kind::argument, {}, meant.position};
  }

  const SharedObjects& objects_;
  const TaskNames& tasks_;
  const FunctionNames& functions_;
  const std::function<std::int64_t(const Argument&, ArgumentUse)>& number_of_;
  Scope scope_;                            // of the function whose steps are being compiled
  std::vector<std::uint32_t> free_slots_;  // of the task's own values that nobody knows any more
  std::size_t eaches_ = 0;                 // loops over tasks as they end, around
  std::uint8_t decisions_ = 0;             // around
  std::size_t depth_ = 0;                  // of guarded regions
  std::vector<std::string> indexes_;       // of the loops that count around, outermost first
  Code code_;
};

}  // namespace

Code compile(const std::vector<Step>& steps, const KnownNames& names) { return Compiler(names).compile(steps); }

}  // namespace interleave
