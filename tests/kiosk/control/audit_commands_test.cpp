// The audit log over control.sock: checked and copied in pieces by the kiosk that runs, told as kioskctl tells it at
// rest.
#include "kiosk/control/audit_commands.hpp"

#include "kiosk/control/audit_copy_client.hpp"
#include "kiosk/control/commands.hpp"
#include "tests/support/audit_world.hpp"
#include "tests/support/shell.hpp"

using namespace kiosk;
using namespace support;

namespace {

constexpr int piece = static_cast<int>(AuditCommands::entries_a_piece);

struct LiveLog : AuditWorld {
    base::DiskFiles files;
    Settings settings = [] {
        Settings made;
        made.kiosk = "k1";
        made.site = "willow";
        return made;
    }();
    crypto::SigningKey signing = crypto::SigningKey::generate();
    int wakes = 0;
    std::optional<AuditWatch> watch;
    std::optional<AuditCommands> commands;
    int served = 0;

    LiveLog() { start(); }
    void start() {
        watch.emplace(*store, clock);
        commands.emplace(AuditExporting{*store, settings, signing, files, clock}, &*watch, [this] { ++wakes; });
    }
    void damage(const char* sql) {
        in_file([&](Database& database) { must(database.run(sql)); });
        start();
    }
    std::optional<Reply> ask(std::string_view command, std::string_view body = {}) {
        const auto bytes = base::bytes_of(body);
        ++served;
        return commands->run({std::string(command), {}, {bytes.begin(), bytes.end()}});
    }
    Reply verify() {
        for (;;) {
            if (auto reply = ask(verify_log_command)) return *reply;
        }
    }
    // The kiosk answers `most` requests and is gone then.
    base::Result<std::optional<Reply>> fetch(const base::Path& file, int most = 1000) {
        const auto asked = [&](const Request& request) -> base::Result<std::optional<Reply>> {
            REQUIRE(AuditCommands::serves(request));
            if (most-- <= 0) return std::optional<Reply>();
            ++served;
            return commands->run(request);
        };
        return fetch_audit_copy(asked, files, file);
    }
    base::Path place(const char* name) const { return folder.path() / name; }
    std::string told_by_signature(const base::Path& file) {
        const std::string text = read_file(file);
        base::MemorySource source(base::bytes_of(text));
        return value_of(
            crypto::verify_signature(signing.verifying_key(), source, read_file(file.string() + ".minisig")));
    }
};

// What docs/verify_audit.py says of it.
int checked_by_script(const base::Path& file) {
    return run({"/usr/bin/python3", "-B", (source_folder() / "docs/verify_audit.py").string(), file.string()})
        .exit_code;
}

} // namespace

TEST_CASE_FIXTURE(LiveLog, "the log is checked piece by piece, and the answer is that of kioskctl at rest") {
    append(2 * piece - 1);
    CHECK_FALSE(ask(verify_log_command).has_value());
    CHECK(wakes == 1);
    CHECK_FALSE(watch->health().checked.has_value());
    append(1); // somebody checks in meanwhile
    CHECK_FALSE(ask(verify_log_command).has_value());
    const auto reply = ask(verify_log_command);
    REQUIRE(reply.has_value());
    CHECK(wakes == 2);
    const Reply at_rest = reply_of(value_of(store->verify_audit()));
    CHECK(reply->exit == 0);
    CHECK(reply->out == at_rest.out);
    CHECK(reply->out.starts_with(std::to_string(2 * piece) + " entries, the chain is whole; head "));
    CHECK(reply->err.empty());
    CHECK(watch->health().checked_entries == 2 * piece);
}

TEST_CASE_FIXTURE(LiveLog, "an empty log, and one that ends with a piece, are whole too") {
    CHECK(verify().out.starts_with("0 entries, the chain is whole"));
    append(piece);
    CHECK(verify().out == reply_of(value_of(store->verify_audit())).out);
}

TEST_CASE_FIXTURE(LiveLog, "what was changed, removed, added or cut off is named as kioskctl names it at rest") {
    append(piece + 50);
    const char* sql = nullptr;
    std::string said;
    SUBCASE("changed") {
        sql = "UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 230";
        said = "audit log: entry 230 was changed, or put there from another place\n";
    }
    SUBCASE("removed") {
        sql = "DELETE FROM audit WHERE number = 210";
        said = "audit log: entry 210 is missing\n";
    }
    SUBCASE("cut off") {
        sql = "DELETE FROM audit WHERE number > 248";
        said = "audit log: entry 249 is missing, and all that came after it\n";
    }
    SUBCASE("without its end") {
        sql = "DELETE FROM audit_head";
        said = "audit log: entry 250 is the newest here, but the end of the log that was kept is gone\n";
    }
    damage(sql);
    const Reply told = verify();
    CHECK(told.exit == 1);
    CHECK(told.out.empty());
    CHECK(told.err == said);
    CHECK(told.err == reply_of(value_of(store->verify_audit())).err);
    CHECK(watch->health().condition == Condition::look);
    CHECK(verify().err == said); // from the start again
}

TEST_CASE_FIXTURE(LiveLog, "a copy fetched in pieces is byte for byte the one that kioskctl makes at rest") {
    LiveLog rest; // the same day once more
    append(piece + 50);
    rest.append(piece + 50);
    const auto told = value_of(fetch(place("live.ndjson")));
    REQUIRE(told.has_value());
    const AuditExported made =
        value_of(export_audit({*rest.store, settings, signing, files, rest.clock}, 0, rest.place("rest.ndjson")));
    CHECK(told->exit == 0);
    CHECK(told->out ==
          place("live.ndjson").string() + ": 251 entries, signed by " + place("live.ndjson.minisig").string() + "\n");
    CHECK(made.count == 251);
    CHECK(served == 1 + 3 + 1); // begun, two pieces and an empty one, signed
    CHECK(read_file(place("live.ndjson")) == read_file(made.file));
    CHECK(read_file(place("live.ndjson.minisig")) == read_file(made.signature));
    CHECK(checked_by_script(place("live.ndjson")) == 0);
    const auto last = value_of(store->audit_entries(250)).at(0);
    CHECK(last.text.ends_with(R"("event":"audit_exported","fields":{"by":0,"count":250}})"));
}

TEST_CASE_FIXTURE(LiveLog,
                  "two copies at once are both whole, and what is logged after a copy was begun is not in it") {
    append(piece + 1);
    const std::string first = ask(begin_copy_command)->out;
    const std::string second = ask(begin_copy_command)->out;
    CHECK(first.starts_with(std::to_string(piece + 2) + ":"));
    std::string first_text;
    std::string second_text;
    for (bool has_more = true; has_more;) {
        REQUIRE(served < 20);
        const std::string lines = ask(copy_lines_command, first)->out;
        first_text += lines;
        second_text += ask(copy_lines_command, second)->out;
        append(1);
        has_more = !lines.empty();
    }
    write_file(place("a"), first_text);
    write_file(place("a.minisig"), ask(sign_copy_command, first)->out);
    write_file(place("b"), second_text);
    write_file(place("b.minisig"), ask(sign_copy_command, second)->out);
    for (const auto& [file, name] : {std::pair("a", first), {"b", second}}) {
        CHECK(checked_by_script(place(file)) == 0);
        const auto colon = name.find(':');
        CHECK(told_by_signature(place(file)) == "family-kiosk-audit v=1 kiosk=k1 site=willow count=" +
                                                    name.substr(0, colon) + " head=" + name.substr(colon + 1));
    }
    CHECK(ask(copy_lines_command, first)->exit == 75); // it has ended
}

TEST_CASE_FIXTURE(LiveLog, "copies that nobody goes on with give way to newer ones, and whoever comes back is told") {
    append(3);
    const std::string forgotten = ask(begin_copy_command)->out;
    for (std::size_t i = 0; i < AuditCommands::most_copies; ++i) CHECK(ask(begin_copy_command)->exit == 0);
    const auto told = ask(copy_lines_command, forgotten);
    CHECK(told->exit == 75);
    CHECK(told->err == "the kiosk does not know this copy any more; try again\n");
    CHECK(ask(copy_lines_command, "1:abc")->exit == 75);
}

TEST_CASE_FIXTURE(LiveLog, "nothing is signed before all of it was taken") {
    append(3);
    const std::string name = ask(begin_copy_command)->out;
    CHECK(ask(sign_copy_command, name)->exit != 0);
    CHECK(ask(copy_lines_command, name)->exit == 0);
    CHECK(ask(sign_copy_command, name)->out.empty());
    CHECK(ask(copy_lines_command, name)->out.empty());
    CHECK(ask(sign_copy_command, name)->exit == 0);
}

TEST_CASE_FIXTURE(LiveLog, "a kiosk that is closed at any moment of a copy leaves no file, and that is told") {
    append(piece + 1);
    CHECK_FALSE(value_of(fetch(place("copy"), 0)).has_value());
    for (int most = 1;; ++most) {
        CAPTURE(most);
        REQUIRE(most < 20);
        const auto told = value_of(fetch(place("copy"), most));
        REQUIRE(told.has_value());
        if (told->exit == 0) {
            CHECK(most == 1 + 3 + 1);
            break;
        }
        CHECK(told->exit == 75);
        CHECK(told->err == "the kiosk was closed; try again\n");
        for (const char* name : {"copy", "copy.minisig", "copy.part", "copy.minisig.part"}) {
            CHECK_FALSE(std::filesystem::exists(place(name)));
        }
    }
}

TEST_CASE_FIXTURE(LiveLog, "a kiosk that was started anew in the middle of a copy does not know it") {
    append(piece + 1);
    int asked = 0;
    const auto ask_both = [&](const Request& request) -> base::Result<std::optional<Reply>> {
        if (++asked == 3) start();
        return commands->run(request);
    };
    const auto told = value_of(fetch_audit_copy(ask_both, files, place("copy")));
    CHECK(told->exit == 75);
    CHECK_FALSE(std::filesystem::exists(place("copy")));
}

TEST_CASE_FIXTURE(LiveLog, "a copy goes over no file that is there, through no link, and then the log says nothing") {
    append(3);
    write_file(place("mine"), "keep");
    std::filesystem::create_symlink(place("elsewhere"), place("link.minisig"));
    for (const char* name : {"mine", "link"}) {
        const auto refused = fetch(place(name));
        REQUIRE(refused.is_error());
        CHECK(refused.error().message.ends_with(": is there already"));
    }
    CHECK(read_file(place("mine")) == "keep");
    CHECK_FALSE(std::filesystem::exists(place("elsewhere")));
    CHECK(served == 0);
    CHECK(value_of(store->audit_head()).count == 3);
    CHECK(fetch(place("no_such_folder/copy")).is_error());
}

TEST_CASE_FIXTURE(LiveLog, "a broken log is copied as it is") {
    append(piece + 10);
    damage("UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 205");
    REQUIRE(value_of(fetch(place("copy")))->exit == 0);
    CHECK(read_file(place("copy")).find("{\"n\":205,\"text\":null,\"hash\":null}\n") != std::string::npos);
    CHECK(checked_by_script(place("copy")) == 1);
    CHECK_FALSE(told_by_signature(place("copy")).empty());
}
