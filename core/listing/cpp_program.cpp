#include "core/listing/cpp_program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <utility>

#include "core/listing/cpp_objects.h"
#include "core/listing/cpp_support.h"
#include "core/listing/expression_text.h"
#include "core/listing/listing_writer.h"
#include "core/listing/literals.h"
#include "core/listing/mode_program.h"

namespace interleave {
namespace {

constexpr std::size_t kCppIndent = 2;

std::string_view type_name(ParameterType type) {
  switch (type) {
    case ParameterType::text:
      break;
    case ParameterType::integer:
      return "int";
    case ParameterType::wide_integer:
      return "long long";
    case ParameterType::decimal:
      return "double";
  }
  return "std::string";
}

class CppProgram {
 public:
  explicit CppProgram(const Outline& outline)
      : outline_(outline), is_async_(outline.is_async()), writer_(Language::cpp, kCppIndent) {}

  Listing write() && {
    writer_.line("// " + comment_text(outline_.heading()));
    writer_.support_line("// To compile it: g++ -std=c++20 -pthread FILE.cpp");
    write_cpp_beginning(writer_, outline_);
    write_cpp_objects(writer_, outline_);
    for (const ListedFunction& function : outline_.functions) write_function(function);
    const MainProgram& main = main_program(outline_.mode, outline_.language);
    if (main.write_before_main != nullptr) main.write_before_main(writer_, outline_);
    begin_function("int main()");
    main.write_body(writer_, outline_);
    end_block();
    return std::move(writer_).finish();
  }

 private:
  void begin_function(std::string_view head) {
    writer_.line("");
    writer_.line(fmt::format("{} {{", head));
    writer_.indent();
  }

  void end_block() {
    writer_.outdent();
    writer_.line("}");
  }

  void write_function(const ListedFunction& function) {
    function_ = &function;
    std::vector<std::string> parameters;
    if (function.takes_task) parameters.push_back("std::string " + function.identifiers.at("task"));
    for (std::size_t at = 0; at < function.parameters.size(); ++at) {
      const ParameterForm& form = function.forms[at];
      const std::string& name = function.parameters[at];
      parameters.push_back(fmt::format("{} {}", type_name(form.type), form.is_used ? name : "/*" + name + "*/"));
    }
    begin_function(
        fmt::format("{} {}({})", is_async_ ? "Task" : "void", function.identifier, fmt::join(parameters, ", ")));
    for (const ListedFunction::Own& own : function.owns) {
      writer_.line(fmt::format("{}long long {} = 0;", own.is_read ? "" : "[[maybe_unused]] ", own.identifier));
    }
    unnamed_ = 0;
    guards_ = 0;
    write_steps(*function.steps);
    if (is_async_ && !awaits(*function.steps)) writer_.line("co_return;");
    end_block();
  }

  static bool awaits(const std::vector<Step>& steps) {
    return find_step(steps, [](const Step& step) {
             switch (step.verb()) {
               case Verb::sleep:
               case Verb::lock:
               case Verb::acquire:
               case Verb::put:
               case Verb::get:
                 return true;
               default:
                 return false;
             }
           }) != nullptr;
  }

  void write_steps(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      std::visit([&](const auto& action) { write(step, action); }, step.action);
    }
  }

  void write(const Step& step, const verb::Print& print) {
    writer_.step_line(step, fmt::format("print({});", printed(print.text)));
  }

  void write(const Step& step, const verb::Sleep& sleep) {
    writer_.step_line(step, fmt::format("{}({});", is_async_ ? "co_await sleep_for" : "std::this_thread::sleep_for",
                                        seconds(sleep.seconds)));
  }

  void write(const Step& step, const verb::Block& block) {
    writer_.step_line(step, fmt::format("std::this_thread::sleep_for({});{}", seconds(block.seconds),
                                        is_async_ ? "  // blocks the event loop" : ""));
  }

  void write(const Step& step, const verb::Compute& compute) {
    writer_.step_line(step, fmt::format("compute({});", seconds(compute.seconds)));
  }

  void write(const Step& step, const verb::Repeat& repeat) {
    const auto [times, is_wide_count] = count(repeat.times);
    const bool is_unnamed = repeat.index.empty();
    const bool is_wide = is_wide_count || function_->reckoned_with.contains(repeat.index);
    const std::string& index = is_unnamed ? function_->counters[unnamed_] : function_->identifiers.at(repeat.index);
    writer_.step_line(
        step, fmt::format("for ({1} {0} = 0; {0} < {2}; ++{0}) {{", index, is_wide ? "long long" : "int", times));
    writer_.indent();
    unnamed_ += is_unnamed ? 1 : 0;
    write_steps(repeat.steps);
    unnamed_ -= is_unnamed ? 1 : 0;
    end_block();
  }

  void write(const Step& step, const verb::Set& set) {
    writer_.step_line(step, fmt::format("{} = {};", function_->identifiers.at(set.name), made(set.value)));
  }

  void write(const Step& step, const verb::Branch& branch) {
    writer_.step_line(step, fmt::format("if ({}) {{", made(branch.condition)));
    write_body(branch.steps);
    if (branch.otherwise.empty()) return writer_.line("}");
    writer_.line("} else {");
    write_body(branch.otherwise);
    writer_.line("}");
  }

  void write(const Step& step, const verb::Loop& loop) {
    writer_.step_line(step, fmt::format("while ({}) {{", made(loop.condition)));
    write_body(loop.steps);
    writer_.line("}");
  }

  void write(const Step& step, const verb::Read& read) {
    writer_.step_line(step, fmt::format("{} = {};", function_->identifiers.at(read.into),
                                        object(SharedUse::variable, read.variable)));
  }

  void write(const Step& step, const verb::Write& write) {
    writer_.step_line(step, fmt::format("{} = {};", object(SharedUse::variable, write.variable), made(write.value)));
  }

  void write(const Step& step, const verb::Lock& lock) {
    const std::string held = object(SharedUse::lock, lock.lock);
    const std::string& guard = function_->guards[guards_++];
    writer_.line("{");
    writer_.indent();
    if (is_mutex(outline_, lock.lock)) {
      writer_.step_line(step, fmt::format("const std::lock_guard {}({});", guard, held));
    } else {
      writer_.step_line(step, fmt::format("{}{}.acquire();", awaited(), held));
      writer_.line(fmt::format("const Releasing {}({});", guard, held));
    }
    write_steps(lock.steps);
    end_block();
    --guards_;
  }

  void write(const Step& step, const verb::Acquire& acquire) {
    writer_.step_line(step, fmt::format("{}{}.acquire();", awaited(), object(SharedUse::lock, acquire.lock)));
  }

  void write(const Step& step, const verb::Release& release) {
    writer_.step_line(step, fmt::format("{}.release();", object(SharedUse::lock, release.lock)));
  }

  void write(const Step& step, const verb::Put& put) {
    writer_.step_line(step,
                      fmt::format("{}{}.put({});", awaited(), object(SharedUse::queue, put.queue), made(put.value)));
  }

  void write(const Step& step, const verb::Get& get) {
    writer_.step_line(step, fmt::format("{} = {}{}.get();", function_->identifiers.at(get.into), awaited(),
                                        object(SharedUse::queue, get.queue)));
  }

  std::string_view awaited() const { return is_async_ ? "co_await " : ""; }

  std::string object(SharedUse use, const SharedName& name) const {
    return cpp_object(outline_, *function_, use, name);
  }

  void write_body(const std::vector<Step>& steps) {
    writer_.indent();
    write_steps(steps);
    writer_.outdent();
  }

  std::string made(const Expression& expression) const {
    return expression_text(expression, Language::cpp, [this](const std::string& name) {
      const auto [identifier, form] = function_->local(Placeholder{name});
      if (form.type != ParameterType::text) return identifier;
      return fmt::format("{}({})", form.is_spelled_freely ? "static_cast<long long>(std::stod" : "std::stoll",
                         identifier) +
             (form.is_spelled_freely ? ")" : "");
    });
  }

  std::string printed(std::string_view text) const {
    std::vector<std::string> parts;
    for (const TextPiece& piece : function_->pieces_of(text)) {
      parts.push_back(piece.is_placeholder ? piece.text : string_literal(piece.text, Language::cpp));
    }
    return parts.empty() ? "\"\"" : fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string seconds(const Quantity& quantity) const {
    if (const auto* number = std::get_if<Number>(&quantity)) {
      return fmt::format("{} * SECOND", number->duration == Duration::zero() ? "0" : number->text);
    }
    const auto [identifier, form] = function_->local(std::get<Placeholder>(quantity));
    return fmt::format("{} * SECOND", form.type == ParameterType::text ? "std::stod(" + identifier + ")" : identifier);
  }

  // And whether an int may be too small for it.
  std::pair<std::string, bool> count(const Quantity& quantity) const {
    if (const auto* number = std::get_if<Number>(&quantity)) {
      const std::int64_t times = number->integer.value_or(0);
      return {std::to_string(times), times > std::numeric_limits<std::int32_t>::max()};
    }
    const auto [identifier, form] = function_->local(std::get<Placeholder>(quantity));
    const bool is_wide = form.type == ParameterType::wide_integer;
    if (form.type != ParameterType::text) return {identifier, is_wide};
    return {fmt::format("std::{}({})", form.is_spelled_freely ? "stod" : "stoll", identifier), true};
  }

  const Outline& outline_;
  bool is_async_;
  ListingWriter writer_;
  const ListedFunction* function_ = nullptr;
  std::size_t unnamed_ = 0;  // how many loops without an index there are around what is being written
  std::size_t guards_ = 0;   // how many locks are held there
};

}  // namespace

Listing cpp_program(const Outline& outline) { return CppProgram(outline).write(); }

}  // namespace interleave
