#include "kiosk/control/control_message.hpp"

#include "base/secret.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

using Json = nlohmann::json;

constexpr std::string_view format = "family-kiosk-control/1";
constexpr std::size_t most_options = 8;

bool is_word(const Json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
}

bool is_size(const Json& frame, const char* key) {
    return frame.contains(key) && frame[key].is_number_unsigned() && frame[key].get<std::uint64_t>() <= most_frame_body;
}

// Without exceptions: a discarded value is no object.
Json parse(std::string_view line) {
    Json frame = Json::parse(line, nullptr, false);
    if (frame.is_object() && frame.contains("format") && frame["format"] == format) return frame;
    return Json();
}

} // namespace

bool Request::has(std::string_view option) const {
    return std::find(options.begin(), options.end(), option) != options.end();
}

void Request::wipe() { base::wipe(body.data(), body.size()); }

std::string frame_line(const Request& request) {
    const Json frame{
        {"format", format}, {"command", request.command}, {"options", request.options}, {"body", request.body.size()}};
    return frame.dump() + "\n";
}

std::string frame_line(const Reply& reply) {
    const Json frame{{"format", format}, {"exit", reply.exit}, {"out", reply.out.size()}, {"err", reply.err.size()}};
    return frame.dump() + "\n";
}

base::Result<RequestFrame> read_request_line(std::string_view line) {
    const base::Error wrong = base::ask_again("not a request of this version of kioskctl");
    const Json frame = parse(line);
    if (!frame.is_object() || frame.size() != 4 || !frame.contains("command") || !is_word(frame["command"]) ||
        !frame.contains("options") || !frame["options"].is_array() || frame["options"].size() > most_options ||
        !is_size(frame, "body")) {
        return wrong;
    }
    RequestFrame read;
    read.request.command = frame["command"].get<std::string>();
    for (const Json& option : frame["options"]) {
        if (!is_word(option)) return wrong;
        read.request.options.push_back(option.get<std::string>());
    }
    read.body = frame["body"].get<std::size_t>();
    return read;
}

base::Result<ReplyFrame> read_reply_line(std::string_view line) {
    const Json frame = parse(line);
    if (!frame.is_object() || frame.size() != 4 || !is_size(frame, "out") || !is_size(frame, "err") ||
        !frame.contains("exit") || !frame["exit"].is_number_unsigned() || frame["exit"].get<std::uint64_t>() > 255) {
        return base::call_staff("the kiosk answered in a form that this kioskctl does not know");
    }
    return ReplyFrame{frame["exit"].get<int>(), frame["out"].get<std::size_t>(), frame["err"].get<std::size_t>()};
}

} // namespace kiosk
