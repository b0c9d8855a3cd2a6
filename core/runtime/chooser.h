#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave {

// One of those that could come first at a moment.
struct Candidate {
  enum class Kind : std::uint8_t {
    worker,   // has its turn; `number` is its place in the order of spawning, from 1: the main program is none
    timer,    // of a task of an event loop, rings; `number` is the task's
    arrival,  // the timer of an event loop's main program; `number` is that of the first task that it submits then
  };
  Kind kind = Kind::worker;
  std::uint32_t number = 0;

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

// Those who could come first, in order. Only for as long as the choice is made.
class Candidates {
 public:
  virtual std::size_t size() const = 0;  // at least one
  virtual Candidate operator[](std::size_t position) const = 0;

 protected:
  ~Candidates() = default;
};

// Decides who comes first. It is asked at every such choice of a run, also where there is only one candidate; whoever
// is not chosen keeps their place among the others. Always the first is the usual order: first in, first out.
class Chooser {
 public:
  virtual ~Chooser() = default;

  // A position among the candidates, who are all workers, or all timers, one of them an arrival at most.
  virtual std::size_t choose(const Candidates& candidates) = 0;

  // Whether it does not look who stands where. Then it need not be asked about one alone, and nobody keeps their place,
  // so that a choice among many costs no more than one among few.
  virtual bool draws_lots() const { return false; }
};

// Takes whom the chooser chooses out of a list of those who are candidates.
template <class List>
typename List::value_type take_chosen(List& list, const Candidates& candidates, Chooser& chooser) {
  const auto chosen = list.begin() + static_cast<std::ptrdiff_t>(chooser.choose(candidates));
  const typename List::value_type taken = *chosen;
  if (chooser.draws_lots()) {
    *chosen = list.back();
    list.pop_back();
  } else {
    list.erase(chosen);
  }
  return taken;
}

// Draws lots: the same seed, other than 0, draws the same.
class SeededChooser final : public Chooser {
 public:
  explicit SeededChooser(std::uint64_t seed) : random_(seed) {}

  std::size_t choose(const Candidates& candidates) override;
  bool draws_lots() const override { return true; }

 private:
  std::uint64_t random_;
};

}  // namespace interleave
