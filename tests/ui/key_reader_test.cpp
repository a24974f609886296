#include "ui/key_reader.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

struct Keyboard {
    base::FakeClock clock{base::UtcTime{}};
    ui::KeyReader reader;

    void type(std::string_view letters, std::chrono::milliseconds pause = std::chrono::milliseconds{5}) {
        for (const char& letter : letters) {
            reader.text({&letter, 1}, clock.moment());
            clock.advance(pause);
        }
    }
    void press(ui::Key key, ui::KeyCap cap = ui::KeyCap::other) { reader.key(key, cap, clock.moment()); }
    void shift() { reader.shift(clock.moment()); }
    void enter() { press(ui::Key::choose, ui::KeyCap::enter); }

    struct Taken {
        std::string typed;
        std::string scanned;
        std::vector<ui::Key> keys;
    };
    Taken take() {
        reader.tick(clock.moment());
        Taken all;
        while (auto input = reader.next()) {
            all.typed += input->typed.text();
            all.scanned += input->scanned.text();
            all.keys.insert(all.keys.end(), input->keys.begin(), input->keys.end());
        }
        return all;
    }
};

} // namespace

TEST_CASE("digits that a person types arrive at once, each as it is typed") {
    Keyboard keyboard;
    keyboard.type("4");
    CHECK(keyboard.take().typed == "4");
    keyboard.type("0727", std::chrono::milliseconds{60});
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.typed == "0727");
    CHECK(taken.scanned.empty());
    CHECK(taken.keys == std::vector{ui::Key::choose});
}

TEST_CASE("digits faster than a hand, with Enter, are a badge that was read; fewer, slower or without Enter are not") {
    Keyboard keyboard;
    keyboard.type("400007");
    CHECK(keyboard.take().scanned.empty());
    keyboard.enter();
    auto taken = keyboard.take();
    CHECK(taken.scanned == "400007");
    CHECK(taken.keys.empty());
    keyboard.enter();
    CHECK(keyboard.take().keys == std::vector{ui::Key::choose});
    keyboard.type("123");
    keyboard.enter();
    CHECK(keyboard.take().scanned.empty());
    keyboard.type("400007");
    keyboard.clock.advance(std::chrono::milliseconds{40});
    keyboard.enter();
    taken = keyboard.take();
    CHECK(taken.scanned.empty());
    CHECK(taken.keys == std::vector{ui::Key::choose});
    keyboard.type("400007");
    keyboard.reader.forget();
    keyboard.enter();
    CHECK(keyboard.take().scanned.empty());
}

TEST_CASE("a scanned letter arrives as one barcode, without its Enter and not as typing") {
    Keyboard keyboard;
    keyboard.type("FK1.12345678.ABCDEFGHJKMNP");
    CHECK(keyboard.take().typed.empty());
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned == "FK1.12345678.ABCDEFGHJKMNP");
    CHECK(taken.typed.empty());
    CHECK(taken.keys.empty());
    keyboard.type("5");
    CHECK(keyboard.take().typed == "5");
}

TEST_CASE("a scan with Caps Lock on and one with a space in it are whole") {
    Keyboard keyboard;
    keyboard.type("fk1.");
    keyboard.press(ui::Key::choose); // the space bar, before its text
    keyboard.type(" 1");
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned == "fk1. 1");
    CHECK(taken.keys.empty());
}

TEST_CASE("a scan that breaks off is dropped whole, wherever it breaks") {
    const std::string_view scan = "FK1.12345678.ABCDEFGHJKMNP";
    for (std::size_t length = 2; length < scan.size(); ++length) {
        Keyboard keyboard;
        keyboard.type(scan.substr(0, length));
        keyboard.clock.advance(std::chrono::milliseconds{500});
        const auto taken = keyboard.take();
        CHECK(taken.typed.empty());
        CHECK(taken.scanned.empty());
        keyboard.type("7");
        CHECK(keyboard.take().typed == "7");
    }
}

TEST_CASE("a person's letter F is typed, after a moment or with the next letter") {
    Keyboard keyboard;
    keyboard.type("F");
    CHECK(keyboard.take().typed.empty());
    CHECK(keyboard.reader.deadline().has_value());
    keyboard.clock.advance(std::chrono::milliseconds{500});
    CHECK(keyboard.take().typed == "F");
    CHECK_FALSE(keyboard.reader.deadline().has_value());
    keyboard.type("Fay");
    CHECK(keyboard.take().typed == "Fay");
}

TEST_CASE("a scan of more than 64 characters is none, to its very end") {
    Keyboard keyboard;
    keyboard.type("FK" + std::string(62, '1'));
    keyboard.enter();
    CHECK(keyboard.take().scanned.size() == 64);
    keyboard.type("FK" + std::string(63, '1') + "999");
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned.empty());
    CHECK(taken.typed.empty());
    CHECK(taken.keys.empty());
}

TEST_CASE("order is kept between digits and keys, one thing at a time") {
    Keyboard keyboard;
    keyboard.type("12");
    keyboard.press(ui::Key::erase);
    keyboard.type("3");
    std::string order;
    while (auto input = keyboard.reader.next()) order += input->keys.empty() ? input->typed.text() : "<";
    CHECK(order == "12<3");
}

TEST_CASE("forgetting drops what was typed and a scan that has begun") {
    Keyboard keyboard;
    keyboard.type("12FK1");
    keyboard.reader.forget();
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.typed.empty());
    CHECK(taken.scanned.empty());
    CHECK(taken.keys.size() == 1);
}

TEST_CASE("while a field is open the space bar types a space, and Enter still chooses") {
    Keyboard keyboard;
    keyboard.reader.set_typing(ui::Typing::text);
    keyboard.type("a");
    keyboard.press(ui::Key::choose); // the space bar, before its text
    keyboard.type(" b");
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.typed == "a b");
    CHECK(taken.keys == std::vector{ui::Key::choose});
    keyboard.reader.set_typing(ui::Typing::digits);
    keyboard.press(ui::Key::choose);
    keyboard.type(" ");
    CHECK(keyboard.take().keys == std::vector{ui::Key::choose});
}

TEST_CASE("while a field is open only a whole beginning of a code is taken for a scan") {
    Keyboard keyboard;
    keyboard.reader.set_typing(ui::Typing::text);
    keyboard.type("Kafka, fk ", std::chrono::milliseconds{80});
    CHECK(keyboard.take().typed == "Kafka, fk ");
    keyboard.type("fk1");
    keyboard.clock.advance(std::chrono::milliseconds{500});
    CHECK(keyboard.take().typed == "fk1");
    keyboard.type("FK1.12345678.ABCDEFGHJKMNP");
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned == "FK1.12345678.ABCDEFGHJKMNP");
    CHECK(taken.typed.empty());
    keyboard.type("FK1.1234");
    keyboard.clock.advance(std::chrono::milliseconds{500});
    CHECK(keyboard.take().typed.empty());
}

TEST_CASE("star, square, plus and minus are keys while a page waits for numbers, and letters while it waits for text") {
    Keyboard keyboard;
    keyboard.type("1*#`+-2");
    auto taken = keyboard.take();
    CHECK(taken.typed == "12");
    CHECK(taken.keys ==
          std::vector{ui::Key::language, ui::Key::repeat, ui::Key::repeat, ui::Key::louder, ui::Key::quieter});
    keyboard.reader.set_typing(ui::Typing::text);
    keyboard.press(ui::Key::choose); // the space bar, before its text
    keyboard.type("a *#`+-b");
    taken = keyboard.take();
    CHECK(taken.typed == "a *#`+-b");
    CHECK(taken.keys.empty());
    keyboard.enter();
    CHECK(keyboard.take().keys == std::vector{ui::Key::choose});
    keyboard.reader.set_typing(ui::Typing::digits);
    keyboard.press(ui::Key::choose);
    keyboard.type(" ");
    taken = keyboard.take();
    CHECK(taken.typed.empty());
    CHECK(taken.keys == std::vector{ui::Key::choose});
}

TEST_CASE("a barcode keeps its stars and dashes") {
    Keyboard keyboard;
    keyboard.type("FK1-*+#");
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned == "FK1-*+#");
    CHECK(taken.keys.empty());
}

TEST_CASE("Shift three times within 5 s is the quick exit, and takes along what was typed before it") {
    Keyboard keyboard;
    keyboard.type("12");
    keyboard.shift();
    keyboard.clock.advance(std::chrono::milliseconds{2500});
    keyboard.shift();
    CHECK(keyboard.take().typed == "12");
    keyboard.type("F"); // ends the row
    keyboard.take();
    keyboard.shift();
    keyboard.shift();
    keyboard.clock.advance(std::chrono::milliseconds{5000});
    CHECK(keyboard.take().typed == "F");
    keyboard.shift();
    const auto taken = keyboard.take();
    CHECK(taken.keys == std::vector{ui::Key::quick_exit});
    CHECK(taken.typed.empty());
    keyboard.shift();
    keyboard.shift();
    CHECK(keyboard.take().keys.empty()); // the next three begin anew
}

TEST_CASE("Shift is no quick exit when it is slower, or used with a letter or a key") {
    Keyboard keyboard;
    keyboard.shift();
    keyboard.clock.advance(std::chrono::milliseconds{2501});
    keyboard.shift();
    keyboard.clock.advance(std::chrono::milliseconds{2500});
    keyboard.shift();
    CHECK(keyboard.take().keys.empty());
    keyboard.clock.advance(std::chrono::milliseconds{5001});
    for (const char* letter : {"A", "B", "C", "D", "E"}) {
        keyboard.shift();
        keyboard.type(letter);
    }
    for (int i = 0; i < 4; ++i) {
        keyboard.shift();
        keyboard.press(ui::Key::previous);
    }
    const auto taken = keyboard.take();
    CHECK(taken.typed == "ABCDE");
    CHECK(taken.keys == std::vector(4, ui::Key::previous));
}

TEST_CASE("a scanner's Shift for its capitals breaks no scan and is no quick exit") {
    Keyboard keyboard;
    for (const char* letter : {"F", "K", "1", "A", "B", "C"}) {
        keyboard.shift();
        keyboard.type(letter);
    }
    keyboard.enter();
    const auto taken = keyboard.take();
    CHECK(taken.scanned == "FK1ABC");
    CHECK(taken.keys.empty());
}
