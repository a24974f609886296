// The step of the readiness check in which staff listen: each button is heard on its side alone, and a kiosk without
// sound says so.

#include "tests/support/fake_speech.hpp"
#include "tests/support/kiosk_app.hpp"

#include <cstring>
#include <thread>

namespace {

using namespace support;

// With a sound device of the test's own, at the step that listens.
struct Listened {
    std::atomic<bool> has_trouble{false};
    std::unique_ptr<KioskApp> kiosk;

    explicit Listened(std::unique_ptr<ui::Sound> sound) {
        ui::Speaker::Parts parts{std::make_unique<LetterVoice>(), std::move(sound)};
        parts.tell_trouble = [this] {
            has_trouble = true;
            has_trouble.notify_all();
        };
        kiosk = std::make_unique<KioskApp>(std::vector<storage::RosterEntry>(), small_panel,
                                           std::vector<std::string>{"en", "es"},
                                           std::make_unique<ui::Speaker>(std::move(parts)), Staffed::yes);
        kiosk->staff->readiness.sound().set_speaker(kiosk->speaker.get());
        kiosk->sign_in("400021", supervisor_pin);
        kiosk->tap("tab.health");
        kiosk->tap("readiness");
        kiosk->tap("check.works"); // the screen
        kiosk->tap("check.works"); // touch
    }
    // As in the program's loop.
    void tap(const char* id) {
        kiosk->tap(id);
        kiosk->staff->readiness.sound().pass_time();
    }
};

struct Played {
    bool is_left_silent = true;
    bool is_right_silent = true;
};

// What this button has SDL give to the device.
Played played_by(const char* button) {
    const TempFolder folder;
    const auto file = folder.path() / "played";
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
    ::setenv("SDL_DISKAUDIODELAY", "0", 1);
    {
        Listened listened(ui::make_sdl_sound());
        listened.tap(button);
        while (listened.kiosk->speaker->is_speaking()) std::this_thread::yield();
    }
    ::unsetenv("SDL_DISKAUDIODELAY");
    ::unsetenv("SDL_DISKAUDIOFILE");
    ::unsetenv("SDL_AUDIODRIVER");
    const std::string bytes = read_file(file);
    Played played;
    for (std::size_t i = 0; i + 2 * sizeof(float) <= bytes.size(); i += 2 * sizeof(float)) {
        std::array<float, 2> pair{};
        std::memcpy(pair.data(), bytes.data() + i, sizeof pair);
        played.is_left_silent = played.is_left_silent && pair[0] == 0;
        played.is_right_silent = played.is_right_silent && pair[1] == 0;
    }
    return played;
}

} // namespace

TEST_CASE("Left is heard on the left alone, and Right on the right alone") {
    const Played left = played_by("check.left");
    CHECK_FALSE(left.is_left_silent);
    CHECK(left.is_right_silent);
    const Played right = played_by("check.right");
    CHECK(right.is_left_silent);
    CHECK_FALSE(right.is_right_silent);
}

TEST_CASE("sound passes only after both sides were played") {
    auto owned = std::make_unique<KeptSound>();
    KeptSound& sound = *owned;
    Listened listened(std::move(owned));
    KioskApp& kiosk = *listened.kiosk;
    listened.tap("check.works");
    CHECK(kiosk.shows("First play both sides"));
    listened.tap("check.left");
    sound.wait_for(1);
    CHECK(sound.last_side() == ui::Side::left);
    CHECK(kiosk.shows("The chime played on the left."));
    listened.tap("check.works");
    CHECK(kiosk.has("check.left"));
    listened.tap("check.right");
    sound.wait_for(1);
    CHECK(sound.last_side() == ui::Side::right);
    listened.tap("check.works");
    CHECK_FALSE(kiosk.has("check.left"));
    CHECK_FALSE(kiosk.shows("First play both sides"));
}

TEST_CASE("who cannot hear one of the sides says so without playing both") {
    Listened listened(std::make_unique<KeptSound>());
    listened.tap("check.left");
    listened.tap("check.fails");
    CHECK_FALSE(listened.kiosk->has("check.left"));
}

TEST_CASE("who listens is told which side it is, and then hears the chime") {
    auto owned = std::make_unique<KeptSound>();
    KeptSound& sound = *owned;
    Listened listened(std::move(owned));
    listened.kiosk->key(ui::Key::listen);
    listened.tap("check.right");
    std::string heard;
    while (sound.last_side() != ui::Side::right) heard += sound.hear(1);
    CHECK((heard + sound.waiting()).find("played on the right.") != std::string::npos);
}

TEST_CASE("a kiosk that finds no sound device says so, and its sound cannot be said to work") {
    auto owned = std::make_unique<KeptSound>();
    owned->has_device = false;
    Listened listened(std::move(owned));
    KioskApp& kiosk = *listened.kiosk;
    listened.has_trouble.wait(false); // what wakes the program's loop
    kiosk.update();
    CHECK(kiosk.shows("This kiosk has no sound right now."));
    for (const char* button : {"check.left", "check.right", "check.works"}) CHECK_FALSE(kiosk.has(button));
    kiosk.tap("check.skip");
    CHECK(kiosk.has("check.works"));
}

TEST_CASE("a kiosk without a speaker says so too") {
    Listened listened(std::make_unique<KeptSound>());
    KioskApp& kiosk = *listened.kiosk;
    kiosk.staff->readiness.sound().set_speaker(nullptr);
    kiosk.update();
    kiosk.pass(400ms);
    CHECK(kiosk.shows("This kiosk has no sound right now."));
}
