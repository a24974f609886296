#include "kiosk/exchange/json.hpp"

#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

constexpr std::size_t deepest = 32;

using Library = nlohmann::ordered_json;

Library to_library(const Json& value) {
    if (const auto* boolean = value.boolean()) return *boolean;
    if (const auto* integer = value.integer()) return *integer;
    if (const auto* real = value.real()) return *real;
    if (const auto* text = value.text()) return *text;
    if (const auto* array = value.array()) {
        Library made = Library::array();
        for (const Json& element : *array) made.push_back(to_library(element));
        return made;
    }
    if (const auto* object = value.object()) {
        Library made = Library::object();
        for (const JsonMember& member : *object) made[member.name] = to_library(member.value);
        return made;
    }
    return nullptr;
}

// Builds a Json from the events of the library's parser; its own tree would keep only the last of two equal names.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(std::int64_t{value})); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<number_unsigned_t>(INT64_MAX)) return add(Json(static_cast<double>(value)));
        return add(Json(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
    bool string(string_t& value) override { return add(Json(std::string(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json(Json::Object())); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json(Json::Array())); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (open_.back().value.find(name) != nullptr) {
            trouble_ = "the same name stands twice in one object";
            return false;
        }
        open_.back().name = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        trouble_ = "not JSON at byte " + std::to_string(position);
        return false;
    }

    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    [[nodiscard]] Json release() { return std::move(root_); }

private:
    struct Open {
        Json value;
        std::string name; // of the member that comes next
    };

    bool add(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (auto* array = open_.back().value.array()) {
            array->push_back(std::move(value));
        } else {
            open_.back().value.object()->push_back({std::move(open_.back().name), std::move(value)});
        }
        return true;
    }
    bool open(Json value) {
        if (open_.size() == deepest) {
            trouble_ = "more than 32 levels";
            return false;
        }
        open_.push_back({std::move(value), {}});
        return true;
    }
    bool close() {
        Json value = std::move(open_.back().value);
        open_.pop_back();
        return add(std::move(value));
    }

    std::vector<Open> open_;
    Json root_;
    std::string trouble_;
};

} // namespace

const Json* Json::find(std::string_view name) const {
    const Object* members = object();
    if (members == nullptr) return nullptr;
    for (const JsonMember& member : *members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

base::Secret json_line(const Json& value) {
    std::string text = to_library(value).dump(-1, ' ', false, Library::error_handler_t::replace);
    base::Secret line{base::bytes_of(text)};
    base::wipe(text.data(), text.size());
    return line;
}

base::Result<Json> parse_json(std::string_view text) {
    Builder builder;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return base::ask_again(builder.trouble());
    return builder.release();
}

} // namespace kiosk
