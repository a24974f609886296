#include "base/event_log.hpp"

#include <array>
#include <cstdint>
#include <doctest/doctest.h>
#include <string>
#include <type_traits>

using namespace base;

namespace {

// What the log wrote to its stream.
template <typename Write>
std::string written_by(Write write) {
    std::FILE* stream = std::tmpfile();
    REQUIRE(stream != nullptr);
    FakeClock clock(UtcTime(1700000000123ms));
    EventLog log(clock, stream);
    write(log, clock);
    std::rewind(stream);
    std::array<char, 1000> text{};
    const std::size_t size = std::fread(text.data(), 1, text.size(), stream);
    std::fclose(stream);
    return {text.data(), size};
}

} // namespace

TEST_CASE("an event is one line of JSON with its time, its name and its fields in order") {
    CHECK(written_by([](EventLog& log, FakeClock& clock) {
              log.write("started");
              clock.advance(5s);
              log.write("roster.applied",
                        {{"rows", std::int64_t{12}}, {"from", Literal("import")}, {"change", std::int64_t{-3}}});
          }) == "{\"ms\":1700000000123,\"event\":\"started\"}\n"
                "{\"ms\":1700000005123,\"event\":\"roster.applied\",\"rows\":12,\"from\":\"import\",\"change\":-3}\n");
}

TEST_CASE("nothing that was not in the source when it was compiled can become a word of the log") {
    static_assert(!std::is_constructible_v<Literal, std::string>);
    static_assert(!std::is_constructible_v<Literal, std::string_view>);
    static_assert(!std::is_constructible_v<Literal, const char*>);
    static_assert(!std::is_constructible_v<LogField, Literal, std::string>);
}
