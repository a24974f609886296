#include "base/result.hpp"

#include <csignal>
#include <cstdio>
#include <doctest/doctest.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace base;

namespace {

Result<int> half_of(int number) {
    if (number % 2 != 0) return ask_again("an odd number has no half");
    return number / 2;
}

Result<int> quarter_of(int number) {
    const int half = TRY(half_of(number));
    return TRY_DOING(half_of(half), "halving again");
}

Result<void> check_quarter(int number) {
    const int quarter = TRY(quarter_of(number));
    if (quarter == 0) return call_staff("nothing is left");
    return {};
}

} // namespace

TEST_CASE("TRY gives the value or hands the error up, with its kind and what was being done") {
    CHECK(quarter_of(12).value() == 3);
    CHECK(quarter_of(3).error().message == "an odd number has no half");
    CHECK(quarter_of(6).error().message == "halving again: an odd number has no half");
    CHECK(quarter_of(6).error().kind == ErrorKind::ask_again);
    CHECK_FALSE(check_quarter(4).is_error());
    CHECK(check_quarter(0).error().kind == ErrorKind::call_staff);
    CHECK(check_quarter(2).error().kind == ErrorKind::ask_again);
}

TEST_CASE("a result can hold what cannot be copied") {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    CHECK(*result.release_value() == 7);
}

TEST_CASE("asking a failed result for its value ends the process instead of making one up") {
    const pid_t child = ::fork();
    if (child == 0) {
        // doctest's own report of a crash would be taken for a failure of this test.
        ::signal(SIGABRT, SIG_DFL);
        ::close(STDERR_FILENO);
        const auto result = half_of(3);
        [[maybe_unused]] const volatile int value = result.value();
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
}
