#include "crypto/pin.hpp"

#include "crypto/record_cipher.hpp"
#include "tests/crypto/streams.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace crypto;

namespace {

Bytes body(const auto& key) { return {key.expose().begin(), key.expose().end()}; }

struct PinWorld {
    VaultKey vault = VaultKey::from(support::pattern(32)).release_value();
    PinPepper pepper = derive_pin_pepper(vault);
    PinParameters parameters = PinParameters::fresh(least_pin_cost());

    Bytes stretched(std::string_view pin) {
        return body(stretch_pin(pepper, parameters, base::bytes_of(pin)).release_value());
    }
};

} // namespace

TEST_CASE_FIXTURE(PinWorld, "one PIN with one salt and one vault always gives the same key, and any change another") {
    const Bytes key = stretched("402817");
    CHECK(stretched("402817") == key);
    CHECK(stretched("402818") != key);
    CHECK(stretched("4028170") != key);
    CHECK(stretched("") != key);
    SUBCASE("another salt") { parameters.salt[15] ^= 1; }
    SUBCASE("another vault") { pepper = derive_pin_pepper(VaultKey::generate()); }
    SUBCASE("more passes") { ++parameters.cost.operations; }
    SUBCASE("more memory") { parameters.cost.memory *= 2; }
    CHECK(stretched("402817") != key);
}

TEST_CASE_FIXTURE(PinWorld, "the key is not what Argon2 alone makes of the PIN") {
    // The answer that the self-test has from the reference program.
    constexpr std::string_view argon2 = "ac08ee7b12a52dd0072efaa4ed379e8966635b838fa111b095d2577476d3b8a2";
    parameters.cost = {1, 64 * 1024};
    std::ranges::fill(parameters.salt, 0);
    const std::string_view salt = "saltsaltsaltsalt";
    std::copy(salt.begin(), salt.end(), parameters.salt.begin());
    const Bytes key = stretched("correct horse");
    CHECK(base::to_hex(key) != argon2);
    CHECK(body(mix_pin(pepper, base::from_hex(argon2).release_value())) == key);
}

TEST_CASE("every set of parameters has a salt of its own") {
    CHECK(PinParameters::fresh(least_pin_cost()).salt != PinParameters::fresh(least_pin_cost()).salt);
}

TEST_CASE("a key that costs less to try than it should is to be made anew, one that costs as much or more is not") {
    const auto kept = PinParameters::fresh({2, 4096});
    CHECK_FALSE(needs_rehash(kept, {2, 4096}));
    CHECK_FALSE(needs_rehash(kept, {1, 1024}));
    CHECK(needs_rehash(kept, {3, 4096}));
    CHECK(needs_rehash(kept, {2, 4097}));
    CHECK(needs_rehash(PinParameters::fresh(interactive_pin_cost()), moderate_pin_cost()));
    CHECK_FALSE(needs_rehash(PinParameters::fresh(moderate_pin_cost()), moderate_pin_cost()));
}

TEST_CASE_FIXTURE(PinWorld, "parameters that were damaged are an error, not a key") {
    SUBCASE("no passes") { parameters.cost.operations = 0; }
    SUBCASE("no memory") { parameters.cost.memory = 0; }
    SUBCASE("an unknown algorithm") { parameters.algorithm = PinAlgorithm(9); }
    const auto refused = stretch_pin(pepper, parameters, base::bytes_of("402817"));
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::call_staff);
}

TEST_CASE_FIXTURE(PinWorld, "a machine without the memory says so") {
    parameters.cost.memory = std::uint64_t{1} << 41;
    const auto refused = stretch_pin(pepper, parameters, base::bytes_of("402817"));
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::out_of_service);
}

TEST_CASE_FIXTURE(PinWorld, "only the right PIN unwraps a member's key") {
    const auto member = RecordKey::generate();
    const RecordContext context{"staff.member_key", {}, 1};
    const auto right = stretch_pin(pepper, parameters, base::bytes_of("402817")).release_value();
    const auto wrong = stretch_pin(pepper, parameters, base::bytes_of("402816")).release_value();
    const Bytes wrapped = wrap_key(right, context, member);
    CHECK(body(unwrap_key(right, context, wrapped).release_value()) == body(member));
    CHECK(unwrap_key(wrong, context, wrapped).is_error());
}
