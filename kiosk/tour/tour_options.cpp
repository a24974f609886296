#include "kiosk/tour/tour_options.hpp"

#include "kiosk/programs/command_line.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace kiosk {

namespace {

// "1920x1080" as two numbers.
template <typename Number>
bool read_pair(const std::string& text, Number& first, Number& second) {
    char* end = nullptr;
    const double a = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != 'x') return false;
    const char* rest = end + 1;
    const double b = std::strtod(rest, &end);
    if (end == rest || *end != '\0' || a < 100 || b < 100 || a > 8192 || b > 8192) return false;
    first = static_cast<Number>(a);
    second = static_cast<Number>(b);
    return true;
}

// "2026-10-13T16:12:00Z" or "2026-10-13T16:12-04:00"
bool read_now(const std::string& text, base::UtcTime& now) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int length = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d%n", &year, &month, &day, &hour, &minute, &length) != 5)
        return false;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok() || hour > 23 || minute > 59) return false;
    int offset = 0;
    const std::string rest = text.substr(static_cast<std::size_t>(length));
    if (rest != "Z" && rest != ":00Z") {
        char sign = 0;
        int hours = 0;
        int minutes = 0;
        if (std::sscanf(rest.c_str(), "%c%2d:%2d", &sign, &hours, &minutes) != 3 || (sign != '+' && sign != '-'))
            return false;
        offset = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    }
    now = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) -
          std::chrono::minutes(offset);
    return true;
}

template <typename Value, std::size_t count>
bool read_one_of(std::string_view name, const std::array<std::string_view, count>& names,
                 const std::array<Value, count>& values, Value& into) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return false;
    into = values[static_cast<std::size_t>(at - names.begin())];
    return true;
}

} // namespace

std::variant<TourOptions, int> parse_tour_options(int count, char** arguments) {
    TourOptions options;
    options.now = base::SystemClock().now();
    std::string size = "1920x1080";
    std::string panel;
    std::string now;
    std::string theme = "light";
    std::string text_size = "normal";
    std::string reach = "whole";
    bool has_headphones = false;
    CLI::App app{"Runs a written visit against the real kiosk off-screen and takes its pictures.", "kiosk-tour"};
    app.add_option("script", options.script, "The visit: one step a line")->required();
    app.add_option("--state", options.state, "State folder of a demo kiosk")->capture_default_str();
    app.add_option("--shots", options.shots, "Where pictures go")->capture_default_str();
    app.add_option("--prints", options.prints,
                   "A printer that puts each sheet there: 1.pdf, 2.pdf; else there is none");
    app.add_option("--printer", options.printer, "A real printer instead: a queue of CUPS, by its name");
    app.add_option("--size", size, "Pixels of the screen")->capture_default_str();
    app.add_option("--panel", panel, "Millimetres of the screen; 476x268, or 268x476 upright, unless given");
    app.add_option("--now", now, "Time at the start: 2026-10-13T16:12-04:00, or with Z");
    app.add_option("--language", options.language,
                   "Language at the start, of any catalog; en-XA and ar-XB are made-up ones for tests");
    app.add_option("--theme", theme, "light, dark, white-on-black, black-on-white or soft");
    app.add_option("--text-size", text_size, "small, normal, large or largest");
    app.add_flag("--headphones", has_headphones, "With headphones: what is private is spoken too");
    app.add_flag("--listen", options.is_listened_to,
                 "With listening on: walks every page by keys, and fails if something that shows is never said");
    app.add_option("--reach", reach, "whole, or low: easy reach");
    app.add_option("--seed", options.seed, "Chooses the tickets")->capture_default_str();
    if (const auto ended = read_command_line(app, count, arguments)) return *ended;
    auto refuse = [](const char* what) -> std::variant<TourOptions, int> {
        std::fprintf(stderr, "kiosk-tour: %s\n", what);
        return exit_usage;
    };
    if (!read_pair(size, options.panel.width_px, options.panel.height_px)) {
        return refuse("--size: two numbers of pixels are wanted, such as 1920x1080");
    }
    if (panel.empty()) panel = options.panel.width_px >= options.panel.height_px ? "476x268" : "268x476";
    if (!read_pair(panel, options.panel.width_mm, options.panel.height_mm)) {
        return refuse("--panel: two numbers of millimetres are wanted, such as 476x268");
    }
    if (!now.empty() && !read_now(now, options.now)) {
        return refuse("--now: a time such as 2026-10-13T16:12-04:00 is wanted");
    }
    constexpr std::array<std::string_view, 5> themes{"light", "dark", "white-on-black", "black-on-white", "soft"};
    constexpr std::array<std::string_view, 4> sizes{"small", "normal", "large", "largest"};
    if (!read_one_of(theme, themes, ui::all_themes, options.comfort.theme)) {
        return refuse("--theme: light, dark, white-on-black, black-on-white or soft is wanted");
    }
    if (!read_one_of(text_size, sizes, ui::all_text_sizes, options.comfort.text_size)) {
        return refuse("--text-size: small, normal, large or largest is wanted");
    }
    if (reach != "whole" && reach != "low") return refuse("--reach: whole or low is wanted");
    if (has_headphones) options.headphones = ui::Headphones::in;
    options.comfort.reach = reach == "low" ? Reach::low : Reach::whole;
    return options;
}

base::Result<base::Secret> read_script_file(const base::Path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return base::ask_again(path.string() + ": cannot open this script");
    base::Secret text;
    base::Secret piece(4096);
    for (;;) {
        const ssize_t got = ::read(file, piece.bytes().data(), piece.size());
        if (got <= 0) break;
        text.append(piece.view().first(static_cast<std::size_t>(got)));
    }
    ::close(file);
    return text;
}

} // namespace kiosk
