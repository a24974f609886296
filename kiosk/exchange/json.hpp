// JSON as a value that keeps its members in order; what the kiosk reads and seals goes through it. Knows no
// record: what a value must look like is said by those who read it. Any thread.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

struct JsonMember;

class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<JsonMember>;

    Json() = default; // null
    Json(bool value);
    Json(int value);
    Json(std::int64_t value);
    Json(double value);
    Json(std::string value);
    Json(std::string_view value);
    Json(const char* value);
    Json(Array value);
    Json(Object value);

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    // Null if the value is of another type.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] const double* real() const { return std::get_if<double>(&value_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
    [[nodiscard]] Array* array() { return std::get_if<Array>(&value_); }
    [[nodiscard]] Object* object() { return std::get_if<Object>(&value_); }
    // The member of an object, or null.
    [[nodiscard]] const Json* find(std::string_view name) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

struct JsonMember {
    std::string name;
    Json value;
};

inline Json::Json(bool value) : value_(value) {}
inline Json::Json(int value) : value_(std::int64_t{value}) {}
inline Json::Json(std::int64_t value) : value_(value) {}
inline Json::Json(double value) : value_(value) {}
inline Json::Json(std::string value) : value_(std::move(value)) {}
inline Json::Json(std::string_view value) : value_(std::string(value)) {}
inline Json::Json(const char* value) : value_(std::string(value)) {}
inline Json::Json(Array value) : value_(std::move(value)) {}
inline Json::Json(Object value) : value_(std::move(value)) {}

// One line of UTF-8 without a line end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] base::Secret json_line(const Json& value);
// RFC 8259, one value. Refused besides what is no JSON: a name that stands twice in one object (readers would differ
// on which counts) and more than 32 levels. The error names the byte, never the text.
[[nodiscard]] base::Result<Json> parse_json(std::string_view text);

} // namespace kiosk
