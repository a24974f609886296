#include "kiosk/control/control_socket.hpp"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace kiosk {

namespace {

base::Error system_error(const char* doing) {
    return base::call_staff(std::string("control socket: cannot ") + doing + ": " + std::strerror(errno));
}

base::Result<sockaddr_un> address_of(const base::Path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = path.string();
    if (name.size() >= sizeof(address.sun_path)) {
        return base::call_staff(name + ": longer than the " + std::to_string(sizeof(address.sun_path) - 1) +
                                " bytes allowed for a socket; use a shorter state folder");
    }
    std::memcpy(address.sun_path, name.data(), name.size());
    return address;
}

base::Result<int> new_socket() {
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) return system_error("make a socket");
    return descriptor;
}

// Counts down over several waits, so that a peer cannot stretch its time by sending single bytes.
class Deadline {
public:
    explicit Deadline(int wait_ms) : wait_ms_(wait_ms) {}
    base::Result<void> wait_for(int descriptor, short events, int stop) const {
        while (true) {
            std::array<pollfd, 2> ends{pollfd{descriptor, events, 0}, pollfd{stop, POLLIN, 0}};
            const int ready = ::poll(ends.data(), ends.size(), left());
            if (ready < 0 && errno == EINTR) continue;
            if (ready < 0) return system_error("wait");
            if (ready == 0) return base::retry_later("control socket: the other side did not answer in time");
            if (ends[1].revents != 0) return base::retry_later("control socket: closing");
            return {};
        }
    }

private:
    using Steady = std::chrono::steady_clock;
    [[nodiscard]] int left() const {
        if (wait_ms_ < 0) return -1;
        const auto gone = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begun_).count();
        return gone >= wait_ms_ ? 0 : wait_ms_ - static_cast<int>(gone);
    }
    int wait_ms_;
    Steady::time_point begun_ = Steady::now();
};

base::Result<std::size_t> read_some(int descriptor, std::span<std::uint8_t> into, const Deadline& deadline, int stop) {
    while (true) {
        const ssize_t count = ::recv(descriptor, into.data(), into.size(), 0);
        if (count > 0) return static_cast<std::size_t>(count);
        if (count == 0) return base::retry_later("control socket: the other side closed it");
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            TRY(deadline.wait_for(descriptor, POLLIN, stop));
        } else if (errno != EINTR) {
            return system_error("read");
        }
    }
}

} // namespace

ControlSocket::ControlSocket(ControlSocket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

ControlSocket& ControlSocket::operator=(ControlSocket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

ControlSocket::~ControlSocket() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

base::Result<std::optional<ControlSocket>> ControlSocket::connect(const base::Path& path) {
    const sockaddr_un address = TRY(address_of(path));
    ControlSocket socket(TRY(new_socket()));
    if (::connect(socket.descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
        return std::optional(std::move(socket));
    }
    if (errno == ENOENT || errno == ECONNREFUSED || errno == ENOTDIR) return std::optional<ControlSocket>();
    // A full queue: somebody listens, but is busy.
    if (errno == EAGAIN) return base::retry_later("control socket: the kiosk is busy; try again");
    return system_error("connect");
}

base::Result<ControlSocket> ControlSocket::listen(const base::Path& path) {
    const sockaddr_un address = TRY(address_of(path));
    ControlSocket socket(TRY(new_socket()));
    // The mode is there with the name: nobody else can connect in between.
    if (::fchmod(socket.descriptor_, S_IRUSR | S_IWUSR) != 0 ||
        ::bind(socket.descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        return system_error("be made");
    }
    if (::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.descriptor_, 64) != 0) {
        return system_error("listen");
    }
    return socket;
}

std::optional<uid_t> ControlSocket::peer() const {
    ucred who{};
    socklen_t size = sizeof(who);
    if (::getsockopt(descriptor_, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return std::nullopt;
    return who.uid;
}

base::Result<std::string> ControlSocket::read_line(std::size_t most, int wait_ms, int stop) {
    const Deadline deadline(wait_ms);
    std::string line;
    while (true) {
        // Byte by byte, so that what follows the line stays in the socket; a line is short.
        std::uint8_t byte = 0;
        TRY(read_some(descriptor_, {&byte, 1}, deadline, stop));
        if (byte == '\n') return line;
        if (line.size() == most) return base::ask_again("control socket: a line is too long");
        line += static_cast<char>(byte);
    }
}

base::Result<base::Bytes> ControlSocket::read_bytes(std::size_t count, int wait_ms, int stop) {
    const Deadline deadline(wait_ms);
    base::Bytes bytes(count);
    std::size_t filled = 0;
    while (filled < count) {
        filled += TRY(read_some(descriptor_, std::span(bytes).subspan(filled), deadline, stop));
    }
    return bytes;
}

base::Result<void> ControlSocket::write(base::ByteView bytes, int wait_ms, int stop) {
    const Deadline deadline(wait_ms);
    while (!bytes.empty()) {
        const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            TRY(deadline.wait_for(descriptor_, POLLOUT, stop));
        } else if (errno != EINTR) {
            return system_error("write");
        }
    }
    return {};
}

} // namespace kiosk
