// What goes over control.sock: one request and one reply for each connection, a line of JSON and then raw bytes, all
// with caps. Knows frames, not commands. Any thread.
#pragma once

#include "base/bytes.hpp"

#include <string>
#include <vector>

namespace kiosk {

// What kioskctl asks of the kiosk that runs.
struct Request {
    std::string command;              // "import-roster", "seal", "status"
    std::vector<std::string> options; // "strict", "allow-shrink", "json"
    base::Bytes body;                 // the file, for import-roster; badges and a PIN, for staff-add
    [[nodiscard]] bool has(std::string_view option) const;
    void wipe(); // overwrites the body, which may hold a PIN
};

// What kioskctl prints and exits with.
struct Reply {
    int exit = 0;
    std::string out;
    std::string err;
};

constexpr std::size_t most_frame_line = 4096;
constexpr std::size_t most_frame_body = std::size_t{64} * 1024 * 1024;

// The end of a frame's line and how many raw bytes follow it.
struct RequestFrame {
    Request request; // body still empty
    std::size_t body = 0;
};
struct ReplyFrame {
    int exit = 0;
    std::size_t out = 0;
    std::size_t err = 0;
};

[[nodiscard]] std::string frame_line(const Request& request); // with its line end
[[nodiscard]] std::string frame_line(const Reply& reply);
// `line` without its line end. Anything but exactly our own form is refused.
[[nodiscard]] base::Result<RequestFrame> read_request_line(std::string_view line);
[[nodiscard]] base::Result<ReplyFrame> read_reply_line(std::string_view line);

} // namespace kiosk
