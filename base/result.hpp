// How our code says that something could not be done: every fallible function returns a Result.
// Nothing here throws; a broken invariant ends the process through `invariant`. Any thread.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace base {

// Chosen by what the kiosk should do next, never by which library failed.
enum class ErrorKind {
    ask_again,      // the input is wrong: say so, keep everything, let the person try again
    retry_later,    // nothing is broken; the same call may go through later
    call_staff,     // a person has to look at it; the rest of the kiosk goes on
    out_of_service, // records can no longer be kept safely: stop and say so kindly
};

// `message` is for the operator's one line on stderr. It never holds a name, a code or free text of a person.
struct Error {
    ErrorKind kind;
    std::string message;

    // The same error, with what was being done put in front: "importing roster.csv: no such file".
    [[nodiscard]] Error during(std::string_view doing) const { return {kind, std::string(doing) + ": " + message}; }
};

[[nodiscard]] inline Error ask_again(std::string message) { return {ErrorKind::ask_again, std::move(message)}; }
[[nodiscard]] inline Error retry_later(std::string message) { return {ErrorKind::retry_later, std::move(message)}; }
[[nodiscard]] inline Error call_staff(std::string message) { return {ErrorKind::call_staff, std::move(message)}; }
[[nodiscard]] inline Error out_of_service(std::string message) {
    return {ErrorKind::out_of_service, std::move(message)};
}

// Ends the process when our own reasoning is proved wrong. `claim` is a literal: no value of a person can get in.
inline void invariant(bool holds, const char* claim) {
    if (holds) return;
    std::fprintf(stderr, "broken invariant: %s\n", claim);
    std::abort();
}

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool is_error() const { return state_.index() == 1; }
    [[nodiscard]] const Error& error() const {
        invariant(is_error(), "error() is asked only of a failed Result");
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] T& value() {
        invariant(!is_error(), "value() is asked only of a successful Result");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const {
        invariant(!is_error(), "value() is asked only of a successful Result");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T release_value() { return std::move(value()); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : state_(std::move(error)) {}

    [[nodiscard]] bool is_error() const { return state_.index() == 1; }
    [[nodiscard]] const Error& error() const {
        invariant(is_error(), "error() is asked only of a failed Result");
        return *std::get_if<1>(&state_);
    }
    void release_value() const { invariant(!is_error(), "release_value() is asked only of a successful Result"); }

private:
    std::variant<std::monostate, Error> state_;
};

} // namespace base

// Gives the value, or returns the error from the function around it.
#define TRY(expression)                                                        \
    __extension__({                                                            \
        auto try_result_ = (expression);                                       \
        if (try_result_.is_error()) return ::base::Error(try_result_.error()); \
        try_result_.release_value();                                           \
    })

// The same, naming what was being done.
#define TRY_DOING(expression, doing)                                                         \
    __extension__({                                                                          \
        auto try_result_ = (expression);                                                     \
        if (try_result_.is_error()) return ::base::Error(try_result_.error().during(doing)); \
        try_result_.release_value();                                                         \
    })
