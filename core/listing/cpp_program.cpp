#include "core/listing/cpp_program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/listing/calls.h"
#include "core/listing/cpp_expressions.h"
#include "core/listing/cpp_loop.h"
#include "core/listing/cpp_main.h"
#include "core/listing/cpp_objects.h"
#include "core/listing/cpp_steps.h"
#include "core/listing/cpp_support.h"
#include "core/listing/cpp_tasks.h"
#include "core/listing/cpp_values.h"
#include "core/listing/expression_text.h"
#include "core/listing/listing_writer.h"
#include "core/listing/literals.h"
#include "core/listing/mode_program.h"

namespace interleave {
namespace {

constexpr std::size_t kCppIndent = 2;

class CppProgram {
 public:
  explicit CppProgram(const Outline& outline)
      : outline_(outline),
        deals_on_loop_(interleave::deals_on_loop(outline)),
        writer_(Language::cpp, kCppIndent),
        called_(called_by_steps(*outline.scenario)) {}

  Listing write() && {
    writer_.line("// " + comment_text(outline_.heading()));
    writer_.support_line("// To compile it: g++ -std=c++20 -pthread FILE.cpp");
    write_cpp_beginning(writer_, outline_);
    write_cpp_objects(writer_, outline_);
    declare_functions();
    for (const ListedFunction& function : outline_.functions) write_function(function);
    write_main();
    return std::move(writer_).finish();
  }

 private:
  void write_main() {
    const MainProgram& main = main_program(outline_.mode, outline_.language);
    if (deals_on_loop_) {
      write_cpp_loop_coroutine(writer_, outline_);
    } else if (main.write_before_main != nullptr) {
      main.write_before_main(writer_, outline_);
    }
    begin_function(traits(outline_.mode).shares_memory ? "int main()" : "int main(int /*count*/, char** arguments)");
    if (deals_on_loop_) {
      write_cpp_loop_main(writer_, outline_);
    } else {
      outline_.dealings.has_handles ? write_cpp_workers_main(writer_, outline_) : main.write_body(writer_, outline_);
    }
    end_block();
  }

  void begin_function(std::string_view head) {
    writer_.line("");
    writer_.line(fmt::format("{} {{", head));
    writer_.indent();
  }

  void end_block() {
    writer_.outdent();
    writer_.line("}");
  }

  // Those that a task or a function before them starts or calls.
  void declare_functions() {
    std::set<std::size_t> named;
    for (std::size_t at = 0; at < outline_.functions.size(); ++at) {
      for_each_step(*outline_.functions[at].steps, [&](const Step& step) {
        const auto* const start = std::get_if<verb::Start>(&step.action);
        const auto* const call = std::get_if<verb::Call>(&step.action);
        if (start == nullptr && call == nullptr) return;
        const std::size_t function = call != nullptr ? outline_.function_named(call->function)
                                                     : outline_.function_of[index(outline_.task_named(start->task))];
        if (function > at) named.insert(function);
      });
    }
    if (!named.empty()) writer_.line("");
    for (const std::size_t at : named) writer_.line(head_of(outline_.functions[at]) + ";");
  }

  std::string head_of(const ListedFunction& function) const {
    std::vector<std::string> parameters;
    if (function.takes_task) parameters.push_back("std::string " + function.identifiers.at("task"));
    for (std::size_t at = 0; at < function.parameters.size(); ++at) {
      const ParameterForm& form = function.forms[at];
      const std::string& name = function.parameters[at];
      parameters.push_back(fmt::format("{} {}", cpp_type(form.type), form.is_used ? name : "/*" + name + "*/"));
    }
    const bool gives_value = returns_values(function) || function.is_beside_loop;
    const std::string_view result = outline_.is_coroutine(function) ? "Task" : gives_value ? "Value" : "void";
    return fmt::format("{} {}({})", result, function.identifier, fmt::join(parameters, ", "));
  }

  void write_function(const ListedFunction& function) {
    function_ = &function;
    is_async_ = outline_.is_coroutine(function);
    begin_function(head_of(function));
    for (const ListedFunction::Own& own : function.owns) {
      writer_.line(own.is_number
                       ? fmt::format("{}long long {} = 0;", own.is_read ? "" : "[[maybe_unused]] ", own.identifier)
                       : fmt::format("Value {};", own.identifier));
    }
    unnamed_ = 0;
    guards_ = 0;
    const bool is_called = called_.contains(outline_.name_of(function)) && function.own_task.empty();
    const bool takes_returned = is_called && returns_past_finally(*function.steps);
    if (takes_returned) {
      writer_.line("try {");
      writer_.indent();
    }
    write_steps(*function.steps);
    if (takes_returned) {
      writer_.outdent();
      writer_.line("} catch (const Returned& returned) {");
      writer_.line(fmt::format("  {} returned.value;", returning()));
      writer_.line("}");
    }
    const bool ends = ends_at_last_step(*function.steps);
    if (is_async_ && !deals_on_loop_ && !awaits(*function.steps)) writer_.line("co_return;");
    const bool gives_value = returns_values(function) || function.is_beside_loop;
    if (is_async_ && deals_on_loop_ ? !returns_at_last(*function.steps) : gives_value && !is_async_ && !ends) {
      writer_.line(fmt::format("{} {{}};", returning()));
    }
    end_block();
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
    const auto [times, is_wide_count] = cpp_count(*function_, repeat.times);
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
    writer_.step_line(step, fmt::format("{} = {};", function_->identifiers.at(set.name), passed_on(set.value)));
  }

  void write(const Step& step, const verb::Branch& branch) {
    writer_.step_line(step, fmt::format("if ({}) {{", cpp_condition(*function_, branch.condition)));
    write_body(branch.steps);
    if (branch.otherwise.empty()) return writer_.line("}");
    writer_.line("} else {");
    write_body(branch.otherwise);
    writer_.line("}");
  }

  void write(const Step& step, const verb::Loop& loop) {
    writer_.step_line(step, fmt::format("while ({}) {{", cpp_condition(*function_, loop.condition)));
    write_body(loop.steps);
    writer_.line("}");
  }

  // Where the own value may be a text, the variable gives its number by a call.
  void write(const Step& step, const verb::Read& read) {
    const bool calls = function_->may_be_no_number(read.into) && has_atomics(outline_);
    writer_.step_line(step, fmt::format("{} = {}{};", function_->identifiers.at(read.into),
                                        object(SharedUse::variable, read.variable), calls ? ".load()" : ""));
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
    const std::string time = acquire.timeout ? seconds(*acquire.timeout) : "";
    writer_.step_line(step, fmt::format("{}{}.acquire({});", awaited(), object(SharedUse::lock, acquire.lock), time));
  }

  void write(const Step& step, const verb::Release& release) {
    writer_.step_line(step, fmt::format("{}.release();", object(SharedUse::lock, release.lock)));
  }

  void write(const Step& step, const verb::Put& put) {
    const std::string time = put.timeout ? ", " + seconds(*put.timeout) : "";
    writer_.step_line(
        step, fmt::format("{}{}.put({}{});", awaited(), object(SharedUse::queue, put.queue), made(put.value), time));
  }

  void write(const Step& step, const verb::Get& get) {
    const std::string item = fmt::format("{}{}.get({})", awaited(), object(SharedUse::queue, get.queue),
                                         get.timeout ? seconds(*get.timeout) : "");
    writer_.step_line(step, deals_on_loop_ ? given(get.into, "(" + item + ")")
                                           : fmt::format("{} = {};", function_->identifiers.at(get.into), item));
  }

  void write(const Step& step, const verb::Start& start) {
    const TaskId task = outline_.task_named(start.task);
    writer_.start_line(step, task, cpp_start(outline_, task));
  }

  void write(const Step& step, const verb::Call& call) {
    const std::string text = call_text(outline_, *function_, call);
    if (is_async_ && call.forget) {
      const std::string name = string_literal(call.function, Language::cpp);
      return writer_.step_line(step, fmt::format("never_awaited({}, {});", name, text));
    }
    const std::string into = call.into.names.empty() ? "" : call.into.names.front();
    const bool gives = is_async_ || returns_values(called_function(outline_, call));
    if (!into.empty() && gives)
      return writer_.step_line(step, given(into, in_parentheses(std::string(awaited()) + text)));
    writer_.step_line(step, fmt::format("{}{};", awaited(), text));
    if (!into.empty()) writer_.line(fmt::format("{} = Value();", function_->identifiers.at(into)));
  }

  void write(const Step& step, const verb::Await& await) {
    const std::string time = await.timeout ? seconds(*await.timeout) : "";
    if (!await.tasks.is_list) {
      const std::string result = fmt::format("{}{}.result({})", awaited(), cpp_handle(await.tasks.names.front()), time);
      if (await.into.names.empty()) return writer_.step_line(step, result + ";");
      return writer_.step_line(step, given(await.into.names.front(), in_parentheses(result)));
    }
    const std::string handles = cpp_handles(await.tasks.names);
    writer_.step_line(step, await.timeout ? fmt::format("{}all_of_in({}, {});", awaited(), time, handles)
                                          : fmt::format("{}all_of({});", awaited(), handles));
    for (std::size_t at = 0; at < await.into.names.size(); ++at) {
      writer_.line(given(await.into.names[at],
                         fmt::format("{}.{}()", cpp_handle(await.tasks.names[at]), is_async_ ? "outcome" : "result")));
    }
  }

  void write(const Step& step, const verb::AsCompleted& each) {
    writer_.step_line(step, fmt::format("for (auto& ended : as_completed({})) {{", cpp_handles(each.tasks.names)));
    writer_.indent();
    writer_.line(given(each.into, in_parentheses(fmt::format("{}ended.result()", awaited()))));
    write_steps(each.steps);
    end_block();
  }

  void write(const Step& step, const verb::Return& end) {
    const std::string value = passed_on(end.value);
    writer_.step_line(
        step, finallies_ > 0 ? fmt::format("throw Returned{{{}}};", value) : fmt::format("{} {};", returning(), value));
  }

  void write(const Step& step, const verb::Raise& raise) {
    const std::string parts = printed(raise.error);
    const bool is_literal = function_->pieces_of(raise.error).size() < 2 && parts.starts_with('"');
    writer_.step_line(step, fmt::format("throw std::runtime_error({});", is_literal ? parts : "text(" + parts + ")"));
  }

  // What is to be done in any case is behind a try that keeps why the steps are left.
  void write(const Step& step, const verb::Try& attempt) {
    if (!attempt.finally) return write_try_alone(step, attempt);
    writer_.line("{");
    writer_.indent();
    writer_.line("std::exception_ptr thrown;");
    ++finallies_;
    if (attempt.except) {
      writer_.line("try {");
      writer_.indent();
      write_try(step, attempt);
      writer_.outdent();
    } else {
      writer_.step_line(step, "try {");
      write_body(attempt.steps);
    }
    --finallies_;
    writer_.line("} catch (...) {");
    writer_.line("  thrown = std::current_exception();");
    writer_.line("}");
    write_steps(*attempt.finally);
    writer_.line("if (thrown) std::rethrow_exception(thrown);");
    end_block();
  }

  void write_try_alone(const Step& step, const verb::Try& attempt) {
    const bool has_flag = is_async_ && awaits(*attempt.except);
    if (has_flag) {
      writer_.line("{");
      writer_.indent();
    }
    write_try(step, attempt);
    if (has_flag) end_block();
  }

  // Nobody can wait in a catch.
  void write_try(const Step& step, const verb::Try& attempt) {
    const bool waits = is_async_ && awaits(*attempt.except);
    if (waits) writer_.line("bool fails = false;");
    writer_.step_line(step, "try {");
    write_body(attempt.steps);
    writer_.line("} catch (const std::exception&) {");
    if (waits) {
      writer_.line("  fails = true;");
      writer_.line("}");
      writer_.line("if (fails) {");
    }
    write_body(*attempt.except);
    writer_.line("}");
  }

  void write(const Step& step, const verb::Cancel& cancel) {
    writer_.step_line(step, fmt::format("{}.cancel();", cpp_handle(cancel.task)));
  }

  // Gives the task's own value what is a Value, and surely a number where the own value always is.
  std::string given(const std::string& name, const std::string& value) const {
    return fmt::format("{} = {}{};", function_->identifiers.at(name), value,
                       function_->may_be_no_number(name) ? "" : ".number()");
  }

  std::string in_parentheses(const std::string& awaited) const { return is_async_ ? "(" + awaited + ")" : awaited; }
  std::string_view returning() const { return is_async_ ? "co_return" : "return"; }

  std::string_view awaited() const { return is_async_ ? "co_await " : ""; }

  std::string object(SharedUse use, const SharedName& name) const {
    return cpp_object(outline_, *function_, use, name);
  }

  void write_body(const std::vector<Step>& steps) {
    writer_.indent();
    write_steps(steps);
    writer_.outdent();
  }

  std::string made(const Expression& expression) const { return cpp_number(*function_, expression); }
  std::string passed_on(const Expression& expression) const { return cpp_value(*function_, expression); }
  std::string printed(std::string_view text) const { return cpp_parts(*function_, text); }
  std::string seconds(const Quantity& quantity) const { return cpp_seconds(*function_, quantity); }

  const Outline& outline_;
  bool is_async_ = false;  // the function that is written
  bool deals_on_loop_;
  ListingWriter writer_;
  const ListedFunction* function_ = nullptr;
  std::unordered_set<std::string_view> called_;  // functions, by steps
  std::size_t unnamed_ = 0;    // how many loops without an index there are around what is being written
  std::size_t guards_ = 0;     // how many locks are held there
  std::size_t finallies_ = 0;  // how many things are to be done when that is left
};

}  // namespace

Listing cpp_program(const Outline& outline) { return CppProgram(outline).write(); }

}  // namespace interleave
