// Somebody who listens: how it sounds, what stops it, and a kiosk without sound.

#include "tests/support/fake_speech.hpp"
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

// A kiosk whose sound a test listens to.
struct SoundedKiosk {
    support::KeptSound* sound = nullptr;
    std::atomic<bool> has_trouble{false};
    std::unique_ptr<KioskApp> kiosk;

    SoundedKiosk() {
        auto kept = std::make_unique<support::KeptSound>();
        sound = kept.get();
        ui::Speaker::Parts parts{std::make_unique<support::LetterVoice>(), std::move(kept)};
        parts.tell_trouble = [this] {
            has_trouble = true;
            has_trouble.notify_all();
        };
        kiosk = std::make_unique<KioskApp>(roster(), support::small_panel, std::vector<std::string>{"en", "es"},
                                           std::make_unique<ui::Speaker>(std::move(parts)));
    }
};

} // namespace

TEST_CASE("without a sound device the screen says so as soon as it is known, and listening can be tried again") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    sounded.sound->has_device = false;
    kiosk.tap("action.checkin");
    kiosk.type("48");
    kiosk.key(ui::Key::listen);
    sounded.has_trouble.wait(false); // what wakes the program's loop
    kiosk.update();
    REQUIRE(kiosk.has("notice.title"));
    CHECK(kiosk.app->tree().find("notice.note")->name == ui::plain_text(kiosk.words("warning_no_sound").text()));
    CHECK_FALSE(kiosk.app->comfort().is_listening);
    kiosk.tap("primary");
    REQUIRE(kiosk.has("identify.title"));
    CHECK(kiosk.app->tree().find("code")->private_value == "48");
    sounded.sound->has_device = true;
    kiosk.key(ui::Key::listen);
    CHECK(sounded.sound->hear(9) == "Listening");
    CHECK(kiosk.app->comfort().is_listening);
}

TEST_CASE("whatever a person does stops what is being said") {
    const std::vector<std::function<void(KioskApp&)>> deeds{
        [](KioskApp& kiosk) { kiosk.surface->push_text("5"); },
        [](KioskApp& kiosk) { kiosk.surface->push_key(ui::Key::erase); },
        [](KioskApp& kiosk) { kiosk.surface->push_key(ui::Key::back); }};
    for (const auto& deed : deeds) {
        SoundedKiosk sounded;
        sounded.kiosk->key(ui::Key::listen);
        sounded.sound->wait_for(3);
        deed(*sounded.kiosk);
        sounded.kiosk->update();
        CHECK(sounded.sound->waiting().empty());
    }
    SoundedKiosk touched;
    touched.kiosk->key(ui::Key::listen);
    touched.sound->wait_for(3);
    touched.kiosk->tap("tool.contrast");
    CHECK(touched.sound->hear(8) == "Contrast");
    SoundedKiosk scanned;
    scanned.kiosk->key(ui::Key::listen);
    scanned.sound->wait_for(3);
    scanned.kiosk->scan(guest(0).letter());
    CHECK(scanned.sound->hear(3) == "Let");
}

TEST_CASE("the key for repeat pauses what is being said, goes on with it, and in silence says it again") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    kiosk.key(ui::Key::listen);
    sounded.sound->wait_for(3);
    for (const int times : {1, 2}) {
        kiosk.key(ui::Key::repeat);
        CHECK(sounded.sound->pauses == times);
        CHECK(sounded.sound->resumes == times - 1);
        CHECK(kiosk.speaker->is_paused());
        kiosk.key(ui::Key::repeat);
        CHECK(sounded.sound->resumes == times);
        CHECK_FALSE(kiosk.speaker->is_paused());
    }
    const std::string first = sounded.sound->hear(20);
    CHECK(first == "Listening is on.What");
    std::string rest;
    while (kiosk.speaker->is_speaking()) {
        if (!sounded.sound->waiting().empty()) rest += sounded.sound->hear(1);
    }
    CHECK(rest.ends_with("to hear the first."));
    kiosk.key(ui::Key::repeat);
    CHECK(sounded.sound->hear(20) == first);
    CHECK(sounded.sound->pauses == 2);
}

TEST_CASE("speech goes on, louder or faster, where a key sets that, and tells the number only in silence") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    kiosk.key(ui::Key::listen);
    CHECK(sounded.sound->hear(4) == "List");
    for (const auto key : {ui::Key::louder, ui::Key::faster, ui::Key::slower, ui::Key::quieter}) kiosk.key(key);
    CHECK(sounded.sound->hear(5) == "ening");
    kiosk.key(ui::Key::louder);
    CHECK(sounded.sound->volume == ui::Volume().louder());
    std::string rest;
    while (kiosk.speaker->is_speaking()) {
        if (!sounded.sound->waiting().empty()) rest += sounded.sound->hear(1);
    }
    CHECK(rest.ends_with("to hear the first."));
    kiosk.key(ui::Key::louder);
    CHECK(sounded.sound->hear(10) == "Volume: 12");
    kiosk.key(ui::Key::louder); // of the number before nothing more is heard
    CHECK(sounded.sound->hear(10) == "Volume: 13");
}
