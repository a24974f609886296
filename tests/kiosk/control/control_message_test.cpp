#include "kiosk/control/control_message.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("requests and replies read back from their own lines") {
    const Request request{"import-roster", {"strict", "allow-shrink"}, {1, 2, 3}};
    std::string line = frame_line(request);
    REQUIRE(line.back() == '\n');
    line.pop_back();
    const auto frame = read_request_line(line).value();
    CHECK(frame.request.command == "import-roster");
    CHECK(frame.request.has("strict"));
    CHECK_FALSE(frame.request.has("json"));
    CHECK(frame.body == 3);
    line = frame_line(Reply{75, "abc", "de"});
    line.pop_back();
    const auto reply = read_reply_line(line).value();
    CHECK(reply.exit == 75);
    CHECK(reply.out == 3);
    CHECK(reply.err == 2);
}

TEST_CASE("anything but exactly our own form is refused") {
    const std::string good = R"({"format":"family-kiosk-control/1","command":"seal","options":[],"body":0})";
    REQUIRE_FALSE(read_request_line(good).is_error());
    for (std::size_t size = 0; size < good.size(); ++size) CHECK(read_request_line(good.substr(0, size)).is_error());
    for (
        const char* wrong :
        {R"({"format":"family-kiosk-control/2","command":"seal","options":[],"body":0})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":[],"body":-1})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":[],"body":67108865})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":[],"body":1e3})",
         R"({"format":"family-kiosk-control/1","command":"se al","options":[],"body":0})",
         R"({"format":"family-kiosk-control/1","command":7,"options":[],"body":0})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":[7],"body":0})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":"json","body":0})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":["a","a","a","a","a","a","a","a","a"],"body":0})",
         R"({"format":"family-kiosk-control/1","command":"seal","options":[],"body":0,"more":1})", "[]", "null",
         "\xFF"}) {
        CAPTURE(std::string(wrong));
        CHECK(read_request_line(wrong).is_error());
    }
    CHECK(read_reply_line(R"({"format":"family-kiosk-control/1","exit":256,"out":0,"err":0})").is_error());
    CHECK(read_reply_line(R"({"format":"family-kiosk-control/1","exit":0,"out":0,"err":67108865})").is_error());
}
