#include "core/threads/core_tokens.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace interleave;

namespace {

struct Named final : CoreTokens::Waiter {
  Named(std::string name_, std::vector<std::string>& granted_) : name(std::move(name_)), log(granted_) {}
  void queued() override {}
  void granted() override { log.push_back(name); }
  std::string name;
  std::vector<std::string>& log;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("as many tokens are taken at once as there are; who comes later waits") {
  Names granted;
  Named a("a", granted), b("b", granted), c("c", granted);
  CoreTokens tokens(2);
  CHECK(tokens.take_or_queue(a, Time{}));
  CHECK(tokens.take_or_queue(b, Time{}));
  CHECK(!tokens.take_or_queue(c, Time{}));
  CHECK(granted == Names{});
  tokens.give_back();
  CHECK(granted == Names{"c"});
}

TEST_CASE("a token that is given back goes to who has waited longest, and is free when nobody waits") {
  Names granted;
  Named a("a", granted), b("b", granted), c("c", granted), d("d", granted);
  CoreTokens tokens(1);
  CHECK(tokens.take_or_queue(a, Time{}));
  CHECK(!tokens.take_or_queue(b, Time{}));
  CHECK(!tokens.take_or_queue(c, Time{}));
  tokens.give_back();
  tokens.give_back();
  CHECK(granted == Names{"b", "c"});
  CHECK(!tokens.take_or_queue(d, Time{}));
  tokens.give_back();
  tokens.give_back();
  CHECK(granted == Names{"b", "c", "d"});
  CHECK(tokens.take_or_queue(a, Time{}));
}

TEST_CASE("passing on queues behind everybody who waits, and keeps the token when nobody does") {
  Names granted;
  Named a("a", granted), b("b", granted), c("c", granted);
  CoreTokens tokens(1);
  CHECK(tokens.take_or_queue(a, Time{}));
  CHECK(!tokens.pass_on(a, Time{}));
  CHECK(!tokens.take_or_queue(b, Time{}));
  CHECK(!tokens.take_or_queue(c, Time{}));
  CHECK(tokens.pass_on(a, Time{}));
  CHECK(tokens.pass_on(b, Time{}));
  CHECK(tokens.pass_on(c, Time{}));
  CHECK(granted == Names{"b", "c", "a"});
}

TEST_CASE("who leaves the queue gets no token, but who had been granted one is told so") {
  Names granted;
  Named a("a", granted), b("b", granted), c("c", granted);
  CoreTokens tokens(1);
  CHECK(tokens.take_or_queue(a, Time{}));
  CHECK(!tokens.take_or_queue(b, Time{}));
  CHECK(!tokens.take_or_queue(c, Time{}));
  CHECK(tokens.leave_queue(b));
  tokens.give_back();
  CHECK(granted == Names{"c"});
  CHECK(!tokens.leave_queue(c));
}
