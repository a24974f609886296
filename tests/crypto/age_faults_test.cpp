#include "crypto/age.hpp"
#include "crypto/age_header.hpp"
#include "crypto/age_payload.hpp"
#include "tests/crypto/streams.hpp"

#include <doctest/doctest.h>

using namespace crypto;

namespace {

constexpr std::size_t sealed_chunk = age_chunk_size + age_tag_size;
constexpr std::size_t plain_size = 2 * age_chunk_size + 7;

// A file of three chunks and the key of its payload, so that a fault in chunk 2 need not open the header and chunk 1
// once more: each chunk has its own number in its nonce and opens without the ones before it.
struct ThreeChunks {
    AgeIdentity identity = AgeIdentity::generate();
    Bytes file;
    std::size_t payload_start = 0;
    std::optional<AgePayloadOpener> payload;

    ThreeChunks() {
        const AgeRecipient recipient = identity.recipient();
        support::PatternSource plaintext(plain_size);
        base::MemorySink sealed;
        REQUIRE_FALSE(age_seal({&recipient, 1}, plaintext, sealed).is_error());
        file = std::move(sealed.bytes);
        payload_start = file.size() - (plain_size + 3 * age_tag_size);
        base::MemorySource source(file);
        SourceReader reader(source);
        AgeHeaderReader header(reader, {&identity, 1});
        const Secret file_key = header.read_file_key().release_value();
        payload.emplace(
            derive_payload_key(file_key, ByteView(file).subspan(payload_start - age_nonce_size, age_nonce_size)));
    }

    [[nodiscard]] AgeFailure open(ByteView bytes) const {
        base::MemorySource source(bytes);
        support::PatternSink sink;
        AgeFailure failure = AgeFailure::none;
        const auto result = age_open({&identity, 1}, source, sink, &failure);
        CHECK(result.is_error() == (failure != AgeFailure::none));
        CHECK(sink.is_right()); // whatever was released is the beginning of the true plaintext
        return failure;
    }

    // The same from chunk `number` on, with the payload key at hand.
    [[nodiscard]] bool does_open(std::size_t number, ByteView chunks) {
        base::MemorySource source(chunks);
        SourceReader reader(source);
        base::MemorySink sink;
        AgeFailure failure = AgeFailure::none;
        return !payload->open(number, reader, sink, failure).is_error();
    }
};

} // namespace

TEST_CASE("a file of three chunks opens, whole and from each of its chunks") {
    ThreeChunks three;
    CHECK(three.open(three.file) == AgeFailure::none);
    const ByteView payload = ByteView(three.file).subspan(three.payload_start);
    for (const std::size_t number : {0u, 1u, 2u})
        CHECK(three.does_open(number, payload.subspan(number * sealed_chunk)));
}

TEST_CASE("each of the lengths to which a file of three chunks can be cut is refused") {
    ThreeChunks three;
    const ByteView payload = ByteView(three.file).subspan(three.payload_start);
    for (std::size_t length = 0; length < three.payload_start; ++length) {
        if (three.open(ByteView(three.file).first(length)) != AgeFailure::header) FAIL("opened at length ", length);
    }
    std::size_t refused = 0;
    for (std::size_t length = 0; length < payload.size(); ++length) {
        const std::size_t number = length / sealed_chunk;
        const std::size_t start = number * sealed_chunk;
        if (three.does_open(number, payload.subspan(start, length - start))) FAIL("opened at length ", length);
        ++refused;
    }
    CHECK(refused == payload.size());
}

TEST_CASE("a flipped bit in each of the bytes of a file of three chunks is refused") {
    ThreeChunks three;
    for (std::size_t i = 0; i < three.payload_start; ++i) {
        three.file[i] ^= 1;
        if (three.open(three.file) == AgeFailure::none) FAIL("opened with byte ", i, " changed");
        three.file[i] ^= 1;
    }
    std::size_t refused = 0;
    const std::span<std::uint8_t> payload = std::span(three.file).subspan(three.payload_start);
    for (std::size_t i = 0; i < payload.size(); ++i) {
        const std::size_t number = i / sealed_chunk;
        payload[i] ^= 0x80;
        if (three.does_open(number, payload.subspan(number * sealed_chunk))) FAIL("opened with byte ", i, " changed");
        payload[i] ^= 0x80;
        ++refused;
    }
    CHECK(refused == payload.size());
    CHECK(three.open(three.file) == AgeFailure::none);
}

TEST_CASE("whole files cut or changed in their payload fail as payload and release only a true beginning") {
    ThreeChunks three;
    for (std::size_t i = three.payload_start; i < three.file.size(); i += 997) {
        CHECK(three.open(ByteView(three.file).first(i)) == AgeFailure::payload);
        three.file[i] ^= 1;
        CHECK(three.open(three.file) == AgeFailure::payload);
        three.file[i] ^= 1;
    }
}

TEST_CASE("chunks that are swapped, doubled, dropped or added are refused") {
    const ThreeChunks three;
    const ByteView whole = three.file;
    const ByteView head = whole.first(three.payload_start);
    const std::array<ByteView, 3> chunks{whole.subspan(three.payload_start, sealed_chunk),
                                         whole.subspan(three.payload_start + sealed_chunk, sealed_chunk),
                                         whole.subspan(three.payload_start + 2 * sealed_chunk)};
    for (const std::vector<std::size_t>& order : std::vector<std::vector<std::size_t>>{
             {1, 0, 2}, {0, 0, 2}, {0, 0, 1, 2}, {0, 2}, {2}, {1, 2}, {0, 1}, {0, 1, 1, 2}, {0, 1, 2, 2}, {}}) {
        Bytes file(head.begin(), head.end());
        for (const auto number : order) file.insert(file.end(), chunks[number].begin(), chunks[number].end());
        CHECK(three.open(file) == AgeFailure::payload);
    }
    Bytes longer(whole.begin(), whole.end());
    longer.push_back(0);
    CHECK(three.open(longer) == AgeFailure::payload);
}

TEST_CASE("a source or sink that fails ends sealing and opening with its own error, at every piece") {
    class FailingSource final : public base::Source {
    public:
        FailingSource(ByteView bytes, std::size_t calls) : bytes_(bytes), calls_(calls) {}
        Result<std::size_t> read(std::span<std::uint8_t> into) override {
            if (calls_-- == 0) return base::retry_later("planted in the source");
            return bytes_.read(into);
        }

    private:
        base::MemorySource bytes_;
        std::size_t calls_;
    };
    class FailingSink final : public base::Sink {
    public:
        explicit FailingSink(std::size_t calls) : calls_(calls) {}
        Result<void> write(ByteView) override {
            if (calls_-- == 0) return base::retry_later("planted in the sink");
            return {};
        }

    private:
        std::size_t calls_;
    };
    const ThreeChunks three;
    const AgeRecipient recipient = three.identity.recipient();
    const Bytes plain = support::pattern(plain_size);
    auto sweep = [](auto attempt) {
        std::size_t number = 0;
        for (; number < 50; ++number) {
            AgeFailure failure = AgeFailure::none;
            const Result<void> result = attempt(number, failure);
            CHECK(failure == AgeFailure::none);
            if (!result.is_error()) break;
            CHECK(result.error().message.starts_with("planted"));
        }
        CHECK(number > 2);
        CHECK(number < 50);
    };
    sweep([&](std::size_t number, AgeFailure&) {
        FailingSource source(plain, number);
        base::MemorySink sink;
        return age_seal({&recipient, 1}, source, sink);
    });
    sweep([&](std::size_t number, AgeFailure&) {
        base::MemorySource source(plain);
        FailingSink sink(number);
        return age_seal({&recipient, 1}, source, sink);
    });
    sweep([&](std::size_t number, AgeFailure& failure) {
        FailingSource source(three.file, number);
        base::MemorySink sink;
        return age_open({&three.identity, 1}, source, sink, &failure);
    });
    sweep([&](std::size_t number, AgeFailure& failure) {
        base::MemorySource source(three.file);
        FailingSink sink(number);
        return age_open({&three.identity, 1}, source, sink, &failure);
    });
}
