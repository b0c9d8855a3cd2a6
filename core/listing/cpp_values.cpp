#include "core/listing/cpp_values.h"

#include <string_view>

#include "core/listing/cpp_loop.h"

namespace interleave {
namespace {

constexpr std::string_view kValue = R"(
// A whole number, a text, or nothing.
class Value {
 public:
  Value() = default;
  template <std::integral Number>
  Value(Number number) : what_(static_cast<long long>(number)) {}
  Value(std::string text) : what_(std::move(text)) {}
  Value(const char* text) : what_(std::string(text)) {}

  long long number() const {
    if (const auto* const number = std::get_if<long long>(&what_)) return *number;
    throw std::invalid_argument("it is no number");
  }

  friend std::ostream& operator<<(std::ostream& out, const Value& value) {
    if (const auto* const number = std::get_if<long long>(&value.what_)) return out << *number;
    if (const auto* const text = std::get_if<std::string>(&value.what_)) return out << *text;
    return out << "None";
  }

 private:
  std::variant<std::monostate, long long, std::string> what_;
};
)";

constexpr std::string_view kReturned = R"(
// Thrown in place of a return where something is to be done on the way out.
struct Returned {
  Value value;
};
)";

constexpr std::string_view kTimedOut = R"(
struct TimedOut : std::runtime_error {
  TimedOut() : std::runtime_error("timed out") {}
};
)";

constexpr std::string_view kText = R"(
template <class... Parts>
std::string text(const Parts&... parts) {
  std::ostringstream whole;
  (whole << ... << parts);
  return whole.str();
}
)";

}  // namespace

std::string_view cpp_type(ParameterType type) {
  switch (type) {
    case ParameterType::text:
      break;
    case ParameterType::integer:
      return "int";
    case ParameterType::wide_integer:
      return "long long";
    case ParameterType::decimal:
      return "double";
    case ParameterType::value:
      return "Value";
  }
  return "std::string";
}

bool has_values(const Outline& outline) {
  return outline.dealings.returns || outline.dealings.has_handles || outline.dealings.calls || deals_on_loop(outline);
}

bool returns_values(const ListedFunction& function) { return contains(*function.steps, Verb::give_back); }

void include_for_cpp_values(Imports& imports, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const auto add = [&](std::string_view line) { imports.add(line, LineRole::support); };
  if (has_values(outline)) {
    for (const auto* line :
         {"#include <concepts>", "#include <stdexcept>", "#include <utility>", "#include <variant>"}) {
      add(line);
    }
  }
  if (dealings.times_out || dealings.tasks_time_out) add("#include <stdexcept>");
  if (dealings.raises) imports.add("#include <stdexcept>", LineRole::program);
  if (dealings.tries) imports.add("#include <exception>", LineRole::program);
}

void write_cpp_values(ListingWriter& writer, const Outline& outline) {
  if (has_values(outline)) writer.support(kValue);
  if (outline.dealings.returns_past_finally) writer.support(kReturned);
  if (outline.dealings.times_out || outline.dealings.tasks_time_out) writer.support(kTimedOut);
  if (outline.dealings.raises) writer.support(kText);
}

}  // namespace interleave
