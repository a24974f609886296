#include "kiosk/control/control_server.hpp"

#include "kiosk/control/control_socket.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace kiosk {

namespace {

constexpr int most_wait_ms = 10'000; // for a peer to send what it announced, or to take what it asked for

base::Result<void> answer(ControlSocket& peer, const Reply& reply, int stop) {
    TRY(peer.write(base::bytes_of(frame_line(reply)), most_wait_ms, stop));
    TRY(peer.write(base::bytes_of(reply.out), most_wait_ms, stop));
    return peer.write(base::bytes_of(reply.err), most_wait_ms, stop);
}

} // namespace

struct ControlServer::Parts {
    base::Path path;
    Handler handler;
    Wake wake;
    ControlSocket listener;
    ControlSocket stop; // an eventfd: readable once the server closes

    std::mutex mutex;
    std::condition_variable answered;
    bool is_closing = false;
    std::optional<Request> waiting; // one peer is served at a time
    std::optional<Reply> reply;
    std::thread thread;

    std::optional<Request> in_hand; // the main thread's

    void run() {
        while (true) {
            std::array<pollfd, 2> ends{pollfd{listener.descriptor(), POLLIN, 0}, pollfd{stop.descriptor(), POLLIN, 0}};
            if (::poll(ends.data(), ends.size(), -1) < 0) continue;
            if (ends[1].revents != 0) return;
            ControlSocket peer(::accept4(listener.descriptor(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
            if (peer.descriptor() < 0) continue;
            const auto who = peer.peer();
            if (!who || (*who != ::geteuid() && *who != 0)) continue;
            // A peer that breaks off or talks nonsense is its own loss; the next one is served.
            if (serve(peer).is_error()) continue;
        }
    }

    base::Result<void> serve(ControlSocket& peer) {
        const std::string line = TRY(peer.read_line(most_frame_line, most_wait_ms, stop.descriptor()));
        auto frame = read_request_line(line);
        if (frame.is_error()) return answer(peer, {64, "", frame.error().message + "\n"}, stop.descriptor());
        frame.value().request.body = TRY(peer.read_bytes(frame.value().body, most_wait_ms, stop.descriptor()));
        return answer(peer, ask_main_thread(frame.release_value().request), stop.descriptor());
    }

    Reply ask_main_thread(Request request) {
        {
            const std::lock_guard lock(mutex);
            waiting = std::move(request);
            reply.reset();
        }
        wake();
        std::unique_lock lock(mutex);
        answered.wait(lock, [&] { return reply.has_value() || is_closing; });
        return reply ? *std::exchange(reply, std::nullopt) : Reply{75, "", "the kiosk is closing; try again\n"};
    }
};

ControlServer::ControlServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

base::Result<std::unique_ptr<ControlServer>> ControlServer::open(const base::Path& socket, Handler handler, Wake wake) {
    if (TRY(ControlSocket::connect(socket))) {
        return base::retry_later(socket.string() + ": another kiosk runs on this state folder");
    }
    TRY(base::DiskFiles().remove(socket));
    auto parts = std::make_unique<Parts>();
    parts->path = socket;
    parts->handler = std::move(handler);
    parts->wake = std::move(wake);
    parts->listener = TRY(ControlSocket::listen(socket));
    parts->stop = ControlSocket(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (parts->stop.descriptor() < 0) return base::call_staff("control socket: no eventfd is left");
    Parts& shared = *parts;
    parts->thread = std::thread([&shared] { shared.run(); });
    return std::unique_ptr<ControlServer>(new ControlServer(std::move(parts)));
}

ControlServer::~ControlServer() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->is_closing = true;
    }
    parts_->answered.notify_all();
    ::eventfd_write(parts_->stop.descriptor(), 1);
    parts_->thread.join();
    std::error_code ignored; // a file left behind is taken over at the next start
    std::filesystem::remove(parts_->path, ignored);
}

int ControlServer::serve_pending() {
    std::optional<Request>& in_hand = parts_->in_hand;
    if (!in_hand) {
        const std::lock_guard lock(parts_->mutex);
        in_hand = std::exchange(parts_->waiting, std::nullopt);
    }
    if (!in_hand) return 0;
    std::optional<Reply> reply = parts_->handler(*in_hand);
    if (!reply) return 0;
    in_hand->wipe();
    in_hand.reset();
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->reply = std::move(reply);
    }
    parts_->answered.notify_all();
    return 1;
}

} // namespace kiosk
