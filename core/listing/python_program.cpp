#include "core/listing/python_program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <utility>

#include "core/listing/calls.h"
#include "core/listing/expression_text.h"
#include "core/listing/listing_writer.h"
#include "core/listing/literals.h"
#include "core/listing/mode_program.h"
#include "core/listing/python_main.h"
#include "core/listing/python_objects.h"
#include "core/listing/python_support.h"
#include "core/listing/python_tasks.h"

namespace interleave {
namespace {

constexpr std::size_t kPythonIndent = 4;
const std::string kNoIndex = "_";

class PythonProgram {
 public:
  explicit PythonProgram(const Outline& outline) : outline_(outline), writer_(Language::python, kPythonIndent) {}

  Listing write() && {
    writer_.line(fmt::format("\"\"\"{}\"\"\"", escaped(outline_.heading(), Language::python)));
    write_python_beginning(writer_, outline_);
    for (const ListedFunction& function : outline_.functions) write_function(function);
    const MainProgram& main = main_program(outline_.mode, outline_.language);
    if (main.write_before_main != nullptr) main.write_before_main(writer_, outline_);
    begin_function("main", {}, outline_.is_async());
    outline_.dealings.has_handles ? write_python_tasks_main(writer_, outline_) : main.write_body(writer_, outline_);
    writer_.outdent();
    writer_.line("");
    writer_.line("");
    if (!main.guard.empty()) {
      writer_.line(main.guard);
      writer_.indent();
    }
    writer_.line(main.call);
    return std::move(writer_).finish();
  }

 private:
  void begin_function(std::string_view name, const std::vector<std::string>& parameters, bool is_coroutine) {
    writer_.line("");
    writer_.line("");
    writer_.line(fmt::format("{}def {}({}):", is_coroutine ? "async " : "", name, fmt::join(parameters, ", ")));
    writer_.indent();
  }

  void write_function(const ListedFunction& function) {
    function_ = &function;
    std::vector<std::string> parameters = function.parameters;
    if (function.takes_task) parameters.insert(parameters.begin(), function.identifiers.at("task"));
    is_async_ = outline_.is_coroutine(function);
    begin_function(function.identifier, parameters, is_async_);
    const std::set<std::string> written = written_by(function);
    if (!written.empty()) writer_.line(fmt::format("global {}", fmt::join(written, ", ")));
    write_steps(*function.steps);
    writer_.outdent();
    // As the warning names it.
    const std::string& name = outline_.name_of(function);
    if (!is_async_ || name == function.identifier || !is_forgotten(outline_, function)) return;
    writer_.line("");
    writer_.line("");
    writer_.line(fmt::format("{}.__qualname__ = {}", function.identifier, string_literal(name, Language::python)));
  }

  // The variables that Python would take for the function's own otherwise.
  std::set<std::string> written_by(const ListedFunction& function) const {
    std::set<std::string> written;
    if (outline_.objects.has_table(SharedUse::variable)) return written;
    for_each_step(*function.steps, [&](const Step& step) {
      const auto* const write = std::get_if<verb::Write>(&step.action);
      if (write != nullptr) written.insert(object(SharedUse::variable, write->variable));
    });
    return written;
  }

  void write_steps(const std::vector<Step>& steps) {
    if (steps.empty()) writer_.line("pass");
    for (const Step& step : steps) write_step(step);
  }

  void write_step(const Step& step) {
    std::visit([&](const auto& action) { write(step, action); }, step.action);
  }

  void write(const Step& step, const verb::Print& print) {
    writer_.step_line(step, fmt::format("print({})", printed(print.text)));
  }

  void write(const Step& step, const verb::Sleep& sleep) {
    writer_.step_line(step,
                      fmt::format("{}({})", is_async_ ? "await asyncio.sleep" : "time.sleep", seconds(sleep.seconds)));
  }

  void write(const Step& step, const verb::Block& block) {
    writer_.step_line(
        step, fmt::format("time.sleep({}){}", seconds(block.seconds), is_async_ ? "  # blocks the event loop" : ""));
  }

  void write(const Step& step, const verb::Compute& compute) {
    writer_.step_line(step, fmt::format("compute({})", seconds(compute.seconds)));
  }

  void write(const Step& step, const verb::Repeat& repeat) {
    const std::string& index = repeat.index.empty() ? kNoIndex : function_->identifiers.at(repeat.index);
    writer_.step_line(step, fmt::format("for {} in range({}):", index, count(repeat.times)));
    write_body(repeat.steps);
  }

  void write(const Step& step, const verb::Set& set) {
    writer_.step_line(step, fmt::format("{} = {}", function_->identifiers.at(set.name), passed_on(set.value)));
  }

  void write(const Step& step, const verb::Branch& branch) {
    writer_.step_line(step, fmt::format("if {}:", made(branch.condition)));
    write_body(branch.steps);
    if (branch.otherwise.empty()) return;
    writer_.line("else:");
    write_body(branch.otherwise);
  }

  void write(const Step& step, const verb::Loop& loop) {
    writer_.step_line(step, fmt::format("while {}:", made(loop.condition)));
    write_body(loop.steps);
  }

  void write(const Step& step, const verb::Read& read) {
    writer_.step_line(
        step, fmt::format("{} = {}", function_->identifiers.at(read.into), object(SharedUse::variable, read.variable)));
    if (is_async_ || !outline_.switches.contains(step.id)) return;
    writer_.line("time.sleep(0)  # lets another thread go on, which CPython by itself would not do here");
  }

  void write(const Step& step, const verb::Write& write) {
    writer_.step_line(step, fmt::format("{} = {}", object(SharedUse::variable, write.variable), made(write.value)));
  }

  void write(const Step& step, const verb::Lock& lock) {
    writer_.step_line(step, fmt::format("{}with {}:", is_async_ ? "async " : "", object(SharedUse::lock, lock.lock)));
    write_body(lock.steps);
  }

  void write(const Step& step, const verb::Acquire& acquire) {
    const std::string lock = object(SharedUse::lock, acquire.lock);
    if (!acquire.timeout || is_async_) {
      return write_in_time(step, acquire.timeout, fmt::format("{}{}.acquire()", awaited(), lock));
    }
    writer_.step_line(step, fmt::format("if not {}.acquire(timeout={}):", lock, seconds(*acquire.timeout)));
    writer_.indent();
    writer_.line("raise TimeoutError(\"timed out\")");
    writer_.outdent();
  }

  void write(const Step& step, const verb::Release& release) {
    writer_.step_line(step, fmt::format("{}.release()", object(SharedUse::lock, release.lock)));
  }

  void write(const Step& step, const verb::Put& put) {
    write_in_time(step, put.timeout,
                  fmt::format("{}{}.put({}{})", awaited(), object(SharedUse::queue, put.queue), made(put.value),
                              put.timeout && !is_async_ ? fmt::format(", timeout={}", seconds(*put.timeout)) : ""));
  }

  void write(const Step& step, const verb::Get& get) {
    write_in_time(step, get.timeout,
                  fmt::format("{} = {}{}.get({})", function_->identifiers.at(get.into), awaited(),
                              object(SharedUse::queue, get.queue),
                              get.timeout && !is_async_ ? fmt::format("timeout={}", seconds(*get.timeout)) : ""));
  }

  // On a loop it is the task that has so much time for it; threads tell who makes them wait.
  void write_in_time(const Step& step, const std::optional<Quantity>& timeout, std::string_view line) {
    const bool is_within = timeout && is_async_;
    if (is_within) {
      writer_.line(fmt::format("async with asyncio.timeout({}):", seconds(*timeout)));
      writer_.indent();
    }
    writer_.step_line(step, line);
    if (is_within) writer_.outdent();
  }

  void write(const Step& step, const verb::Start& start) {
    const bool may_be_again = outline_.dealings.may_be_again.contains(step.id);
    const bool is_guarded = may_be_again && guards_python_starts(outline_);
    if (is_guarded) {
      writer_.line("with starting:");
      writer_.indent();
    }
    if (may_be_again) {
      writer_.line(fmt::format("if {} in tasks:", string_literal(start.task, Language::python)));
      writer_.indent();
      writer_.line(
          fmt::format("raise RuntimeError(\"{} was started already\")", escaped(start.task, Language::python)));
      writer_.outdent();
    }
    const TaskId task = outline_.task_named(start.task);
    writer_.start_line(step, task, python_start(outline_, task));
    if (is_guarded) writer_.outdent();
  }

  void write(const Step& step, const verb::Call& call) {
    const std::string text = call_text(outline_, *function_, call);
    if (is_async_ && call.forget) return writer_.step_line(step, text + "  # not awaited: nothing of it is done");
    const std::string into = call.into.names.empty() ? "" : function_->identifiers.at(call.into.names.front()) + " = ";
    writer_.step_line(step, fmt::format("{}{}{}", into, awaited(), text));
  }

  void write(const Step& step, const verb::Await& await) {
    const std::string time = await.timeout && !is_async_ ? seconds(*await.timeout) : "";
    std::string names;
    for (const std::string& name : await.into.names) {
      names += (names.empty() ? "" : ", ") + function_->identifiers.at(name);
    }
    // Of a list with one item, too, that is what is taken.
    if (await.into.is_list && await.into.names.size() == 1) names = "[" + names + "]";
    if (!names.empty()) names += " = ";
    const std::string waits = await.tasks.is_list ? python_await_list(outline_, step, await.tasks.names, time)
                                                  : python_await(outline_, step, await.tasks.names.front(), time);
    write_in_time(step, await.timeout, names + waits);
  }

  void write(const Step& step, const verb::AsCompleted& each) {
    writer_.step_line(step, fmt::format("for future in {}:", python_as_completed(outline_, step, each.tasks.names)));
    writer_.indent();
    writer_.line(
        fmt::format("{} = {}", function_->identifiers.at(each.into), is_async_ ? "await future" : "future.result()"));
    for (const Step& inner : each.steps) write_step(inner);
    writer_.outdent();
  }

  void write(const Step& step, const verb::Return& end) {
    writer_.step_line(step, fmt::format("return {}", passed_on(end.value)));
  }

  void write(const Step& step, const verb::Raise& raise) {
    writer_.step_line(step, fmt::format("raise RuntimeError({})", printed(raise.error)));
  }

  void write(const Step& step, const verb::Try& attempt) {
    writer_.step_line(step, "try:");
    write_body(attempt.steps);
    if (attempt.except) {
      writer_.line("except Exception:");
      write_body(*attempt.except);
    }
    if (!attempt.finally) return;
    writer_.line("finally:");
    write_body(*attempt.finally);
  }

  void write(const Step& step, const verb::Cancel& cancel) {
    const std::string name = string_literal(cancel.task, Language::python);
    const bool is_unsure = outline_.dealings.is_unsure(step.id, cancel.task);
    if (is_unsure) {
      writer_.line(fmt::format("if {} in tasks:", name));
      writer_.indent();
    }
    writer_.step_line(step, fmt::format("tasks[{}].cancel()", name));
    if (is_unsure) writer_.outdent();
  }

  std::string_view awaited() const { return is_async_ ? "await " : ""; }

  std::string object(SharedUse use, const SharedName& name) const {
    return python_object(outline_, *function_, use, name);
  }

  void write_body(const std::vector<Step>& steps) {
    writer_.indent();
    write_steps(steps);
    writer_.outdent();
  }

  std::string made(const Expression& expression) const {
    return expression_text(expression, Language::python, [this](const std::string& name) {
      const auto [identifier, form] = function_->local(Placeholder{name});
      if (function_->may_be_no_number(name)) return fmt::format("number({})", identifier);
      if (form.type != ParameterType::text) return identifier;
      return fmt::format("{}({}){}", form.is_spelled_freely ? "int(float" : "int", identifier,
                         form.is_spelled_freely ? ")" : "");
    });
  }

  // What is no number is handed on as it is.
  std::string passed_on(const Expression& expression) const {
    const std::string* const name = sole_name(expression);
    if (name == nullptr) return made(expression);
    const auto local = function_->local(Placeholder{*name});
    return function_->may_be_no_number(*name) || local.form.may_be_text ? local.identifier : made(expression);
  }

  std::string printed(std::string_view template_text) const {
    const auto pieces = function_->pieces_of(template_text);
    if (pieces.empty()) return "\"\"";
    const bool is_one = pieces.size() == 1;
    if (is_one && pieces.front().is_placeholder) return pieces.front().text;
    if (is_one) return string_literal(pieces.front().text, Language::python);
    std::string text;
    for (const TextPiece& piece : pieces) {
      text += piece.is_placeholder ? fmt::format("{{{}}}", piece.text) : escaped_for_f_string(piece.text);
    }
    return fmt::format("f\"{}\"", text);
  }

  std::string seconds(const Quantity& quantity) const {
    if (const auto* number = std::get_if<Number>(&quantity)) {
      return number->duration == Duration::zero() ? "0" : number->text + " * SECOND";
    }
    const auto [identifier, form] = function_->local(std::get<Placeholder>(quantity));
    return fmt::format("{} * SECOND", form.type == ParameterType::text ? "float(" + identifier + ")" : identifier);
  }

  std::string count(const Quantity& quantity) const {
    if (const auto* number = std::get_if<Number>(&quantity)) return std::to_string(number->integer.value_or(0));
    const auto [identifier, form] = function_->local(std::get<Placeholder>(quantity));
    if (form.type != ParameterType::text) return identifier;
    return form.is_spelled_freely ? "int(float(" + identifier + "))" : "int(" + identifier + ")";
  }

  const Outline& outline_;
  bool is_async_ = false;  // the function that is written
  ListingWriter writer_;
  const ListedFunction* function_ = nullptr;
};

}  // namespace

Listing python_program(const Outline& outline) { return PythonProgram(outline).write(); }

}  // namespace interleave
