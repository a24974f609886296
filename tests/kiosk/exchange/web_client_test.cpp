#include "kiosk/exchange/notice_post.hpp"
#include "tests/kiosk/exchange/small_server.hpp"
#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

namespace {

using namespace support;
using kiosk::Notice;
using kiosk::NoticeEvent;

struct Sending {
    kiosk::WebClient client{{std::chrono::milliseconds(2000), std::chrono::milliseconds(500)}};
    ui::Phrasebook words = house_phrases({"en", "es"});
    Notice notice{"willow-lobby", "willow-street", morning, NoticeEvent::arrived,
                  storage::Ticket{storage::TicketMark::robin, 12}};

    base::Result<std::optional<base::UtcTime>> send(const std::string& url) {
        const auto line = kiosk::notice_line(notice);
        return kiosk::send_notice(client, value_of(kiosk::parse_notify_target(url)), notice, line.text(),
                                  "20261013T140000000Z-00000001.json", words);
    }
    [[nodiscard]] std::string failure(const std::string& url) {
        const auto sent = send(url);
        REQUIRE(sent.is_error());
        return sent.error().message;
    }
};

std::string text_at(const kiosk::Json& json, std::string_view name) {
    const auto* member = json.find(name);
    return member == nullptr || member->text() == nullptr ? "none" : *member->text();
}

} // namespace

TEST_CASE("a webhook is sent the notice as it was written, in one request") {
    Sending sending;
    SmallServer server("ok");
    CHECK_FALSE(sending.send("http://" + server.host() + "/hook/1").is_error());
    const auto request = server.next();
    CHECK(text_at(request, "path") == "/hook/1");
    CHECK(text_at(request, "body") == kiosk::notice_line(sending.notice).text());
    CHECK(text_at(*request.find("headers"), "Content-Type") == "application/json");
    CHECK(text_at(*request.find("headers"), "Idempotency-Key") == "20261013T140000000Z-00000001.json");
}

TEST_CASE("the date of a server's answer is what it takes the time to be") {
    Sending sending;
    SmallServer server("ok");
    const auto before = std::chrono::floor<std::chrono::seconds>(base::SystemClock().now());
    const auto theirs = value_of(sending.send("http://" + server.host() + "/"));
    const auto after = base::SystemClock().now();
    REQUIRE(theirs.has_value()); // the server stands on this machine and has its clock
    CHECK(*theirs >= before);
    CHECK(*theirs <= after);
}

TEST_CASE("a phone is sent words in the office's language, louder when somebody waits") {
    Sending sending;
    SmallServer server("ok");
    const std::string url = "ntfy+http://" + server.host() + "/desk";
    CHECK_FALSE(sending.send(url).is_error());
    auto request = server.next();
    CHECK(text_at(request, "path") == "/desk");
    CHECK(text_at(request, "body") == "Robin 12 has arrived.");
    CHECK(text_at(*request.find("headers"), "Priority") == "none");
    REQUIRE(sending.words.set_language("es"));
    sending.notice.event = NoticeEvent::help_requested;
    sending.notice.ticket.reset();
    CHECK_FALSE(sending.send(url).is_error());
    request = server.next();
    CHECK(text_at(request, "body") == "Alguien pidió hablar con una persona en la pantalla de entrada.");
    CHECK(text_at(*request.find("headers"), "Priority") == "high");
}

TEST_CASE("a mailbox is sent a mail that says who it is for, and nothing about anybody") {
    Sending sending;
    SmallServer server("smtp");
    CHECK_FALSE(
        sending.send("smtp://" + server.host() + "?from=kiosk@office.example&to=a@office.example&to=b@office.example")
            .is_error());
    const auto mail = server.next();
    std::string commands;
    for (const auto& command : *mail.find("commands")->array()) commands += *command.text() + "\n";
    CHECK(commands.find("MAIL FROM:<kiosk@office.example>") != std::string::npos);
    CHECK(commands.find("RCPT TO:<a@office.example>\nRCPT TO:<b@office.example>\n") != std::string::npos);
    CHECK(text_at(mail, "message") ==
          "From: <kiosk@office.example>\r\nTo: <a@office.example>, <b@office.example>\r\n"
          "Subject: willow-lobby: Robin 12\r\nDate: Tue, 13 Oct 2026 14:00:00 +0000\r\n"
          "Message-ID: <20261013T140000000Z-00000001.json@office.example>\r\n"
          "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: 8bit\r\n\r\nRobin 12 has arrived.\r\n");
}

TEST_CASE("a server that fails, redirects, hangs up, keeps silent or is not there has not taken the notice") {
    Sending sending;
    {
        SmallServer server("error");
        CHECK(sending.failure("http://" + server.host() + "/") == "the server answered 500");
    }
    {
        SmallServer server("redirect");
        CHECK(sending.failure("http://" + server.host() + "/here") == "the server answered 302");
        CHECK(text_at(server.next(), "path") == "/here");
        CHECK_FALSE(server.was_sent_more()); // what may be told to one server is not told to another
    }
    {
        SmallServer server("silent");
        CHECK(sending.failure("http://" + server.host() + "/") == "the server took too long");
    }
    std::string gone;
    {
        SmallServer server("hang_up");
        gone = "http://" + server.host() + "/";
        CHECK(sending.failure(gone).starts_with("the server did not take it"));
    }
    CHECK(sending.failure(gone) == "the server cannot be reached");
    {
        SmallServer server("smtp_refusing");
        const std::string url = "smtp://" + server.host() + "?from=k@office.example&to=a@office.example";
        CHECK(sending.failure(url).starts_with("the server did not take it"));
    }
    {
        SmallServer server("ok"); // speaks no TLS
        CHECK(sending.send("https://" + server.host() + "/").is_error());
    }
}
