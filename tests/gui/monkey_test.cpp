// Presses and drags at random, far from what anybody would think of. INTERLEAVE_MONKEY_FRAMES and
// INTERLEAVE_MONKEY_SEED say how many frames, of all four tests together, and from which seed.
#include "tests/gui/monkey.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <string>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace interleave::gui {

namespace {

constexpr std::size_t kFrames = 5'000;
constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kTests = 4;
constexpr std::size_t kFramesOfOne = 1'000;  // then another monkey goes on with another seed

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// An assertion of ImGui's, or a sanitizer, ends the program: then this tells how it came to that.
const Monkey* playing = nullptr;

void tell_trail() {
  if (playing != nullptr) std::fputs(playing->trail().c_str(), stderr);
}
void on_abort(int) { tell_trail(); }

class TellsHow {
 public:
  explicit TellsHow(const Monkey& monkey) : before_(std::signal(SIGABRT, on_abort)) {
    playing = &monkey;
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(tell_trail);
#endif
  }
  TellsHow(const TellsHow&) = delete;
  TellsHow& operator=(const TellsHow&) = delete;
  ~TellsHow() {
    playing = nullptr;
    std::signal(SIGABRT, before_);
  }

 private:
  void (*before_)(int);
};

void let_play(Shape shape) {
  std::size_t frames = number_from("INTERLEAVE_MONKEY_FRAMES", kFrames) / kTests;
  std::uint64_t seed = number_from("INTERLEAVE_MONKEY_SEED", kSeed);
  for (; frames > 0; ++seed) {
    Monkey monkey(shape, seed);
    const TellsHow told(monkey);
    monkey.play(std::min(frames, kFramesOfOne));
    for (const std::string& rule : monkey.broken()) FAIL_CHECK(rule);
    if (!monkey.broken().empty()) FAIL(monkey.trail());
    frames -= std::min(frames, monkey.frames());
  }
}

}  // namespace

TEST_CASE("a monkey breaks nothing of a window of 1280 by 720") { let_play({1280, 720, 100}); }
TEST_CASE("a monkey breaks nothing of a window of 1600 by 900") { let_play({1600, 900, 100}); }
TEST_CASE("a monkey breaks nothing of a window of 1920 by 1080") { let_play({1920, 1080, 100}); }
TEST_CASE("a monkey breaks nothing of a window of 3840 by 2160") { let_play({3840, 2160, 200}); }

}  // namespace interleave::gui
