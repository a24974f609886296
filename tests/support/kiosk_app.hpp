// The whole application over a small office, off-screen: a person's fingers, keys and patience. One thread.
#pragma once

#include "kiosk/app/app.hpp"
#include "tests/support/kiosk_world.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/staff_tools.hpp"

namespace support {

// The panel of the drawings; `small_panel` has the same units in a sixteenth of the pixels, for tests of behaviour.
constexpr ui::Panel whole_panel{1920, 1080, 476, 268};
constexpr ui::Panel small_panel{480, 270, 476, 268};

enum class Staffed { no, yes }; // whether somebody can sign in

class KioskApp {
public:
    KioskWorld world;
    std::optional<StaffTools> staff;
    std::unique_ptr<ui::Surface> surface;
    ui::Phrasebook words;
    ui::Transcript said;
    ui::Headphones headphones = ui::Headphones::out;
    std::unique_ptr<ui::Speaker> speaker;
    std::unique_ptr<kiosk::App> app;

    // `heard_by`: a speaker of the test's own; else what is said only goes to `said`.
    explicit KioskApp(const std::vector<storage::RosterEntry>& roster = {}, const ui::Panel& panel = small_panel,
                      const std::vector<std::string>& languages = {"en", "es"},
                      std::unique_ptr<ui::Speaker> heard_by = nullptr, Staffed staffed = Staffed::no)
        : words(house_phrases(languages)), speaker(heard_by ? std::move(heard_by) : ui::Speaker::silent(said)) {
        if (staffed == Staffed::yes) staff.emplace(world);
        world.publish(roster);
        ui::SurfaceOptions options;
        options.panel = panel;
        surface = value_of(ui::Surface::open(options, world.clock));
        base::invariant(words.set_language("en"), "English is offered");
        app = std::make_unique<kiosk::App>(world.settings, *world.desk, words, world.clock, kiosk::Comfort{},
                                           kiosk::Hearing{speaker.get(), [this] { return headphones; }},
                                           staff ? &staff->side : nullptr);
        update();
    }

    void update() { app->update(*surface); }
    // Time goes by as in the program's loop: the application is woken whenever it asked to be.
    void pass(std::chrono::milliseconds time) {
        const auto end = world.clock.moment() + time;
        update();
        while (world.clock.moment() < end) {
            auto next = end;
            for (const auto& wake : {app->wake_at(), surface->wake_at()}) {
                if (wake) next = std::min(next, *wake);
            }
            next = std::max(next, world.clock.moment() + 1ms);
            world.clock.advance(next - world.clock.moment());
            update();
        }
    }
    // At a person's pace: the page has stood for a moment before it is touched.
    void tap(const std::string& id) {
        pass(400ms);
        tap_at_once(id);
    }
    void tap_at_once(const std::string& id) {
        const ui::Node* node = app->tree().find(id);
        INFO("no " << id << " on the page: " << ids());
        REQUIRE(node != nullptr);
        surface->push_touch(node->rect.centre(), node->rect.centre());
        update();
    }
    void key(ui::Key key) {
        surface->push_key(key);
        update();
    }
    // Shift, three times.
    void quick_exit() {
        for (int i = 0; i < 3; ++i) surface->push_key(ui::Key::quick_exit);
        update();
    }
    // As long as the longest hold asks for, and later than any touch that is ignored.
    void hold(const std::string& id) {
        pass(600ms);
        const ui::Node* node = app->tree().find(id);
        INFO("no " << id << " on the page: " << ids());
        REQUIRE(node != nullptr);
        const ui::Point at = node->rect.centre();
        surface->push_touch_down(at);
        pass(1100ms);
        surface->push_touch_up(at);
        update();
    }
    void type(const std::string& text) {
        pass(400ms);
        surface->push_text(text);
        update();
        pass(100ms); // no scanner: its letters would have come faster
    }
    void scan(const std::string& letter) {
        pass(400ms);
        surface->push_scan(letter);
        update();
    }
    // From home to the page that answers a right code.
    void identify(const Guest& guest) {
        tap("action.checkin");
        type(guest.code);
        tap("primary");
        pass(world.settings.look_up_answer);
    }
    // From home to the staff's view.
    void sign_in(std::string_view badge, std::string_view pin) {
        scan(std::string(badge));
        type(std::string(pin));
        tap("primary");
        update();
    }
    void check_in(const Guest& guest) {
        identify(guest);
        tap("primary");
    }

    [[nodiscard]] bool has(const std::string& id) const { return app->tree().find(id) != nullptr; }
    [[nodiscard]] bool shows(const std::string& text) const { return app->tree().shows(text); }
    // All that was said since this was last asked, a line each.
    [[nodiscard]] std::string heard() {
        std::string all;
        for (const auto& line : std::exchange(said.lines, {})) all += line.text + "\n";
        return all;
    }
    [[nodiscard]] std::string ids() const {
        std::string all;
        for (const auto& node : app->tree().nodes()) all += node.id + " ";
        return all;
    }
    // Everything a person can see or hear of the page.
    [[nodiscard]] std::string told() const {
        std::string all;
        for (const auto& node : app->tree().nodes()) all += node.id + "|" + node.name + "|" + node.value + "\n";
        return all;
    }
};

} // namespace support
