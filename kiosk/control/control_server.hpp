// Listens on control.sock for kioskctl while the kiosk runs. A thread of its own reads and writes; what is asked is
// done on the main thread, by `serve_pending`. Only the kiosk's own user and root are heard. Main thread.
#pragma once

#include "base/files.hpp"
#include "kiosk/control/control_message.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace kiosk {

class ControlServer {
public:
    // Nothing: not done yet. It is asked again with the same request at the next `serve_pending`; the handler itself
    // sees to it that the main loop wakes.
    using Handler = std::function<std::optional<Reply>(const Request&)>;
    using Wake = std::function<void()>;

    // Takes over a socket file that nobody answers on; retry_later if another kiosk does. `wake` is called on the
    // server's thread when `serve_pending` has something to do; it must only wake the main loop.
    [[nodiscard]] static base::Result<std::unique_ptr<ControlServer>> open(const base::Path& socket, Handler handler,
                                                                           Wake wake);
    // Answers what waits with "the kiosk is closing", ends the thread and removes the socket file.
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    // Does what was asked, on the caller's thread. How many requests were served.
    int serve_pending();

private:
    struct Parts;
    explicit ControlServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace kiosk
