#include "crypto/age.hpp"
#include "tests/crypto/streams.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace crypto;

namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::array<std::size_t, 8> sizes{0,         1,         chunk - 1,     chunk,
                                           chunk + 1, 2 * chunk, 3 * chunk - 1, 50 * 1024 * 1024};

} // namespace

TEST_CASE("the real age opens what we seal, with the identity of each recipient") {
    support::TempFolder folder;
    const auto first = AgeIdentity::generate();
    const auto second = AgeIdentity::generate();
    support::write_file(folder.path() / "first", first.file_text().text());
    support::write_file(folder.path() / "second", second.file_text().text());
    const std::vector<AgeRecipient> recipients{first.recipient(), second.recipient()};
    for (const std::size_t size : sizes) {
        CAPTURE(size);
        const auto plain = folder.path() / "plain";
        const auto sealed = folder.path() / "sealed.age";
        support::write_pattern(plain, size);
        {
            support::FileSource source(plain);
            support::FileSink sealed_sink(sealed);
            REQUIRE_FALSE(age_seal(recipients, source, sealed_sink).is_error());
        }
        for (const char* who : {"first", "second"}) {
            const auto opened = folder.path() / "opened";
            std::filesystem::remove(opened);
            const auto run = support::run(
                {"age", "-d", "-i", (folder.path() / who).string(), "-o", opened.string(), sealed.string()});
            CHECK_MESSAGE(run.exit_code == 0, run.err);
            // age makes no file for nothing.
            if (size > 0) CHECK(support::run({"cmp", plain.string(), opened.string()}).exit_code == 0);
        }
    }
}

TEST_CASE("we open what the real age seals, with keys of the real age-keygen") {
    support::TempFolder folder;
    std::vector<AgeIdentity> identities;
    std::vector<std::string> command{"age"};
    for (const char* name : {"first", "second", "third"}) {
        const auto path = folder.path() / name;
        REQUIRE(support::run({"age-keygen", "-o", path.string()}).exit_code == 0);
        auto parsed = AgeIdentity::parse_file(support::read_file(path)).release_value();
        REQUIRE(parsed.size() == 1);
        const auto recipient = support::run({"age-keygen", "-y", path.string()}).out;
        CHECK(recipient == parsed[0].recipient().text() + '\n');
        command.insert(command.end(), {"-r", parsed[0].recipient().text()});
        identities.push_back(std::move(parsed[0]));
    }
    const auto plain = folder.path() / "plain";
    const auto sealed = folder.path() / "sealed.age";
    command.insert(command.end(), {"-o", sealed.string(), plain.string()});
    for (const std::size_t size : sizes) {
        CAPTURE(size);
        support::write_pattern(plain, size);
        std::filesystem::remove(sealed);
        const auto run = support::run(command);
        REQUIRE_MESSAGE(run.exit_code == 0, run.err);
        for (const auto& identity : identities) {
            support::FileSource source(sealed);
            support::PatternSink sink;
            const auto result = age_open({&identity, 1}, source, sink);
            CHECK_MESSAGE(!result.is_error(), (result.is_error() ? result.error().message : ""));
            CHECK(sink.size() == size);
            CHECK(sink.is_right());
        }
    }
}

TEST_CASE("sealing and opening 50 MiB hold a few chunks, not the file") {
    support::TempFolder folder;
    constexpr std::size_t size = 50 * 1024 * 1024;
    const auto identity = AgeIdentity::generate();
    const std::vector<AgeRecipient> recipients{identity.recipient()};

    class MeasuringSink final : public base::Sink {
    public:
        explicit MeasuringSink(Sink& next) : next_(next) {}
        Result<void> write(ByteView piece) override {
            largest = std::max(largest, piece.size());
            const auto memory = mallinfo2();
            most = std::max(most, memory.uordblks + memory.hblkhd);
            return next_.write(piece);
        }
        std::size_t largest = 0;
        std::size_t most = 0;

    private:
        Sink& next_;
    };

    const auto memory = mallinfo2();
    const std::size_t before = memory.uordblks + memory.hblkhd;
    {
        support::PatternSource source(size);
        support::FileSink file(folder.path() / "sealed.age");
        MeasuringSink sink(file);
        REQUIRE_FALSE(age_seal(recipients, source, sink).is_error());
        CHECK(sink.largest == chunk + 16);
        CHECK(sink.most < before + 1024 * 1024);
    }
    support::FileSource source(folder.path() / "sealed.age");
    support::PatternSink sink;
    REQUIRE_FALSE(age_open({&identity, 1}, source, sink).is_error());
    CHECK(sink.size() == size);
    CHECK(sink.is_right());
    CHECK(sink.largest_piece() == chunk);
    CHECK(sink.most_memory() < before + 1024 * 1024);
}
