#include "base/event_log.hpp"

#include <string>

namespace base {

void EventLog::write(Literal event, std::initializer_list<LogField> fields) {
    std::string line = "{\"ms\":" + std::to_string(clock_.now().time_since_epoch().count()) + ",\"event\":\"" +
                       std::string(event.text()) + '"';
    for (const auto& field : fields) {
        line += ",\"" + std::string(field.name.text()) + "\":";
        if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
            line += std::to_string(*number);
        } else {
            line += '"' + std::string(std::get<Literal>(field.value).text()) + '"';
        }
    }
    line += "}\n";
    // One write a line, so that lines of several threads do not mix.
    std::fwrite(line.data(), 1, line.size(), stream_);
    std::fflush(stream_);
}

} // namespace base
