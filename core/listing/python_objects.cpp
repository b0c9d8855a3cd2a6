#include "core/listing/python_objects.h"

#include <array>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "core/listing/literals.h"

namespace interleave {
namespace {

std::string_view table_of(SharedUse use) {
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

// How the object begins.
std::string made(const SharedObject& object, bool is_async) {
  switch (object.kind) {
    case ObjectKind::variable:
      return fmt::format("{}", object.number);
    case ObjectKind::semaphore:
      return fmt::format("{}.Semaphore({})", is_async ? "asyncio" : "threading", object.number);
    case ObjectKind::queue: {
      const std::string room = object.number == 0 ? "" : fmt::format("maxsize={}", object.number);
      return fmt::format("{}.Queue({})", is_async ? "asyncio" : "queue", room);
    }
    case ObjectKind::lock:
      break;
  }
  return fmt::format("{}.Lock()", is_async ? "asyncio" : "threading");
}

void write_table(ListingWriter& writer, const Outline& outline, SharedUse use) {
  writer.line(fmt::format("{} = {{", table_of(use)));
  writer.indent();
  for (const ListedObject& object : outline.objects.all()) {
    if (use_of(object.what.kind) != use) continue;
    writer.line(fmt::format("{}: {},", string_literal(object.what.name, Language::python),
                            made(object.what, outline.is_async())));
  }
  writer.outdent();
  writer.line("}");
}

}  // namespace

void import_for_objects(Imports& imports, const Outline& outline) {
  if (outline.is_async()) return;
  const ListedObjects& objects = outline.objects;
  if (objects.has(ObjectKind::lock) || objects.has(ObjectKind::semaphore)) {
    imports.add("import threading", LineRole::program);
  }
  if (objects.has(ObjectKind::queue)) imports.add("import queue", LineRole::program);
}

void write_python_objects(ListingWriter& writer, const Outline& outline) {
  const ListedObjects& objects = outline.objects;
  if (!objects.all().empty()) writer.line("");
  if (!objects.all().empty() && !traits(outline.mode).shares_memory) writer.line("# Each process has its own:");
  for (const ListedObject& object : objects.all()) {
    if (objects.has_table(use_of(object.what.kind))) continue;
    writer.line(fmt::format("{} = {}", object.identifier, made(object.what, outline.is_async())));
  }
  for (const SharedUse use : {SharedUse::variable, SharedUse::lock, SharedUse::queue}) {
    if (objects.has_table(use)) write_table(writer, outline, use);
  }
}

std::string python_object(const Outline& outline, const ListedFunction& function, SharedUse use,
                          const SharedName& name) {
  const std::string* const text = fixed_name(name);
  if (text == nullptr) {
    return fmt::format("{}[{}]", table_of(use), function.local(std::get<Placeholder>(name)).identifier);
  }
  if (!outline.objects.has_table(use)) return outline.objects.find(use, *text).identifier;
  return fmt::format("{}[{}]", table_of(use), string_literal(*text, Language::python));
}

}  // namespace interleave
