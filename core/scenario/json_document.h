#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/json_error.h"

namespace interleave {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

class JsonValue;

// A JSON text as it was written: every value and key with its place, members in their order, keys given twice kept
// twice, numbers as text. Values stand in one array, each container before its contents. The text must outlive it.
class JsonDocument {
 public:
  JsonValue root() const;

 private:
  friend class JsonValue;
  friend class JsonBuilder;

  struct Node {
    std::uint32_t offset = 0;  // of the first byte in the text
    std::uint32_t end = 0;     // the position after the last node of this value
    std::uint32_t extent = 0;  // string: the decoded length, or its position in decoded_; else the length in the text
    JsonKind kind = JsonKind::null;
    bool decoded = false;  // string: it has escapes, so it stands in decoded_
  };

  std::string_view text_;
  std::vector<Node> nodes_;
  std::deque<std::string> decoded_;
};

// A value of a document, which must outlive it. An object's items are its keys and values by turns.
class JsonValue {
 public:
  JsonValue(const JsonDocument& document, std::uint32_t node) : document_(&document), node_(node) {}

  JsonKind kind() const { return node().kind; }
  std::size_t offset() const { return node().offset; }
  bool is(JsonKind kind) const { return node().kind == kind; }

  // A string as decoded; any other scalar as written.
  std::string_view text() const;
  bool is_true() const { return is(JsonKind::boolean) && text() == "true"; }

  class Iterator {
   public:
    Iterator(const JsonDocument& document, std::uint32_t node) : document_(&document), node_(node) {}
    JsonValue operator*() const { return {*document_, node_}; }
    Iterator& operator++() {
      node_ = document_->nodes_[node_].end;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const JsonDocument* document_;
    std::uint32_t node_;
  };

  bool empty() const { return begin() == end(); }
  Iterator begin() const { return {*document_, node_ + 1}; }
  Iterator end() const { return {*document_, node().end}; }

 private:
  const JsonDocument::Node& node() const { return document_->nodes_[node_]; }

  const JsonDocument* document_;
  std::uint32_t node_;
};

inline JsonValue JsonDocument::root() const { return {*this, 0}; }

// Reads one JSON text of less than 4 GiB: valid UTF-8 without NUL bytes, with // and /* */ comments allowed.
Result<JsonDocument, JsonError> parse_json(std::string_view text);

}  // namespace interleave
