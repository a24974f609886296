// Reads the members of one JSON object by name and type and refuses what is missing, of another form, or left over.
// Errors name the field and what is allowed, never the value. Any thread.
#pragma once

#include "kiosk/exchange/json.hpp"

#include <optional>

namespace kiosk {

class FieldReader {
public:
    // An object is expected; anything else makes the first read fail. `path` goes before each name: "data.party".
    FieldReader(const Json& object, std::string path);

    using TextForm = bool (*)(std::string_view);
    [[nodiscard]] base::Result<std::string> text(std::string_view name, TextForm form, std::string_view allowed);
    [[nodiscard]] base::Result<std::optional<std::string>> text_or_null(std::string_view name, TextForm form,
                                                                        std::string_view allowed);
    // Nothing if the member is not there.
    [[nodiscard]] base::Result<std::optional<std::string>> optional_text(std::string_view name, TextForm form,
                                                                         std::string_view allowed);
    // A whole number, also if written as 1.0 or 1e0, as in JSON Schema.
    [[nodiscard]] base::Result<std::int64_t> integer(std::string_view name, std::int64_t from, std::int64_t to);
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] base::Result<bool> boolean(std::string_view name);
    [[nodiscard]] base::Result<const Json::Array*> array(std::string_view name);
    [[nodiscard]] base::Result<FieldReader> object(std::string_view name);
    [[nodiscard]] base::Result<void> must_be(std::string_view name, std::string_view value);
    // An error that names the field.
    [[nodiscard]] base::Error wrong(std::string_view name, std::string_view allowed) const;
    [[nodiscard]] const Json::Object& members() const { return *members_; }
    // Refuses members that nobody has read.
    [[nodiscard]] base::Result<void> finish() const;

private:
    [[nodiscard]] base::Result<const Json*> take(std::string_view name);

    const Json::Object* members_;
    std::string path_;
    std::vector<std::string_view> read_;
};

} // namespace kiosk
