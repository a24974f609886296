#include "kiosk/exchange/field_reader.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {

namespace {

const Json::Object nothing;

} // namespace

FieldReader::FieldReader(const Json& object, std::string path)
    : members_(object.object() != nullptr ? object.object() : &nothing), path_(std::move(path)) {}

base::Error FieldReader::wrong(std::string_view name, std::string_view allowed) const {
    const std::string before = path_.empty() ? std::string() : path_ + ".";
    return base::ask_again(before + std::string(name) + ": " + std::string(allowed) + " is expected");
}

base::Result<const Json*> FieldReader::take(std::string_view name) {
    read_.push_back(name);
    const auto found =
        std::find_if(members_->begin(), members_->end(), [&](const JsonMember& member) { return member.name == name; });
    if (found == members_->end()) return wrong(name, "a value");
    return &found->value;
}

base::Result<std::string> FieldReader::text(std::string_view name, TextForm form, std::string_view allowed) {
    const Json* value = TRY(take(name));
    if (value->text() == nullptr || !form(*value->text())) return wrong(name, allowed);
    return *value->text();
}

base::Result<std::optional<std::string>> FieldReader::text_or_null(std::string_view name, TextForm form,
                                                                   std::string_view allowed) {
    const Json* value = TRY(take(name));
    if (value->is_null()) return std::optional<std::string>();
    if (value->text() == nullptr || !form(*value->text())) return wrong(name, std::string(allowed) + " or null");
    return std::optional<std::string>(*value->text());
}

base::Result<std::optional<std::string>> FieldReader::optional_text(std::string_view name, TextForm form,
                                                                    std::string_view allowed) {
    if (take(name).is_error()) return std::optional<std::string>();
    return std::optional<std::string>(TRY(text(name, form, allowed)));
}

base::Result<std::int64_t> FieldReader::integer(std::string_view name, std::int64_t from, std::int64_t to) {
    const Json* value = TRY(take(name));
    std::optional<std::int64_t> number;
    if (value->integer() != nullptr) number = *value->integer();
    // Beyond 2^53 a double no longer tells neighbours apart.
    if (value->real() != nullptr && std::abs(*value->real()) <= 9007199254740992.0 &&
        std::trunc(*value->real()) == *value->real()) {
        number = static_cast<std::int64_t>(*value->real());
    }
    if (!number || *number < from || *number > to) {
        return wrong(name, "a whole number from " + std::to_string(from) + " to " + std::to_string(to));
    }
    return *number;
}

bool FieldReader::has(std::string_view name) const {
    return std::any_of(members_->begin(), members_->end(),
                       [&](const JsonMember& member) { return member.name == name; });
}

base::Result<bool> FieldReader::boolean(std::string_view name) {
    const Json* value = TRY(take(name));
    if (value->boolean() == nullptr) return wrong(name, "true or false");
    return *value->boolean();
}

base::Result<const Json::Array*> FieldReader::array(std::string_view name) {
    const Json* value = TRY(take(name));
    if (value->array() == nullptr) return wrong(name, "a list");
    return value->array();
}

base::Result<FieldReader> FieldReader::object(std::string_view name) {
    const Json* value = TRY(take(name));
    if (value->object() == nullptr) return wrong(name, "an object");
    return FieldReader(*value, path_.empty() ? std::string(name) : path_ + "." + std::string(name));
}

base::Result<void> FieldReader::must_be(std::string_view name, std::string_view value) {
    const Json* found = TRY(take(name));
    if (found->text() == nullptr || *found->text() != value) return wrong(name, "\"" + std::string(value) + "\"");
    return {};
}

base::Result<void> FieldReader::finish() const {
    for (const JsonMember& member : *members_) {
        // The name itself could be anything, also a person's, so it is not repeated.
        if (std::find(read_.begin(), read_.end(), member.name) == read_.end()) {
            return base::ask_again((path_.empty() ? std::string("record") : path_) +
                                   ": a field that is not known here");
        }
    }
    return {};
}

} // namespace kiosk
