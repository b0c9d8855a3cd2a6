#include "core/listing/cpp_objects.h"

#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "core/listing/cpp_shared_support.h"
#include "core/listing/expression_text.h"
#include "core/listing/literals.h"

namespace interleave {
namespace {

std::string_view map_of(SharedUse use) {
  switch (use) {
    case SharedUse::variable:
      return "shared";
    case SharedUse::queue:
      return "queues";
    case SharedUse::lock:
      break;
  }
  return "locks";
}

std::string_view variable_type(const Outline& outline) {
  return has_atomics(outline) ? "std::atomic<std::int64_t>" : "std::int64_t";
}

// What all have that are used so.
std::string_view type_in_map(const Outline& outline, SharedUse use) {
  switch (use) {
    case SharedUse::variable:
      return variable_type(outline);
    case SharedUse::queue:
      return "Queue";
    case SharedUse::lock:
      break;
  }
  if (!has_standard_locks(outline)) return "Semaphore";
  return outline.objects.has(ObjectKind::semaphore) ? "std::counting_semaphore<>" : "std::mutex";
}

std::string declaration(const ListedObject& object, const Outline& outline) {
  const bool is_standard = has_standard_locks(outline);
  const SharedObject& what = object.what;
  switch (what.kind) {
    case ObjectKind::variable: {
      const std::string value = expression_text(whole_number(what.number), Language::cpp, nullptr);
      return fmt::format("{} {} = {};", variable_type(outline), object.identifier, value);
    }
    case ObjectKind::semaphore:
      return fmt::format("{} {}({});", is_standard ? "std::counting_semaphore<>" : "Semaphore", object.identifier,
                         what.number);
    case ObjectKind::queue:
      return fmt::format("Queue {}({});", object.identifier, what.number);
    case ObjectKind::lock:
      break;
  }
  return fmt::format("{} {};", is_standard ? "std::mutex" : "Lock", object.identifier);
}

void write_map(ListingWriter& writer, const Outline& outline, SharedUse use) {
  writer.line(fmt::format("const std::map<std::string, {}&> {} = {{", type_in_map(outline, use), map_of(use)));
  writer.indent();
  for (const ListedObject& object : outline.objects.all()) {
    if (use_of(object.what.kind) != use) continue;
    writer.line(fmt::format("{{{}, {}}},", string_literal(object.what.name, Language::cpp), object.identifier));
  }
  writer.outdent();
  writer.line("};");
}

}  // namespace

bool has_atomics(const Outline& outline) { return outline.objects.has(ObjectKind::variable) && outline.has_threads(); }

void include_for_objects(Imports& imports, const Outline& outline) {
  const ListedObjects& objects = outline.objects;
  if (objects.has(ObjectKind::variable)) imports.add("#include <cstdint>", LineRole::program);
  if (has_atomics(outline)) imports.add("#include <atomic>", LineRole::program);
  for (const SharedUse use : {SharedUse::variable, SharedUse::lock, SharedUse::queue}) {
    if (objects.has_table(use)) imports.add("#include <map>", LineRole::program);
  }
  if (has_standard_locks(outline)) {
    const bool has_mutexes = objects.has(ObjectKind::lock) || objects.has_table(SharedUse::lock);
    if (has_mutexes) imports.add("#include <mutex>", LineRole::program);
    if (objects.has(ObjectKind::semaphore)) imports.add("#include <semaphore>", LineRole::program);
  }
  include_for_shared_support(imports, outline);
}

void write_cpp_objects(ListingWriter& writer, const Outline& outline) {
  write_shared_support(writer, outline);
  const ListedObjects& objects = outline.objects;
  if (!objects.all().empty()) writer.line("");
  if (!objects.all().empty() && !traits(outline.mode).shares_memory) writer.line("// Each process has its own:");
  if (has_atomics(outline)) {
    writer.line(
        "// Atomic: on a plain variable, accesses of which nothing decides which comes first are a data race, and");
    writer.line("// undefined. What comes out still depends on the order.");
  }
  for (const ListedObject& object : objects.all()) writer.line(declaration(object, outline));
  for (const SharedUse use : {SharedUse::variable, SharedUse::lock, SharedUse::queue}) {
    if (objects.has_table(use)) write_map(writer, outline, use);
  }
}

std::string cpp_object(const Outline& outline, const ListedFunction& function, SharedUse use, const SharedName& name) {
  if (const std::string* const text = fixed_name(name)) return outline.objects.find(use, *text).identifier;
  return fmt::format("{}.at({})", map_of(use), function.local(std::get<Placeholder>(name)).identifier);
}

bool is_mutex(const Outline& outline, const SharedName& lock) {
  if (!has_standard_locks(outline)) return false;
  const std::string* const name = fixed_name(lock);
  return name != nullptr ? outline.objects.find(SharedUse::lock, *name).what.kind == ObjectKind::lock
                         : !outline.objects.has(ObjectKind::semaphore);
}

}  // namespace interleave
