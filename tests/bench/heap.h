#pragma once

#include <cstddef>

// The heap of this program: operator new and delete are replaced by ones that can count.
namespace interleave::bench {

// Keeps freed memory, for all threads, instead of giving it back to the system: otherwise every run would begin with
// the page faults of the run before, and what is measured would be the kernel.
void keep_heap_warm();

// While it lives, counts what this thread allocates and frees. One at a time, and no other thread may allocate.
class HeapCount {
 public:
  HeapCount();
  ~HeapCount();
  HeapCount(const HeapCount&) = delete;
  HeapCount& operator=(const HeapCount&) = delete;

  // Bytes allocated since, as the allocator rounds them, and not freed.
  std::size_t live_bytes() const;
};

}  // namespace interleave::bench
