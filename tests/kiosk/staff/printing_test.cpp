#include "kiosk/staff/printing.hpp"

#include "tests/support/staff_office.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using support::HeldWork;

TEST_CASE("a sheet is printed where the work is done, and its answer comes once, after the main loop was woken") {
    HeldWork work;
    std::string printed;
    int woken = 0;
    const auto print = [&](const base::Secret& pdf) {
        printed = pdf.text();
        return PrintAnswer::refused;
    };
    Printing printing(print, work, [&] { ++woken; });
    printing.send(support::secret("a sheet"));
    CHECK(printing.is_working());
    CHECK_FALSE(printing.poll().has_value());
    CHECK(printed.empty());
    work.finish();
    CHECK(printed == "a sheet");
    CHECK(woken == 1);
    CHECK(printing.poll() == PrintAnswer::refused);
    CHECK_FALSE(printing.poll().has_value());
    CHECK_FALSE(printing.is_working());
}

TEST_CASE("whoever has gone is not told; without a printer the answer says so") {
    HeldWork work;
    Printing printing({}, work, {});
    printing.send(support::secret("a sheet"));
    printing.forget();
    work.finish();
    CHECK_FALSE(printing.poll().has_value());
    printing.send(support::secret("a sheet"));
    work.finish();
    CHECK(printing.poll() == PrintAnswer::no_printer);
}
