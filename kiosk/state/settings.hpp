// kiosk.toml: what this one kiosk is, and nothing secret. Written by `kioskctl init`, read at start. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "ui/geometry.hpp"

#include <string>
#include <vector>

namespace kiosk {

struct Timers {
    std::chrono::seconds cover{60};      // without input: personal details are covered
    std::chrono::seconds warning{120};   // without input: "Are you still here?"
    std::chrono::seconds answer{45};     // to answer the warning; then everything is cleared
    std::chrono::seconds checked_in{60}; // the page "You are checked in" clears by itself
    std::chrono::seconds hidden{60};     // a hidden page clears by itself
    std::chrono::seconds staff{120};     // without input: the staff's view locks
};

struct Settings {
    std::string kiosk;         // [a-z0-9-]{1,32}
    std::string site;          // [a-z0-9-]{1,32}
    std::string site_name;     // shown at the top: "Willow Street Family Center"; data, not a message
    std::string time_zone;     // IANA
    std::string waiting_place; // where to sit: "Sunroom"; empty: the page says "near the front desk"
    bool is_demo = false;
    std::vector<std::string> languages{"en", "es"};
    ui::Panel panel;
    float panel_foot = 0; // millimetres from the floor to the lower edge of the glass; 0: nobody measured
    Timers timers;
    std::string switch_next = "F7"; // the keys of an interface for one or two switches, as SDL names them
    std::string switch_choose = "F8";
    std::chrono::milliseconds switch_step{0}; // one switch: how long each place waits to be chosen; 0: two switches
    std::string headphones = "detect";        // whether private facts may be spoken: detect, always, never
    std::string paper = "letter";             // of what is printed: letter, a4
    std::string printer;                      // the queue of CUPS to print on; empty: the default one of this machine
    std::chrono::minutes acknowledge{10};     // an arrival that staff have not acknowledged by then is shown louder
    bool rings_desk_bell = true;              // for a person who is asked for, and an arrival shown louder
    int board_display = 0;                    // the desk's own screen with the arrivals, counted from 1; 0: none
    int call_display = 0;                     // where tickets are called, likewise
    bool tells_notices = false;               // puts notices without any person into the outbox
    std::chrono::milliseconds look_up_answer{600}; // every look-up answers this long after it began
};

// Errors name the file, the key and what is allowed.
[[nodiscard]] base::Result<Settings> read_settings(base::Files& files, const base::Path& path);
[[nodiscard]] std::string settings_text(const Settings& settings); // TOML that reads back equal
// Kiosk and site names: [a-z0-9-]{1,32}.
[[nodiscard]] bool is_plain_name(std::string_view name);

} // namespace kiosk
