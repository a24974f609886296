// The operator's log: one JSON object a line, on a stream that the program chooses (stderr by default). An event is
// a literal and its fields are numbers or literals, so that no name, code or free text can get in. Any thread.
#pragma once

#include "base/clock.hpp"

#include <cstdio>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace base {

// A word that stood in the source when it was compiled; nothing a person typed can become one.
class Literal {
public:
    template <std::size_t size>
    consteval Literal(const char (&text)[size]) : text_(text, size - 1) {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

struct LogField {
    Literal name;
    std::variant<std::int64_t, Literal> value;
};

class EventLog {
public:
    EventLog(const Clock& clock, std::FILE* stream) : clock_(clock), stream_(stream) {}
    void write(Literal event, std::initializer_list<LogField> fields = {});

private:
    const Clock& clock_;
    std::FILE* stream_;
};

} // namespace base
