#include "core/scenario/json_document.h"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/utf8.h"
#include "core/scenario/json_scan.h"
#include "core/scenario/json_syntax.h"
#include "core/scenario/limits.h"

namespace interleave {
namespace {

// Reads the text for the parser and counts what it has taken, which is how the builder knows where it is.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  friend bool operator==(const CountingIterator& one, const CountingIterator& other) { return one.at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

}  // namespace

// Receives the parser's events. The parser does not say where a token begins, but between two events stand only blanks,
// comments, commas and colons, so that the end of the last one gives the beginning of the next.
class JsonBuilder {
 public:
  JsonBuilder(std::string_view text, const std::size_t& taken) : taken_(&taken) { document_.text_ = text; }

  JsonDocument take_document() { return std::move(document_); }
  JsonError take_error() { return std::move(error_); }

  bool null() { return add_scalar(JsonKind::null); }
  bool boolean(bool) { return add_scalar(JsonKind::boolean); }
  bool number_integer(nlohmann::json::number_integer_t) { return add_scalar(JsonKind::number); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return add_scalar(JsonKind::number); }
  bool number_float(nlohmann::json::number_float_t, const std::string&) { return add_scalar(JsonKind::number); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // not in a text

  bool string(std::string& decoded) {
    add_string(decoded);
    syntax_.after = JsonPlace::value;
    return true;
  }

  bool key(std::string& decoded) {
    add_string(decoded);
    syntax_.after = JsonPlace::key;
    return true;
  }

  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& error) {
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) {
      error_ = {token_begin(), fmt::format("{} is too large for a number; write a smaller one", in_quotes(token))};
      return false;
    }
    error_ = explain_syntax_error(document_.text_, syntax_);
    return false;
  }

 private:
  JsonDocument::Node& add(JsonKind kind, std::size_t begin, std::size_t end) {
    const auto next = static_cast<std::uint32_t>(document_.nodes_.size() + 1);
    syntax_.end = end;
    return document_.nodes_.emplace_back(JsonDocument::Node{static_cast<std::uint32_t>(begin), next,
                                                            static_cast<std::uint32_t>(end - begin), kind, false});
  }

  std::size_t token_begin() const { return skip_separators(document_.text_, syntax_.end); }

  bool add_scalar(JsonKind kind) {
    const std::size_t begin = token_begin();
    // The parser has read one character beyond a number.
    add(kind, begin, kind == JsonKind::number ? number_end(document_.text_, begin) : *taken_);
    syntax_.after = JsonPlace::value;
    return true;
  }

  void add_string(std::string& decoded) {
    const std::size_t begin = token_begin();
    JsonDocument::Node& node = add(JsonKind::string, begin, *taken_);
    node.extent -= 2;  // the quotes
    if (decoded.size() == node.extent) return;
    node.decoded = true;
    node.extent = static_cast<std::uint32_t>(document_.decoded_.size());
    document_.decoded_.push_back(std::move(decoded));
  }

  bool open(JsonKind kind) {
    const std::size_t begin = token_begin();
    if (open_.size() == kMostJsonDepth) {
      error_ = {begin, fmt::format("objects and lists stand in each other more than {} deep here; a scenario never "
                                   "needs that, so take some of the brackets away",
                                   kMostJsonDepth)};
      return false;
    }
    open_.push_back(document_.nodes_.size());
    syntax_.open.push_back({kind == JsonKind::object, begin});
    add(kind, begin, begin + 1);
    syntax_.after = JsonPlace::opening;
    return true;
  }

  bool close() {
    document_.nodes_[open_.back()].end = static_cast<std::uint32_t>(document_.nodes_.size());
    open_.pop_back();
    syntax_.open.pop_back();
    syntax_.end = *taken_;
    syntax_.after = JsonPlace::value;
    return true;
  }

  const std::size_t* taken_;
  JsonDocument document_;
  JsonError error_;
  JsonSyntax syntax_;
  std::vector<std::size_t> open_;  // the nodes of the containers that are not closed yet
};

std::string_view JsonValue::text() const {
  const JsonDocument::Node& node = this->node();
  if (node.decoded) return document_->decoded_[node.extent];
  return document_->text_.substr(node.offset + (node.kind == JsonKind::string ? 1 : 0), node.extent);
}

Result<JsonDocument, JsonError> parse_json(std::string_view text) {
  std::size_t taken = 0;
  JsonBuilder builder(text, taken);
  const bool parsed = nlohmann::json::sax_parse(CountingIterator(text.data(), &taken),
                                                CountingIterator(text.data() + text.size(), &taken), &builder,
                                                nlohmann::json::input_format_t::json, true, true);
  if (!parsed) return builder.take_error();
  return builder.take_document();
}

}  // namespace interleave
