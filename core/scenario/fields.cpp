#include "core/scenario/fields.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/scenario/wording.h"

namespace interleave {

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
    if (!problems.wants(offset)) return;
    std::string hint = suggestion(key, known.all);
    if (hint.empty()) hint = fmt::format("; the keys of {} are {}", known.what, known.offered);
    problems.add(offset, "unknown key {}{}", in_quotes(key), hint);
  } else if (find(key) != nullptr) {
    problems.add(offset, "the key {} is given twice; keep one of them", in_quotes(key));
  } else {
    fields_.push_back(field);
  }
}

}  // namespace interleave
