#include "kiosk/control/control_client.hpp"

#include "kiosk/control/control_socket.hpp"

namespace kiosk {

namespace {

constexpr int most_send_ms = 10'000;
constexpr int most_work_ms = 300'000; // importing the largest roster on the slowest machine

base::Result<Reply> ask(ControlSocket& kiosk, const Request& request) {
    TRY(kiosk.write(base::bytes_of(frame_line(request)), most_send_ms));
    TRY(kiosk.write(request.body, most_send_ms));
    const std::string line = TRY(kiosk.read_line(most_frame_line, most_work_ms));
    const ReplyFrame frame = TRY(read_reply_line(line));
    const base::Bytes out = TRY(kiosk.read_bytes(frame.out, most_send_ms));
    const base::Bytes err = TRY(kiosk.read_bytes(frame.err, most_send_ms));
    return Reply{frame.exit, std::string(base::text_of(out)), std::string(base::text_of(err))};
}

} // namespace

base::Result<std::optional<Reply>> ask_running_kiosk(const base::Path& socket, const Request& request) {
    std::optional<ControlSocket> kiosk = TRY(ControlSocket::connect(socket));
    if (!kiosk) return std::optional<Reply>();
    return std::optional(TRY_DOING(ask(*kiosk, request), "asking the running kiosk"));
}

} // namespace kiosk
