#include "crypto/age.hpp"
#include "crypto/digest.hpp"
#include "tests/support/shell.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace crypto;

namespace {

struct Vector {
    std::map<std::string, std::string> fields;
    std::vector<AgeIdentity> identities;
    std::string file;
};

Vector read_vector(const std::filesystem::path& path) {
    const std::string content = support::read_file(path);
    const std::size_t end = content.find("\n\n");
    Vector vector;
    std::string_view rest = std::string_view(content).substr(0, end);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::string name(line.substr(0, line.find(": ")));
        const std::string value(line.substr(name.size() + 2));
        if (name == "identity") vector.identities.push_back(AgeIdentity::parse(value).release_value());
        vector.fields[name] = value;
    }
    vector.file = content.substr(end + 2);
    if (vector.fields["compressed"] == "zlib") {
        const auto inflated = support::run(
            {"python3", "-c", "import sys,zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))"},
            vector.file);
        REQUIRE(inflated.exit_code == 0);
        vector.file = inflated.out;
    }
    return vector;
}

std::string words_of(AgeFailure failure) {
    switch (failure) {
    case AgeFailure::none: return "success";
    case AgeFailure::no_match: return "no match";
    case AgeFailure::hmac: return "HMAC failure";
    case AgeFailure::header: return "header failure";
    case AgeFailure::payload: return "payload failure";
    }
    return "?";
}

} // namespace

TEST_CASE("every age test vector ends exactly as it says, and releases exactly the bytes it allows") {
    const auto shared = support::shared_folder();
    if (!shared || !std::filesystem::is_directory(*shared / "vectors" / "age")) {
        MESSAGE("SKIPPED: no age vectors; set KIOSK_SHARED_DIR to the folder that holds vectors/age");
        return;
    }
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(*shared / "vectors" / "age")) {
        if (entry.path().filename() != "README.md") paths.insert(entry.path());
    }
    CHECK(paths.size() >= 50);
    std::map<std::string, int> seen;
    for (const auto& path : paths) {
        CAPTURE(path.filename().string());
        const Vector vector = read_vector(path);
        base::MemorySource source(base::bytes_of(vector.file));
        base::MemorySink sink;
        AgeFailure failure = AgeFailure::none;
        const auto result = age_open(vector.identities, source, sink, &failure);
        const std::string expected = vector.fields.at("expect");
        CHECK(words_of(failure) == expected);
        CHECK(result.is_error() == (expected != "success"));
        if (vector.fields.contains("payload")) {
            CHECK(base::to_hex(sha256(sink.bytes)) == vector.fields.at("payload"));
        } else {
            CHECK(sink.bytes.empty());
        }
        ++seen[expected];
    }
    CHECK(seen.size() == 5); // each of the five ways to end is among them
}
