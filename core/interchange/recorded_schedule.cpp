#include "core/interchange/recorded_schedule.h"

#include <algorithm>

namespace interleave {

void write_schedule(ByteWriter& to, const RunInfo& info) {
  to.number(info.timing ? static_cast<std::uint64_t>(*info.timing) + 1 : 0);
  to.number(info.schedule ? 1 : 0);
  if (!info.schedule) return;
  to.number(info.schedule->size());
  for (const Token& token : *info.schedule) {
    to.number(index(token.task));
    to.number(static_cast<std::uint64_t>(token.kind));
    if (token.kind == Token::Kind::takes) to.number(index(token.taken));
  }
}

void read_schedule(ByteReader& from, RunInfo& info) {
  constexpr std::size_t kBytesEach = 2;
  const auto task = [&] { return task_id(from.number(std::max<std::size_t>(info.tasks.size(), 1) - 1)); };
  const std::uint64_t timing = from.number(kTimingWords.size());
  if (timing > 0) info.timing = static_cast<Timing>(timing - 1);
  if (from.number(1) == 0) return;
  info.schedule.emplace(from.count(kBytesEach));
  if (info.tasks.empty() && !info.schedule->empty()) from.fail("it names one of no tasks");
  for (Token& token : *info.schedule) {
    if (!from.ok()) return;
    token.task = task();
    token.kind = from.one_of(Token::Kind::takes);
    if (token.kind == Token::Kind::takes) token.taken = task();
  }
}

}  // namespace interleave
