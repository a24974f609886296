#include "base/secret.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <new>
#include <string>
#include <type_traits>

using namespace base;

// Every delete of this program passes here, so that a test can see memory in the moment it is given back, when reading
// it is still allowed.
namespace {

const char* watched = nullptr;
std::size_t watched_size = 0;
int seen_wiped = 0;
int seen_full = 0;

void look_at(void* memory) noexcept {
    if (watched == nullptr || memory != watched) return;
    const bool is_wiped = std::all_of(watched, watched + watched_size, [](char byte) { return byte == 0; });
    ++(is_wiped ? seen_wiped : seen_full);
    watched = nullptr;
}

void watch(const Secret& secret) {
    watched = reinterpret_cast<const char*>(secret.view().data());
    watched_size = secret.size();
    seen_wiped = 0;
    seen_full = 0;
}

bool was_wiped() { return seen_wiped == 1 && seen_full == 0; }

} // namespace

void* operator new[](std::size_t size) {
    void* memory = std::malloc(size == 0 ? 1 : size);
    base::invariant(memory != nullptr, "a test has memory");
    return memory;
}
void operator delete[](void* memory) noexcept {
    look_at(memory);
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    look_at(memory);
    std::free(memory);
}

TEST_CASE("the watcher sees memory that is given back without being wiped") {
    std::uint8_t* plain = new std::uint8_t[4]{1, 2, 3, 4};
    watched = reinterpret_cast<const char*>(plain);
    watched_size = 4;
    seen_wiped = 0;
    seen_full = 0;
    delete[] plain;
    CHECK(seen_full == 1);
}

TEST_CASE("a secret is wiped when it ends, is cleared, grows, or is replaced by another") {
    {
        const Secret secret(bytes_of("what a person typed"));
        watch(secret);
    }
    CHECK(was_wiped());

    Secret cleared(bytes_of("what a person typed"));
    watch(cleared);
    cleared.clear();
    CHECK(was_wiped());
    CHECK(cleared.is_empty());

    Secret growing(bytes_of("12"));
    watch(growing);
    growing.append("3456789012345678901234567890");
    CHECK(was_wiped());
    CHECK(growing.text() == "123456789012345678901234567890");

    Secret replaced(bytes_of("what a person typed"));
    watch(replaced);
    replaced = Secret(bytes_of("other"));
    CHECK(was_wiped());
    CHECK(replaced.text() == "other");
}

TEST_CASE("bytes cut from a secret are wiped at once, though its memory stays") {
    Secret secret(bytes_of("12345678"));
    const std::uint8_t* memory = secret.view().data();
    secret.resize(3);
    CHECK(secret.text() == "123");
    CHECK(std::all_of(memory + 3, memory + 8, [](std::uint8_t byte) { return byte == 0; }));
    secret.resize(6);
    CHECK(secret.view().data() == memory);
    CHECK(to_hex(secret.view()) == "313233000000");
}

TEST_CASE("a secret that was moved lies in one place only") {
    Secret first(bytes_of("typed"));
    const std::uint8_t* memory = first.view().data();
    Secret second(std::move(first));
    CHECK(second.view().data() == memory);
    Secret third;
    third = std::move(second);
    CHECK(third.view().data() == memory);
    CHECK(third.text() == "typed");
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
}

TEST_CASE("a copy is asked for by name and is another place") {
    const Secret secret(bytes_of("typed"));
    const Secret copy = secret.copy();
    CHECK(copy.text() == secret.text());
    CHECK(copy.view().data() != secret.view().data());
    CHECK(Secret().copy().is_empty());
}
