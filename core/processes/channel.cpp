#include "core/processes/channel.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace interleave {
namespace {

struct Head {
  MessageKind kind;
  std::uint32_t size;
};

// More than any message has; what claims to be longer comes from nobody of ours.
constexpr std::uint32_t kMostBytes = 1U << 30U;

}  // namespace

Channel::~Channel() { ::close(socket_); }

std::optional<std::pair<int, int>> Channel::make_pair() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return std::nullopt;
  return std::pair(ends[0], ends[1]);
}

bool Channel::send(MessageKind kind, std::string_view body) {
  const Head head{kind, static_cast<std::uint32_t>(body.size())};
  std::string bytes(sizeof head, '\0');
  std::memcpy(bytes.data(), &head, sizeof head);
  bytes += body;
  const std::scoped_lock lock(sending_);
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

bool Channel::read_whole(char* to, std::size_t size) const {
  for (std::size_t got = 0; got < size;) {
    const auto count = ::recv(socket_, to + got, size - got, 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    got += static_cast<std::size_t>(count);
  }
  return true;
}

std::optional<Message> Channel::receive() {
  Head head{};
  if (!read_whole(reinterpret_cast<char*>(&head), sizeof head) || head.size > kMostBytes) return std::nullopt;
  Message message{head.kind, std::string(head.size, '\0')};
  if (!read_whole(message.body.data(), head.size)) return std::nullopt;
  return message;
}

bool Channel::is_closed() const {
  char byte = 0;
  const auto count = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

}  // namespace interleave
