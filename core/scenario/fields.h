#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/scenario/json_document.h"
#include "core/scenario/other_words.h"
#include "core/scenario/problems.h"

namespace interleave {

struct Field {
  JsonValue key;
  JsonValue value;
};

// The keys that an object may have.
struct KnownKeys {
  std::string_view what;  // the object, for messages: "a task"
  std::span<const std::string_view> all;
  std::string_view offered;  // those to name to somebody who is far off: "name", "call", ...
  std::span<const Synonym> synonyms = {};
  std::span<const LaterWord> later = {};
};

// The fields of an object that may have certain keys only. What it finds wrong with the keys it reports: a value that
// is no object, keys that are not known, keys given twice (the first one counts).
class Fields {
 public:
  Fields(JsonValue object, const KnownKeys& known, Problems& problems);

  bool is_object() const { return is_object_; }
  bool has_unknown_keys() const { return has_unknown_keys_; }
  const std::vector<Field>& in_order() const { return fields_; }

  // A key of the known ones.
  const Field* find(std::string_view key) const;

 private:
  void add(const Field& field, const KnownKeys& known, Problems& problems);

  bool is_object_ = false;
  bool has_unknown_keys_ = false;
  std::vector<Field> fields_;
};

// The keys and the values of an object, by turns.
template <class Visit>
void for_each_field(JsonValue object, Visit visit) {
  for (auto item = object.begin(); item != object.end(); ++item) {
    const JsonValue key = *item;
    visit(Field{key, *++item});
  }
}

}  // namespace interleave
