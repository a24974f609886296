// A local stream socket with deadlines: whole frames or an error. For the server and the client of control.sock only.
// Any thread, one at a time for each socket.
#pragma once

#include "base/files.hpp"

#include <optional>
#include <sys/types.h>

namespace kiosk {

class ControlSocket {
public:
    ControlSocket() = default;
    explicit ControlSocket(int descriptor) : descriptor_(descriptor) {}
    ControlSocket(ControlSocket&& other) noexcept;
    ControlSocket& operator=(ControlSocket&& other) noexcept;
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;
    ~ControlSocket();

    // Nothing if no one listens there: no file, or one left behind by a kiosk that ended.
    [[nodiscard]] static base::Result<std::optional<ControlSocket>> connect(const base::Path& path);
    // Mode 0600. The file must not be there.
    [[nodiscard]] static base::Result<ControlSocket> listen(const base::Path& path);

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::optional<uid_t> peer() const; // who connected (SO_PEERCRED)

    // Up to the line end, which is taken but not given back. `wait` is for all of it, -1 for ever; `stop`, if not -1,
    // ends the waiting when it becomes readable.
    [[nodiscard]] base::Result<std::string> read_line(std::size_t most, int wait_ms, int stop = -1);
    [[nodiscard]] base::Result<base::Bytes> read_bytes(std::size_t count, int wait_ms, int stop = -1);
    [[nodiscard]] base::Result<void> write(base::ByteView bytes, int wait_ms, int stop = -1);

private:
    int descriptor_ = -1;
};

} // namespace kiosk
