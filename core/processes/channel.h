#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace interleave {

// What a process and its worker processes tell each other; see the functions in messages.h for what goes with each.
enum class MessageKind : std::uint32_t {
  // To a worker process.
  setup,
  job,
  clock,
  has_core,  // the answers to what it asks of cores
  must_wait,
  nobody_waits,
  granted,  // the core that it waits for is its own
  // From it.
  ready,
  events,
  ended,
  ask_for_core,
  pass_core_on,
  give_core_back,
};

struct Message {
  MessageKind kind{};
  std::string body;
};

// One end of a connection between two processes, which carries whole messages in order. Closes it in the end.
class Channel {
 public:
  // An open socket, which is now its own.
  explicit Channel(int socket) : socket_(socket) {}
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  // Both ends of a new one, as sockets that no other process inherits; none where the system has no more.
  static std::optional<std::pair<int, int>> make_pair();

  int socket() const { return socket_; }

  // False when the other end is gone. Any thread.
  bool send(MessageKind kind, std::string_view body = {});
  // Waits for the next message; none when the other end is gone, whatever part of one it has left. One thread.
  std::optional<Message> receive();
  // Whether nothing can come any more: the other end is gone, and nothing is left to be received. Any thread.
  bool is_closed() const;

 private:
  bool read_whole(char* to, std::size_t size) const;

  const int socket_;
  std::mutex sending_;  // one message at a time
};

}  // namespace interleave
