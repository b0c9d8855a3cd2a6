#include "tests/bench/heap.h"

#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

bool counting = false;
std::size_t live = 0;

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  if (counting) live += malloc_usable_size(memory);
  return memory;
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto unit = static_cast<std::size_t>(alignment);
  void* const memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit);
  if (memory == nullptr) throw std::bad_alloc();
  if (counting) live += malloc_usable_size(memory);
  return memory;
}

void operator delete(void* memory) noexcept {
  if (counting && memory != nullptr) live -= malloc_usable_size(memory);
  std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept { operator delete(memory); }
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
  operator delete(memory);
}

namespace interleave::bench {

void keep_heap_warm() {
  constexpr int kOneGigabyte = 1 << 30;
  mallopt(M_TRIM_THRESHOLD, kOneGigabyte);
  mallopt(M_MMAP_THRESHOLD, kOneGigabyte);
  mallopt(M_ARENA_MAX, 1);
}

HeapCount::HeapCount() {
  live = 0;
  counting = true;
}

HeapCount::~HeapCount() { counting = false; }

std::size_t HeapCount::live_bytes() const { return live; }

}  // namespace interleave::bench
