#include "crypto/start.hpp"

#include "crypto/self_test.hpp"

#include <doctest/doctest.h>
#include <set>
#include <sys/resource.h>
#include <vector>

using namespace crypto;

TEST_CASE("every primitive gives the answer of its standard") {
    CHECK_FALSE(check(known_answers()).is_error());
    CHECK(known_answers().size() == 12);
    std::set<std::string_view> names;
    for (const auto& answer : known_answers()) names.insert(answer.primitive);
    CHECK(names.size() == known_answers().size());
}

TEST_CASE("a wrong answer of any primitive takes the program out of service, by its name") {
    for (std::size_t i = 0; i < known_answers().size(); ++i) {
        std::vector<KnownAnswer> answers(known_answers().begin(), known_answers().end());
        std::string changed(answers[i].expected);
        changed.back() = changed.back() == '0' ? '1' : '0';
        answers[i].expected = changed;
        const auto result = check(answers);
        REQUIRE(result.is_error());
        CHECK(result.error().kind == base::ErrorKind::out_of_service);
        CHECK(result.error().message == std::string("self-test: wrong answer from ") + answers[i].primitive);
    }
}

TEST_CASE("starting twice is harmless, and a started program leaves no core dump") {
    CHECK_FALSE(start().is_error());
    rlimit limit{1, 1};
    REQUIRE(::getrlimit(RLIMIT_CORE, &limit) == 0);
    CHECK(limit.rlim_cur == 0);
    CHECK(limit.rlim_max == 0);
}
