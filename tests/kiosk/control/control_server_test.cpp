#include "kiosk/control/control_client.hpp"
#include "kiosk/control/control_server.hpp"
#include "kiosk/control/control_socket.hpp"
#include "tests/support/temp_folder.hpp"

#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <sys/stat.h>
#include <thread>

using namespace kiosk;

namespace {

// A kiosk's main thread: sleeps until the server wakes it, serves, and sleeps again.
class MainThread {
public:
    explicit MainThread(base::Path socket, ControlServer::Handler handler)
        : server_(ControlServer::open(socket, std::move(handler), [this] { wake(); }).release_value()) {}

    // Serves until `client`, on a thread of its own, has ended.
    void serve_while(const std::function<void()>& client) {
        bool has_ended = false;
        std::thread thread([&] {
            client();
            const std::lock_guard lock(mutex_);
            has_ended = true;
            awake_.notify_one();
        });
        std::unique_lock lock(mutex_);
        while (!has_ended) {
            awake_.wait(lock, [&] { return has_ended || wakes_ > 0; });
            wakes_ = 0;
            lock.unlock();
            served_ += server_->serve_pending();
            lock.lock();
        }
        lock.unlock();
        thread.join();
    }
    int serve() { return server_->serve_pending(); }
    void close() { server_.reset(); }
    [[nodiscard]] int served() const { return served_; }
    void wake() {
        const std::lock_guard lock(mutex_);
        ++wakes_;
        awake_.notify_one();
    }
    void wait_for_request() {
        std::unique_lock lock(mutex_);
        awake_.wait(lock, [&] { return wakes_ > 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable awake_;
    int wakes_ = 0;
    int served_ = 0;
    std::unique_ptr<ControlServer> server_; // last: its thread uses what is above
};

// Does what is asked in three rounds of the main loop.
class InRounds {
public:
    std::optional<Reply> serve(const Request& request) {
        if (++round_ % 3 == 0) return Reply{0, request.command, ""};
        kiosk->wake();
        return std::nullopt;
    }
    MainThread* kiosk = nullptr;
    [[nodiscard]] int rounds() const { return round_; }

private:
    int round_ = 0;
};

Reply echo(const Request& request) {
    return {request.has("fail") ? 2 : 0, request.command, std::string(base::text_of(request.body))};
}

} // namespace

TEST_CASE("a request reaches the main thread and its reply comes back whole") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    const auto main_thread_id = std::this_thread::get_id();
    std::thread::id handled_on;
    MainThread kiosk(socket, [&](const Request& request) {
        handled_on = std::this_thread::get_id();
        return echo(request);
    });
    struct stat status {};
    REQUIRE(::lstat(socket.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600U);
    std::vector<Reply> replies;
    kiosk.serve_while([&] {
        const base::Bytes large(3'000'000, 'x'); // more than any socket buffer
        for (const Request& request : {Request{"seal", {}, {}}, Request{"import-roster", {"fail"}, large}}) {
            auto reply = ask_running_kiosk(socket, request);
            if (!reply.is_error() && reply.value()) replies.push_back(*reply.value());
        }
    });
    REQUIRE(replies.size() == 2);
    CHECK(replies[0].out == "seal");
    CHECK(replies[1].exit == 2);
    CHECK(replies[1].err.size() == 3'000'000);
    CHECK(handled_on == main_thread_id);
    kiosk.close();
    CHECK_FALSE(std::filesystem::exists(socket));
}

TEST_CASE("no kiosk, or a socket file left by one that ended, is nothing to ask") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    CHECK_FALSE(ask_running_kiosk(socket, {"status", {}, {}}).value().has_value());
    { const auto dead = ControlSocket::listen(socket).release_value(); }
    CHECK(std::filesystem::exists(socket));
    CHECK_FALSE(ask_running_kiosk(socket, {"status", {}, {}}).value().has_value());
    const MainThread next(socket, echo); // takes the stale file over
}

TEST_CASE("a second kiosk on the same folder is refused and the first keeps its socket") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    MainThread first(socket, echo);
    const auto second = ControlServer::open(socket, echo, [] {});
    REQUIRE(second.is_error());
    CHECK(second.error().kind == base::ErrorKind::retry_later);
    bool is_answered = false;
    first.serve_while([&] { is_answered = ask_running_kiosk(socket, {"status", {}, {}}).value().has_value(); });
    CHECK(is_answered);
}

TEST_CASE("peers that talk nonsense or break off do not reach the main thread, and the next is served") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    MainThread kiosk(socket, echo);
    const std::string whole = frame_line(Request{"import-roster", {}, {1, 2, 3}}) + "xy"; // one byte short
    std::string refusal;
    bool is_answered = false;
    kiosk.serve_while([&] {
        for (std::size_t size = 0; size <= whole.size(); size += 7) {
            auto peer = ControlSocket::connect(socket).release_value();
            if (!peer || peer->write(base::bytes_of(whole.substr(0, size)), 1000).is_error()) return;
        }
        {
            auto peer = ControlSocket::connect(socket).release_value();
            if (!peer || peer->write(base::bytes_of("GET / HTTP/1.1\n"), 1000).is_error()) return;
            const auto line = peer->read_line(most_frame_line, 5000);
            refusal = line.is_error() ? "" : line.value();
        }
        {
            auto peer = ControlSocket::connect(socket).release_value();
            if (!peer) return;
            (void)peer->write(base::bytes_of(std::string(most_frame_line + 10, 'a')), 1000).is_error();
        }
        is_answered = ask_running_kiosk(socket, {"status", {}, {}}).value().has_value();
    });
    CHECK(refusal.find("\"exit\":64") != std::string::npos);
    CHECK(is_answered);
    CHECK(kiosk.served() == 1);
}

TEST_CASE("a request that waits when the kiosk closes is told so, not left hanging") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    MainThread kiosk(socket, echo);
    base::Result<std::optional<Reply>> reply = std::optional<Reply>();
    std::thread client([&] { reply = ask_running_kiosk(socket, {"seal", {}, {}}); });
    kiosk.wait_for_request();
    kiosk.close();
    client.join();
    // Either the words arrived or the connection was closed on the client: an error, never a success.
    if (!reply.is_error()) CHECK(reply.value().value().exit == 75);
}

TEST_CASE("a peer that goes away while its request takes several rounds holds up nobody after it") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    InRounds slow;
    MainThread kiosk(socket, [&](const Request& request) { return slow.serve(request); });
    slow.kiosk = &kiosk;
    std::string answer;
    kiosk.serve_while([&] {
        {
            auto gone = ControlSocket::connect(socket).release_value();
            if (!gone || gone->write(base::bytes_of(frame_line(Request{"audit-verify", {}, {}})), 1000).is_error()) {
                return;
            }
        }
        const auto reply = ask_running_kiosk(socket, {"seal", {}, {}});
        if (!reply.is_error() && reply.value()) answer = reply.value()->out;
    });
    CHECK(answer == "seal");
    CHECK(slow.rounds() == 6);
}

TEST_CASE("of peers that ask at the same time each is answered what it asked") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    InRounds slow;
    MainThread kiosk(socket, [&](const Request& request) { return slow.serve(request); });
    slow.kiosk = &kiosk;
    std::array<std::string, 4> answers;
    kiosk.serve_while([&] {
        std::vector<std::thread> peers;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            peers.emplace_back([&, i] {
                const auto reply = ask_running_kiosk(socket, {"ask-" + std::string(1, char('a' + i)), {}, {}});
                if (!reply.is_error() && reply.value()) answers[i] = reply.value()->out;
            });
        }
        for (std::thread& peer : peers) peer.join();
    });
    CHECK(answers == std::array<std::string, 4>{"ask-a", "ask-b", "ask-c", "ask-d"});
    CHECK(kiosk.served() == 4);
}

TEST_CASE("a kiosk that closes between two rounds of a request tells so, or breaks off") {
    const support::TempFolder temp;
    const base::Path socket = temp.path() / "control.sock";
    MainThread kiosk(socket, [](const Request&) { return std::optional<Reply>(); });
    base::Result<std::optional<Reply>> reply = std::optional<Reply>();
    std::thread client([&] { reply = ask_running_kiosk(socket, {"audit-verify", {}, {}}); });
    kiosk.wait_for_request();
    CHECK(kiosk.serve() == 0);
    kiosk.close();
    client.join();
    if (!reply.is_error()) CHECK(reply.value().value().exit == 75);
}

TEST_CASE("a socket path that the system cannot hold is refused in plain words") {
    const base::Path socket = "/tmp/" + std::string(200, 'a') + "/control.sock";
    const auto server = ControlServer::open(socket, echo, [] {});
    REQUIRE(server.is_error());
    CHECK(server.error().message.find("shorter state folder") != std::string::npos);
}
