#include "kiosk/exchange/zstd_stream.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;

kiosk::BatchHeader header_for(std::int64_t count, const ExchangeWorld& world) {
    return {.kiosk = "willow-lobby",
            .site = "willow-street",
            .epoch = "0badcafe",
            .seq = 1234567,
            .prev = std::string(64, 'a'),
            .count = count,
            .created = morning,
            .audit_head = std::string(64, '0'),
            .audit_count = 0,
            .receipts_seen = 0,
            .roster_recipient = world.identities[0].recipient().text()};
}

kiosk::SealedBatch seal_one(ExchangeWorld& world) {
    const auto head = world.head(storage::SubmissionKind::help_request);
    std::vector<base::Secret> lines;
    lines.push_back(kiosk::help_request_line(head, {kiosk::HelpKind::safety, "home"}));
    const std::vector recipients{world.identities[0].recipient()};
    return value_of(kiosk::seal_batch(header_for(1, world), lines, recipients, *world.signing));
}

std::string trouble_with(const base::Result<std::string>& result) {
    return result.is_error() ? result.error().message : std::string("no trouble");
}

TEST_CASE("compressed data is padded to the multiple asked for, whatever its length") {
    for (std::size_t size = 0; size < 400; ++size) {
        // Random bytes do not compress, so that each remainder is met.
        base::Bytes plain(size);
        base::SeededRandom random(size + 1);
        random.fill(plain);
        const auto padded = value_of(kiosk::compress_padded(plain, 64));
        CHECK(padded.size() % 64 == 0);
        const auto opened = value_of(kiosk::decompress(padded.view(), size));
        CHECK(std::equal(plain.begin(), plain.end(), opened.view().begin(), opened.view().end()));
    }
}

TEST_CASE("compressed data that is cut short, damaged or too large is refused") {
    const std::string plain(10000, 'a');
    const auto padded = value_of(kiosk::compress_padded(base::bytes_of(plain), 512));
    CHECK(kiosk::decompress(padded.view(), 9999).is_error());
    CHECK_FALSE(kiosk::decompress(padded.view(), 10000).is_error());
    for (std::size_t size = 1; size < padded.size(); ++size) {
        const auto cut = kiosk::decompress(padded.view().first(size), 10000);
        // Only where the frame ends and the padding has not begun is the shorter text a whole one.
        if (!cut.is_error()) CHECK(cut.value().size() == plain.size());
    }
    base::Bytes damaged(padded.view().begin(), padded.view().end());
    damaged[0] ^= 1;
    CHECK(kiosk::decompress(damaged, 10000).is_error());
}

TEST_CASE("a batch's place and name are those of the exchange layout") {
    const std::string sha256 = "0123456789abcdef" + std::string(48, 'f');
    CHECK(kiosk::batch_folder("k-1", "0badcafe", 1234567) == "kiosks/k-1/up/0badcafe/0001234");
    CHECK(kiosk::batch_folder("k-1", "0badcafe", 9999999999) == "kiosks/k-1/up/0badcafe/9999999");
    CHECK(kiosk::batch_file_name(1234567, sha256) == "0001234567-0123456789abcdef.ndjson.zst.age");
    const auto name = kiosk::parse_batch_name("0001234567-0123456789abcdef.ndjson.zst.age");
    REQUIRE(name.has_value());
    CHECK(name->seq == 1234567);
    CHECK(name->hash == "0123456789abcdef");
    for (const char* wrong :
         {"0000000000-0123456789abcdef.ndjson.zst.age", "001234567-0123456789abcdef.ndjson.zst.age",
          "0001234567-0123456789ABCDEF.ndjson.zst.age", "0001234567_0123456789abcdef.ndjson.zst.age",
          "0001234567-0123456789abcdef.ndjson.zst", ".part-0001234567-0123456789abcdef.ndjson.zst.age",
          "0001234567-0123456789abcdef.ndjson.zst.age.minisig", ""}) {
        CHECK_FALSE(kiosk::parse_batch_name(wrong).has_value());
    }
}

TEST_CASE("signature, trusted comment, file name and header must all agree") {
    ExchangeWorld world;
    const auto batch = seal_one(world);
    const auto& signer = world.signing->verifying_key();
    const std::string name = kiosk::batch_file_name(1234567, batch.sha256);
    const auto check = [&](const crypto::VerifyingKey& key, const std::string& file_name, base::ByteView sealed) {
        return trouble_with(kiosk::check_batch_signature(key, file_name, sealed, batch.signature));
    };
    const auto comment = kiosk::check_batch_signature(signer, name, batch.sealed, batch.signature);
    REQUIRE_FALSE(comment.is_error());
    CHECK_FALSE(kiosk::open_batch(world.identities, batch.sealed, comment.value()).is_error());

    CHECK(check(signer, kiosk::batch_file_name(1234568, batch.sha256), batch.sealed).find("another seq") !=
          std::string::npos);
    CHECK(check(signer, kiosk::batch_file_name(1234567, std::string(64, '0')), batch.sealed).find("another hash") !=
          std::string::npos);
    CHECK(check(signer, "batch.age", batch.sealed).find("not that of a batch") != std::string::npos);
    CHECK(check(crypto::SigningKey::generate().verifying_key(), name, batch.sealed) != "no trouble");
    base::Bytes changed = batch.sealed;
    changed.back() ^= 1;
    CHECK(check(signer, name, changed) != "no trouble");

    // Signed by the kiosk, yet for something else.
    base::MemorySource source(batch.sealed);
    const auto other = value_of(world.signing->sign(source, "family-kiosk-roster v=1 seq=0001234567 "));
    CHECK(kiosk::check_batch_signature(signer, name, batch.sealed, other).is_error());
    for (const std::string part : {"kiosk=", "site=", "epoch=", "seq=", "prev="}) {
        std::string wrong = comment.value();
        wrong[wrong.find(part) + part.size()] = 'b';
        const auto opened = kiosk::open_batch(world.identities, batch.sealed, wrong);
        REQUIRE(opened.is_error());
        CHECK(opened.error().message.find("trusted comment") != std::string::npos);
    }
}

// A batch made by other tools, with anything inside.
base::Result<kiosk::OpenedBatch> open_text(ExchangeWorld& world, const std::string& text) {
    const auto inside = value_of(kiosk::compress_padded(base::bytes_of(text), kiosk::batch_padding));
    base::MemorySource plain(inside.view());
    base::MemorySink sealed;
    const std::vector recipients{world.identities[0].recipient()};
    must(crypto::age_seal(recipients, plain, sealed));
    return kiosk::open_batch(world.identities, sealed.bytes, std::nullopt);
}

TEST_CASE("what is inside a batch is read to its last line before any of it is shown") {
    ExchangeWorld world;
    const std::string line(
        kiosk::help_request_line(world.head(storage::SubmissionKind::help_request), {kiosk::HelpKind::person, "home"})
            .text());
    const auto text_for = [&](std::int64_t count) {
        return std::string(kiosk::header_line(header_for(count, world)).text()) + "\n";
    };
    CHECK_FALSE(open_text(world, text_for(2) + line + "\n" + line + "\n").is_error());
    const auto trouble = [&](const std::string& text) {
        const auto opened = open_text(world, text);
        return opened.is_error() ? opened.error().message : std::string("no trouble");
    };
    CHECK(trouble(text_for(3) + line + "\n" + line + "\n").starts_with("line 1: count"));
    CHECK(trouble(text_for(2) + line + "\n" + line).starts_with("line 3: "));
    CHECK(trouble(text_for(2) + line + "\n{}\n").starts_with("line 3: id"));
    CHECK(trouble(text_for(2) + line + "\n\n").starts_with("line 3: not JSON"));
    CHECK(trouble(line + "\n").starts_with("line 1: format"));
    CHECK(trouble("") != "no trouble");
}

} // namespace
