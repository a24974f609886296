#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;

TEST_CASE("minisign, age, zstd and jq read a batch with none of our code") {
    ExchangeWorld world;
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    const base::Uuid id = world.add_check_in(4);
    CHECK(value_of(sealer.seal()) == 1);

    const auto files = world.outbox_files();
    REQUIRE(files.size() == 2);
    const std::string file = (world.outbox() / files[0]).string();
    CHECK(files[1].string() == files[0].string() + ".minisig");
    CHECK(files[0].string().ends_with(".ndjson.zst.age"));
    CHECK(files[0].string().find("/up/") != std::string::npos);
    CHECK(files[0].string().find("/0000000/0000000001-") != std::string::npos);

    const auto verified = run({"minisign", "-V", "-Q", "-p", world.path("kiosk.minisign.pub").string(), "-m", file});
    CHECK(verified.exit_code == 0);
    const auto epoch = world.sent().at(0).header.epoch;
    CHECK(verified.out == "family-kiosk-batch v=1 kiosk=willow-lobby site=willow-street epoch=" + epoch +
                              " seq=0000000001 prev=" + std::string(64, '0') + "\n");

    for (const std::string recipient : {"identity.age", "escrow.age"}) {
        const auto opened = run({"age", "-d", "-i", world.path(recipient).string(), file});
        REQUIRE(opened.exit_code == 0);
        CHECK(opened.out.size() % 4096 == 0);
        const auto text = run({"zstd", "-dc"}, opened.out);
        REQUIRE(text.exit_code == 0);
        const auto read = run(
            {"jq", "-r", "-s", "length, .[0].format, .[0].count, .[1].kind, .[1].id, .[1].data.ticket.mark"}, text.out);
        CHECK(read.out == "2\nfamily-kiosk-batch/1\n1\ncheck_in\n" + id.text() + "\nrobin\n");
    }
    const auto hash = run({"sha256sum", file});
    CHECK(files[0].filename().string().substr(11, 16) == hash.out.substr(0, 16));
}

TEST_CASE("sealed files are readable by all and their folders can be listed by all") {
    ExchangeWorld world;
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    world.add_check_in(1);
    CHECK(value_of(sealer.seal()) == 1);
    using std::filesystem::perms;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world.outbox())) {
        const auto expected = entry.is_directory() ? perms(0755) : perms(0644);
        CHECK(entry.status().permissions() == expected);
    }
}

TEST_CASE("each urgent kind has a batch of its own, the rest goes with the audit log, and each names the one before") {
    ExchangeWorld world;
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    must(world.store->append_audit("kiosk_started"));
    const base::Uuid arrived = world.add_check_in(1);
    world.add_withdrawal(arrived);
    world.add_help_request();
    world.add_check_in(2);
    CHECK(value_of(sealer.seal()) == 3);
    const auto batches = world.sent();
    REQUIRE(batches.size() == 3);
    CHECK(batches[0].lines.size() == 2);
    CHECK(count_of({batches[0]}, R"("kind":"check_in")") == 2);
    CHECK(batches[1].lines.size() == 1);
    CHECK(count_of({batches[1]}, R"("kind":"help_request")") == 1);
    CHECK(batches[2].lines.size() == 2);
    CHECK(count_of({batches[2]}, R"("kind":"withdrawal")") == 1);
    CHECK(count_of({batches[2]}, R"("event":"kiosk_started")") == 1);
    CHECK(batches[0].header.prev == std::string(64, '0'));
    CHECK(batches[1].header.prev == batches[0].sha256);
    CHECK(batches[2].header.prev == batches[1].sha256);
    for (const auto& batch : batches) {
        CHECK(batch.header.epoch == batches[0].header.epoch);
        CHECK(batch.header.audit_count == 1);
        CHECK(batch.header.audit_head == base::to_hex(value_of(world.store->audit_head()).hash));
    }
    CHECK(value_of(sealer.seal(kiosk::AuditAlone::travels)) == 0);
}

TEST_CASE("an epoch begins once and stays after a restart") {
    ExchangeWorld world;
    must(world.sealer(world.disk).recover());
    const std::string epoch = value_of(world.store->next_position()).epoch;
    CHECK(epoch.size() == 8);
    world.open_store();
    must(world.sealer(world.disk).recover());
    CHECK(value_of(world.store->next_position()).epoch == epoch);
}

TEST_CASE("audit entries alone wait for an hour, or for kioskctl seal") {
    ExchangeWorld world;
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    must(world.store->append_audit("kiosk_started"));
    CHECK(value_of(sealer.seal()) == 0);
    world.add_check_in(1);
    CHECK(value_of(sealer.seal()) == 1);
    world.clock.advance(59min);
    CHECK(value_of(sealer.seal()) == 0);
    world.clock.advance(1min);
    CHECK(value_of(sealer.seal()) == 1);
    CHECK(count_of(world.sent(), "kiosk_started") == 1);
    must(world.store->append_audit("kiosk_started"));
    CHECK(value_of(sealer.seal(kiosk::AuditAlone::travels)) == 1);
    CHECK(value_of(sealer.seal(kiosk::AuditAlone::travels)) == 0);
    CHECK(count_of(world.sent(), "kiosk_started") == 2);
}

TEST_CASE("what is too much for one batch becomes several, with nothing lost between them") {
    ExchangeWorld world;
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    // Three lines of 1.9 MB: two fit into one batch.
    const std::string long_page(1900 * 1000, 'x');
    for (int i = 0; i < 3; ++i) {
        const auto made = world.head(storage::SubmissionKind::help_request);
        must(world.store->add(
            {made.id, made.kind, kiosk::help_request_line(made, {kiosk::HelpKind::person, long_page})}));
    }
    CHECK(value_of(sealer.seal()) == 2);
    std::vector<std::int64_t> seqs;
    for (const auto& name : world.outbox_files()) {
        if (const auto batch = kiosk::parse_batch_name(name.filename().string())) seqs.push_back(batch->seq);
    }
    CHECK(seqs == std::vector<std::int64_t>{1, 2});
    CHECK(value_of(world.store->pending()).empty());
}

} // namespace
