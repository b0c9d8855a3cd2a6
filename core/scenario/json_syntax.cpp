#include "core/scenario/json_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/json_scan.h"

namespace interleave {
namespace {

// The token that does not fit, and the comma or colon before it, where there is one.
struct Offender {
  std::size_t begin = 0;
  std::size_t separator = std::string_view::npos;
};

constexpr std::array<std::string_view, 3> kLiterals = {"true", "false", "null"};

bool is_literal(std::string_view word) {
  return std::find(kLiterals.begin(), kLiterals.end(), word) != kLiterals.end();
}

bool is_separator(char c) { return c == ',' || c == ':'; }

// One separator may stand before the offender; a second one is the offender itself, and so is one that does not belong.
Offender find_offender(std::string_view text, const JsonSyntax& syntax) {
  Offender offender;
  offender.begin = skip_blanks(text, syntax.end);
  if (offender.begin >= text.size()) return offender;
  const bool in_object = !syntax.open.empty() && syntax.open.back().is_object;
  const bool colon_fits = in_object && syntax.after == JsonPlace::key;
  const bool comma_fits = !syntax.open.empty() && syntax.after == JsonPlace::value;
  if ((text[offender.begin] == ':' && colon_fits) || (text[offender.begin] == ',' && comma_fits)) {
    offender.separator = offender.begin;
    offender.begin = skip_blanks(text, offender.begin + 1);
  }
  return offender;
}

JsonError explain_end(std::string_view text, const JsonSyntax& syntax) {
  if (syntax.after == JsonPlace::beginning) {
    return {text.size(), R"(there is no scenario here; begin with {"interleave": 1, "title": "...", "tasks": [...]})"};
  }
  const JsonOpening& opening = syntax.open.back();
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(opening.offset), '\n');
  return {text.size(), fmt::format("the text ends too early; close the \"{}\" of line {} with a \"{}\"",
                                   opening.is_object ? '{' : '[', line, opening.is_object ? '}' : ']')};
}

// The four hexadecimal digits of the \u that begins at `at`; nothing where it is none.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(std::min(at, text.size()), 6);
  if (escape.size() < 6 || !escape.starts_with("\\u")) return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, value, 16);
  return error == std::errc() && end == escape.data() + 6 ? std::optional(value) : std::nullopt;
}

bool is_first_half(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_second_half(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Goes over the escape at `at`, or says what is wrong with it.
std::optional<JsonError> skip_escape(std::string_view text, std::size_t& at) {
  constexpr std::string_view kShort = "\"\\/bfnrt";
  const std::size_t begin = at;
  if (at + 1 < text.size() && kShort.find(text[at + 1]) != std::string_view::npos) {
    at += 2;
    return std::nullopt;
  }
  if (text.substr(at, 2) != "\\u") {
    const std::string_view escape = text.substr(at, 1 + std::max<std::size_t>(utf8_length(text.substr(at + 1)), 1));
    return JsonError{begin,
                     fmt::format(R"({} means nothing in a string; write \\ for a backslash)", in_quotes(escape))};
  }
  const auto unit = unicode_escape(text, at);
  if (!unit) return JsonError{begin, R"(\u takes four hexadecimal digits, such as \u00e9)"};
  at += 6;
  if (is_first_half(*unit) && is_second_half(unicode_escape(text, at).value_or(0))) {
    at += 6;
  } else if (is_first_half(*unit) || is_second_half(*unit)) {
    return JsonError{begin, fmt::format("{} is half of a character; write both halves, \\uD800-\\uDBFF and then "
                                        "\\uDC00-\\uDFFF, or the character itself",
                                        text.substr(begin, 6))};
  }
  return std::nullopt;
}

// What is wrong within the string that begins at `begin`.
std::optional<JsonError> explain_string(std::string_view text, std::size_t begin) {
  const JsonError not_closed = {begin, R"(this string is not closed; write a " at its end)"};
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') {
    const char c = text[at];
    if (c == '\n' || c == '\r') {
      return JsonError{
          begin, R"(this string is not closed on its line; write a " at its end (and \n for a line break in it))"};
    }
    if (c == '\t') return JsonError{at, R"(a tab in a string is written \t)"};
    if (static_cast<unsigned char>(c) < 0x20) {
      return JsonError{at,
                       fmt::format("a control character in a string is written \\u{:04X}", static_cast<unsigned>(c))};
    }
    if (c != '\\') {
      ++at;
    } else if (auto error = skip_escape(text, at)) {
      return text.find('"', error->offset) == std::string_view::npos ? not_closed : error;
    }
  }
  return at < text.size() ? std::nullopt : std::optional(not_closed);
}

// What other languages call the values that JSON has.
struct OtherLiteral {
  std::string_view word;
  std::string_view literal;
};
constexpr std::array kOtherLiterals = {OtherLiteral{"None", "null"},      OtherLiteral{"nil", "null"},
                                       OtherLiteral{"undefined", "null"}, OtherLiteral{"nullptr", "null"},
                                       OtherLiteral{"True", "true"},      OtherLiteral{"False", "false"}};

bool is_not_finite(std::string_view word) {
  constexpr std::array<std::string_view, 5> kWords = {"NaN", "nan", "Infinity", "inf", "Inf"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string explain_word(std::string_view word) {
  if (is_not_finite(word)) return fmt::format("JSON has no {}; write a finite number, such as 2 or 0.5", word);
  for (const OtherLiteral& other : kOtherLiterals) {
    if (word == other.word) return fmt::format("{} is no word of JSON; write {}", word, other.literal);
  }
  if (const auto meant = nearest_name(word, kLiterals)) {
    return fmt::format("{} is no value; did you mean {}?", in_quotes(word), *meant);
  }
  return fmt::format("text stands in double quotes; write {}", in_quotes(word));
}

std::string explain_number(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789+-.eE", begin), text.size());
  const std::size_t word = begin + 1;  // where it begins with a minus
  if (const auto name = text.substr(word, word_end(text, word) - word); is_not_finite(name)) return explain_word(name);
  return fmt::format("{} is not a number; write one such as 2, 0.5 or 1e-3",
                     in_quotes(text.substr(begin, end - begin)));
}

// Of text that begins with one: with what stands in them, where that is short and needs no escapes.
std::string explain_single_quotes(std::string_view text) {
  constexpr std::size_t kMostQuoted = 40;
  text.remove_prefix(1);
  std::string_view quoted = text.substr(0, text.find_first_of("'\"\\\r\n"));
  const bool is_closed = quoted.size() < text.size() && text[quoted.size()] == '\'';
  if (!is_closed || quoted.empty() || quoted.size() > kMostQuoted) quoted = "text";
  return fmt::format("strings stand in double quotes: write \"{0}\" and not '{0}'", quoted);
}

// A token that is a mistake wherever it stands.
std::optional<JsonError> explain_token(std::string_view text, std::size_t begin) {
  const char first = text[begin];
  const std::string_view rest = text.substr(begin);
  if (first == '"') return explain_string(text, begin);
  if (first == '\'') return JsonError{begin, explain_single_quotes(rest)};
  if (rest.starts_with("/*")) return JsonError{begin, "this comment is not closed; write */ at its end"};
  if (first == '/') return JsonError{begin, "a comment begins with // or /*"};
  if (first == '+') return JsonError{begin, "a number has no + before it; leave the + away"};
  if (first == '.') return JsonError{begin, "a number begins with a digit; write 0 before the point"};
  return std::nullopt;
}

constexpr std::string_view kWhatItIs =
    R"(a scenario file is JSON and begins with a "{": {"interleave": 1, "title": "...", "tasks": [...]})";

// Whether a program begins so, in Python or C++.
bool begins_program(std::string_view text) {
  constexpr std::array<std::string_view, 4> kSigns = {"#", "@", "\"\"\"", "'''"};
  constexpr std::array<std::string_view, 12> kWords = {"import", "from", "def",   "async", "class", "print",
                                                       "if",     "for",  "while", "with",  "int",   "using"};
  const auto starts = [&](std::string_view sign) { return text.starts_with(sign); };
  if (std::any_of(kSigns.begin(), kSigns.end(), starts)) return true;
  return std::find(kWords.begin(), kWords.end(), text.substr(0, word_end(text, 0))) != kWords.end();
}

// Of a text that does not begin as any JSON does that could be meant.
std::optional<JsonError> explain_other_text(std::string_view text) {
  const std::size_t begin = skip_blanks(text, 0);
  if (begin >= text.size() || text[begin] == '{' || text[begin] == '[' || text[begin] == '/') return std::nullopt;
  if (!begins_program(text.substr(begin))) return JsonError{begin, std::string(kWhatItIs)};
  return JsonError{begin, fmt::format("this seems to be a program, and none is read here: {}", kWhatItIs)};
}

// A token that is right in itself, in a place where it does not belong.
std::string explain_place(std::string_view text, const JsonSyntax& syntax, const Offender& offender) {
  const char first = text[offender.begin];
  const bool comma_before = offender.separator != std::string_view::npos && text[offender.separator] == ',';
  if (syntax.open.empty()) return "the scenario is over before this; leave the rest of the text away";
  const bool in_object = syntax.open.back().is_object;
  if (syntax.after == JsonPlace::key && offender.separator == std::string_view::npos) {
    return R"(a ":" is missing between the key and this)";
  }
  if (is_separator(first)) return fmt::format("a value is missing before this \"{}\"", first);
  if (syntax.after == JsonPlace::value && !comma_before) {
    if (first == ']' || first == '}') {
      return in_object ? R"(close the object with a "}" and not with a "]")"
                       : R"(close the list with a "]" and not with a "}")";
    }
    return R"(a "," is missing before this)";
  }
  if (first == ']' || first == '}') return fmt::format("a value is missing before this \"{}\"", first);
  if (in_object && syntax.after != JsonPlace::key) return R"(a key stands here, in double quotes: "key": value)";
  return "this is no value; write a string, a number, true, false, an object or a list";
}

}  // namespace

std::size_t skip_separators(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  while (at < text.size() && is_separator(text[at])) at = skip_blanks(text, at + 1);
  return at;
}

JsonError explain_syntax_error(std::string_view text, const JsonSyntax& syntax) {
  if (auto error = explain_other_text(text)) return *error;
  const Offender offender = find_offender(text, syntax);
  const std::size_t begin = offender.begin;
  if (begin >= text.size()) return explain_end(text, syntax);
  if (auto error = explain_token(text, begin)) return *error;

  const char first = text[begin];
  const bool separated = offender.separator != std::string_view::npos;
  if (separated && text[offender.separator] == ',' && (first == ']' || first == '}')) {
    return {offender.separator, fmt::format("leave out this comma: nothing follows it before the \"{}\"", first)};
  }
  const bool is_number = first == '-' || (first >= '0' && first <= '9');
  if (syntax.after == JsonPlace::value && begin == syntax.end && is_number && text[begin - 1] == '0') {
    return {begin - 1, "a number does not begin with 0, unless it is 0 or goes on with a point; leave the 0 away"};
  }
  if (separated || syntax.after == JsonPlace::opening) {
    const bool key_fits = syntax.open.back().is_object && syntax.after != JsonPlace::key;
    const std::string_view word = text.substr(begin, word_end(text, begin) - begin);
    if (is_number && !key_fits) return {begin, explain_number(text, begin)};
    if (!is_number && !word.empty() && !is_literal(word)) {
      return {begin,
              key_fits ? fmt::format("a key stands in double quotes: write {}", in_quotes(word)) : explain_word(word)};
    }
  }
  return {begin, explain_place(text, syntax, offender)};
}

}  // namespace interleave
