#include "core/scenario/fields.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

// The row of the table with that word; null: there is none.
template <class Row>
const Row* find_word(std::span<const Row> table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.word == word; });
  return found == table.end() ? nullptr : &*found;
}

std::string explain_unknown(std::string_view key, const KnownKeys& known) {
  if (const LaterWord* later = find_word(known.later, key)) {
    return fmt::format("{} is not supported by this version; {}", in_quotes(key), later->instead);
  }
  std::string hint;
  if (const Synonym* synonym = find_word(known.synonyms, key)) {
    hint = fmt::format("; did you mean {}?", in_quotes(synonym->key));
  } else {
    hint = suggestion(key, known.all);
  }
  if (hint.empty()) hint = fmt::format("; the keys of {} are {}", known.what, known.offered);
  return fmt::format("unknown key {}{}", in_quotes(key), hint);
}

}  // namespace

Fields::Fields(JsonValue object, const KnownKeys& known, Problems& problems) {
  is_object_ = object.is(JsonKind::object);
  if (!is_object_) {
    problems.add(object.offset(), "{} is an object, {{...}}, and not {}", known.what, describe(object));
    return;
  }
  for_each_field(object, [&](const Field& field) { add(field, known, problems); });
}

const Field* Fields::find(std::string_view key) const {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.key.text() == key; });
  return found == fields_.end() ? nullptr : &*found;
}

void Fields::add(const Field& field, const KnownKeys& known, Problems& problems) {
  const std::string_view key = field.key.text();
  const std::size_t offset = field.key.offset();
  if (std::find(known.all.begin(), known.all.end(), key) == known.all.end()) {
    has_unknown_keys_ = true;
    if (problems.wants(offset)) problems.add(offset, "{}", explain_unknown(key, known));
  } else if (find(key) != nullptr) {
    problems.add(offset, "the key {} is given twice; keep one of them", in_quotes(key));
  } else {
    fields_.push_back(field);
  }
}

}  // namespace interleave
