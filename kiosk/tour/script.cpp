#include "kiosk/tour/script.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace kiosk {

namespace {

struct StepName {
    std::string_view name;
    StepKind kind;
    bool is_quoted; // what follows stands in double quotes
};
constexpr std::array<StepName, 13> step_names{{
    {"tap", StepKind::tap, true},
    {"type", StepKind::type, true},
    {"key", StepKind::key, false},
    {"scan", StepKind::scan, true},
    {"wait", StepKind::wait, false},
    {"expect", StepKind::expect, true},
    {"absent", StepKind::absent, true},
    {"shot", StepKind::shot, false},
    {"window", StepKind::window, false},
    {"hear", StepKind::hear, true},
    {"say-log", StepKind::say_log, false},
    {"remains", StepKind::remains, false},
    {"end", StepKind::end, false},
}};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<std::chrono::milliseconds> read_time(std::string_view text) {
    long number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || number < 0 || number > 1'000'000) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (unit == "ms") return std::chrono::milliseconds(number);
    if (unit == "s") return std::chrono::seconds(number);
    if (unit == "m") return std::chrono::minutes(number);
    if (unit == "h") return std::chrono::hours(number);
    return std::nullopt;
}

// "switch-next 5": the key, and how often.
std::optional<int> read_times(std::string_view& key) {
    const auto space = key.find(' ');
    if (space == std::string_view::npos) return 1;
    const std::string_view number = trimmed(key.substr(space));
    key = key.substr(0, space);
    int times = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), times);
    if (failed != std::errc() || end != number.data() + number.size() || times < 1 || times > 99) return std::nullopt;
    return times;
}

base::Error wrong(int line, std::string_view what) {
    return base::ask_again("line " + std::to_string(line) + ": " + std::string(what));
}

base::Result<Step> read_step(std::string_view text, int line) {
    const auto space = std::min(text.find(' '), text.size());
    const std::string_view name = text.substr(0, space);
    std::string_view rest = trimmed(text.substr(space));
    for (const auto& known : step_names) {
        if (known.name != name) continue;
        Step step;
        step.kind = known.kind;
        step.line = line;
        if (known.is_quoted) {
            if (rest.size() < 3 || rest.front() != '"' || rest.back() != '"') {
                return wrong(line, "after " + std::string(name) + " comes a text in double quotes");
            }
            step.text.append(rest.substr(1, rest.size() - 2));
        } else if (known.kind == StepKind::wait) {
            const auto time = read_time(rest);
            if (!time) return wrong(line, "after wait comes a time such as 500ms, 30s, 2m or 1h");
            step.time = *time;
        } else if (known.kind == StepKind::key) {
            const auto times = read_times(rest);
            if (rest.empty() || !times) return wrong(line, "after key comes its name, then perhaps a number to 99");
            step.times = *times;
            step.text.append(rest);
        } else if (known.kind == StepKind::window && rest != "kiosk" && rest != "board" && rest != "calls") {
            return wrong(line, "after window comes kiosk, board or calls");
        } else if (known.kind != StepKind::end && rest.empty()) {
            return wrong(line, "after " + std::string(name) + " comes a name");
        } else {
            step.text.append(rest);
        }
        return step;
    }
    return wrong(line,
                 "not a step; steps are tap type key scan wait expect absent hear shot window say-log remains end");
}

} // namespace

base::Result<std::vector<Step>> read_script(base::Secret text) {
    std::vector<Step> steps;
    int number = 0;
    std::string_view rest = text.text();
    while (!rest.empty()) {
        ++number;
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.front() == '#') continue;
        steps.push_back(TRY(read_step(line, number)));
    }
    return steps;
}

} // namespace kiosk
