#include "kiosk/state/settings.hpp"

#include "kiosk/state/office_choices.hpp"
#include "kiosk/visits/office_time.hpp"

#include <algorithm>
#include <sstream>
#include <toml++/toml.h>

namespace kiosk {

namespace {

constexpr std::size_t most_settings_bytes = 64 * 1024;
constexpr std::array<std::string_view, 3> visitor_times{"normal", "longer", "longest"};

// Reads keys of one table and remembers the first thing that is wrong.
class TableReader {
public:
    TableReader(const toml::table* table, std::string prefix) : table_(table), prefix_(std::move(prefix)) {}

    template <typename Value>
    void read(std::string_view key, Value& into, std::string_view allowed, auto&& is_allowed) {
        names_.push_back(key);
        const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
        if (node == nullptr) return;
        const auto value = node->value_exact<Value>();
        if (!value || !is_allowed(*value)) return fail(key, allowed);
        into = *value;
    }
    void read_number(std::string_view key, auto& into, std::int64_t least, std::int64_t most) {
        std::int64_t number = least;
        bool is_given = false;
        read(key, number, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most),
             [&](std::int64_t value) { return is_given = value >= least && value <= most; });
        if (is_given) into = std::remove_reference_t<decltype(into)>(number);
    }
    void read_length(std::string_view key, float& into) {
        names_.push_back(key);
        const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
        if (node == nullptr) return;
        const auto value = node->value<double>();
        if (!value || !(*value >= 50 && *value <= 5000)) return fail(key, "must be millimetres from 50 to 5000");
        into = static_cast<float>(*value);
    }
    void require(std::string_view key) {
        if (table_ == nullptr || table_->get(key) == nullptr) fail(key, "is missing");
    }
    void fail(std::string_view key, std::string_view reason) {
        if (wrong_.empty()) wrong_ = prefix_ + std::string(key) + " " + std::string(reason);
    }
    // A misspelt key would otherwise leave a default in force without a word.
    void refuse_others(std::initializer_list<std::string_view> tables = {}) {
        if (table_ == nullptr) return;
        for (const auto& [key, node] : *table_) {
            const bool is_known = std::find(names_.begin(), names_.end(), key.str()) != names_.end() ||
                                  std::find(tables.begin(), tables.end(), key.str()) != tables.end();
            if (!is_known) fail(key.str(), "is not a setting");
        }
    }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

private:
    const toml::table* table_;
    std::string prefix_;
    std::vector<std::string_view> names_;
    std::string wrong_;
};

bool is_line(const std::string& text) {
    return text.size() <= 200 && std::none_of(text.begin(), text.end(),
                                              [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// As CUPS allows them, but plain ASCII; empty: none is named.
bool is_queue_name(const std::string& name) {
    constexpr std::size_t most = 127;
    return name.size() <= most && std::all_of(name.begin(), name.end(), [](char c) {
               return c > ' ' && c < 0x7f && std::string_view("/#?'\"\\").find(c) == std::string_view::npos;
           });
}

std::string read_languages(const toml::table& table, std::vector<std::string>& into) {
    constexpr const char* allowed = "languages must be a list of one or more language tags such as \"en\"";
    const toml::node* node = table.get("languages");
    if (node == nullptr) return "";
    const toml::array* list = node->as_array();
    if (list == nullptr || list->empty()) return allowed;
    into.clear();
    for (const toml::node& item : *list) {
        const auto tag = item.value_exact<std::string>();
        if (!tag || tag->size() < 2 || tag->size() > 35 || !is_line(*tag)) return allowed;
        into.push_back(*tag);
    }
    return "";
}

// A further window: the table stands there with its display, or not at all.
void read_display(const toml::table& table, std::string_view name, TableReader& reader, int& into) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return;
    if (!node->is_table()) return reader.fail("display", "must stand in a table of its own");
    reader.require("display");
    reader.read_number("display", into, 2, 8);
    reader.refuse_others();
}

// What an office may also choose for itself.
void read_office(TableReader& top, Settings& settings) {
    top.read("waiting_place", settings.waiting_place, "must be one line of at most 200 bytes", is_line);
    top.read("headphones", settings.headphones, "must be detect, always or never",
             [](const std::string& word) { return word == "detect" || word == "always" || word == "never"; });
    top.read("paper", settings.paper, "must be letter or a4",
             [](const std::string& word) { return word == "letter" || word == "a4"; });
    top.read_number("acknowledge_minutes", settings.acknowledge, 1, 120);
    top.read("desk_bell", settings.rings_desk_bell, "must be true or false", [](bool) { return true; });
}

base::Result<Settings> settings_of(const toml::table& table) {
    Settings settings;
    const auto plain = [](const std::string& name) { return is_plain_name(name); };
    TableReader top(&table, "");
    for (const char* key : {"kiosk", "site", "time_zone"}) top.require(key);
    top.read("kiosk", settings.kiosk, "must be 1 to 32 of a-z, 0-9 and hyphen", plain);
    top.read("site", settings.site, "must be 1 to 32 of a-z, 0-9 and hyphen", plain);
    top.read("site_name", settings.site_name, "must be one line of at most 200 bytes", is_line);
    top.read("time_zone", settings.time_zone, "must be an IANA name such as America/New_York", is_time_zone);
    top.read("demo", settings.is_demo, "must be true or false", [](bool) { return true; });
    read_office(top, settings);
    top.read("printer", settings.printer, "must be the name of a queue of CUPS", is_queue_name);
    top.read("switch_next", settings.switch_next, "must be the name of a key such as F7", is_line);
    top.read("switch_choose", settings.switch_choose, "must be the name of a key such as F8", is_line);
    top.read_number("switch_step_ms", settings.switch_step, 0, 60'000);
    top.read_number("look_up_answer_ms", settings.look_up_answer, 100, 5000);
    top.read("notices", settings.tells_notices, "must be true or false", [](bool) { return true; });
    top.refuse_others({"languages", "panel", "timers", "board", "call_display"});

    TableReader panel(table["panel"].as_table(), "panel.");
    panel.read_number("width_px", settings.panel.width_px, 320, 16384);
    panel.read_number("height_px", settings.panel.height_px, 320, 16384);
    panel.read_length("width_mm", settings.panel.width_mm);
    panel.read_length("height_mm", settings.panel.height_mm);
    panel.read_length("foot_mm", settings.panel_foot);
    panel.refuse_others();

    TableReader timers(table["timers"].as_table(), "timers.");
    timers.read_number("cover", settings.timers.cover, 5, 3600);
    timers.read_number("warning", settings.timers.warning, 10, 3600);
    timers.read_number("answer", settings.timers.answer, 20, 3600); // WCAG 2.2.1: twenty seconds to answer, or more
    timers.read_number("checked_in", settings.timers.checked_in, 5, 3600);
    timers.read_number("hidden", settings.timers.hidden, 5, 3600);
    timers.read_number("staff", settings.timers.staff, 15, 1800);
    timers.refuse_others();

    // The first display is the kiosk's own.
    TableReader board(table["board"].as_table(), "board.");
    TableReader calls(table["call_display"].as_table(), "call_display.");
    read_display(table, "board", board, settings.board_display);
    read_display(table, "call_display", calls, settings.call_display);
    if (settings.call_display != 0 && settings.call_display == settings.board_display) {
        calls.fail("display", "must be another one than the board's");
    }

    for (const TableReader* reader : {&top, &panel, &timers, &board, &calls}) {
        if (!reader->wrong().empty()) return base::call_staff(reader->wrong());
    }
    if (std::string wrong = read_languages(table, settings.languages); !wrong.empty()) return base::call_staff(wrong);
    return settings;
}

} // namespace

base::Result<Settings> read_settings(base::Files& files, const base::Path& path) {
    const base::Bytes bytes = TRY(files.read(path, most_settings_bytes));
    try {
        const toml::table table = toml::parse(base::text_of(bytes));
        return TRY_DOING(settings_of(table), path.string());
    } catch (const toml::parse_error& error) {
        return base::call_staff(path.string() + ": line " + std::to_string(error.source().begin.line) +
                                ": not TOML: " + std::string(error.description()));
    }
}

std::string settings_text(const Settings& settings) {
    toml::array languages;
    for (const std::string& language : settings.languages) languages.push_back(language);
    const Timers& timers = settings.timers;
    toml::table table{
        {"kiosk", settings.kiosk},
        {"site", settings.site},
        {"site_name", settings.site_name},
        {"time_zone", settings.time_zone},
        {"waiting_place", settings.waiting_place},
        {"demo", settings.is_demo},
        {"languages", languages},
        {"headphones", settings.headphones},
        {"paper", settings.paper},
        {"printer", settings.printer},
        {"switch_next", settings.switch_next},
        {"switch_choose", settings.switch_choose},
        {"switch_step_ms", settings.switch_step.count()},
        {"acknowledge_minutes", settings.acknowledge.count()},
        {"desk_bell", settings.rings_desk_bell},
        {"look_up_answer_ms", settings.look_up_answer.count()},
        {"notices", settings.tells_notices},
        {"panel", toml::table{{"width_px", settings.panel.width_px},
                              {"height_px", settings.panel.height_px},
                              {"width_mm", static_cast<double>(settings.panel.width_mm)},
                              {"height_mm", static_cast<double>(settings.panel.height_mm)}}},
        {"timers", toml::table{{"cover", timers.cover.count()},
                               {"warning", timers.warning.count()},
                               {"answer", timers.answer.count()},
                               {"checked_in", timers.checked_in.count()},
                               {"hidden", timers.hidden.count()},
                               {"staff", timers.staff.count()}}},
    };
    if (settings.board_display != 0) table.insert("board", toml::table{{"display", settings.board_display}});
    if (settings.call_display != 0) table.insert("call_display", toml::table{{"display", settings.call_display}});
    if (settings.panel_foot > 0) {
        table["panel"].as_table()->insert("foot_mm", static_cast<double>(settings.panel_foot));
    }
    std::ostringstream text;
    text << table << '\n';
    return text.str();
}

std::string choices_text(const OfficeChoices& choices, const Settings& file) {
    const OfficeChoices before = choices_in(file);
    toml::table table;
    if (choices.waiting_place != before.waiting_place) table.insert("waiting_place", choices.waiting_place);
    if (choices.acknowledge != before.acknowledge) table.insert("acknowledge_minutes", choices.acknowledge.count());
    if (choices.rings_desk_bell != before.rings_desk_bell) table.insert("desk_bell", choices.rings_desk_bell);
    if (choices.paper != before.paper) table.insert("paper", choices.paper);
    if (choices.headphones != before.headphones) table.insert("headphones", choices.headphones);
    if (choices.times != before.times) {
        table.insert("visitor_times", std::string(visitor_times[static_cast<std::size_t>(choices.times)]));
    }
    if (choices.languages != before.languages) {
        toml::array languages;
        for (const std::string& language : choices.languages) languages.push_back(language);
        table.insert("languages", languages);
    }
    std::ostringstream text;
    text << table << '\n';
    return text.str();
}

base::Result<OfficeChoices> read_choices(std::string_view text, const Settings& file) {
    if (text.size() > most_settings_bytes) return base::call_staff("the office's settings are too long");
    try {
        const toml::table table = toml::parse(text);
        Settings settings = file;
        TableReader top(&table, "");
        read_office(top, settings);
        std::string times(visitor_times.front());
        top.read("visitor_times", times, "must be normal, longer or longest",
                 [](const std::string& word) { return std::ranges::find(visitor_times, word) != visitor_times.end(); });
        top.refuse_others({"languages"});
        std::string wrong = top.wrong();
        if (wrong.empty()) wrong = read_languages(table, settings.languages);
        if (!wrong.empty()) return base::call_staff(wrong);
        OfficeChoices choices = choices_in(settings);
        choices.times = static_cast<VisitorTimes>(std::ranges::find(visitor_times, times) - visitor_times.begin());
        return choices;
    } catch (const toml::parse_error&) {
        return base::call_staff("the office's settings are not TOML");
    }
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.size() <= 32 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

} // namespace kiosk
