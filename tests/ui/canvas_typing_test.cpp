// The field and the keyboard as widgets: what they paint, what they tell, what they answer.
#include "tests/support/canvas_page.hpp"
#include "ui/typing.hpp"

#include <doctest/doctest.h>

using namespace ui;
using support::CanvasPage;
using support::Stroke;
using support::words;

namespace {

constexpr Rect field_box{64, 228, 1600, 170};
constexpr Rect keyboard_box{64, 468, 1792, 452};

struct TypingPage {
    CanvasPage page;
    TextField typed{FieldForm::text, 200};
    KeyboardState keyboard;
    std::optional<CaretStop> touched;
    std::optional<KeyAction> action;

    explicit TypingPage(const support::PageKind& kind = {}) : page(kind) {}

    void show(const std::function<void(FieldLook&)>& change = {}) {
        page.frame([&](Canvas& canvas) {
            FieldLook look{.field = typed, .label = words("Your words"), .placeholder = words("Type here")};
            if (change) change(look);
            touched = canvas.field("note", field_box, look);
            action = canvas.keyboard("kb", keyboard_box, {typed, keyboard});
        });
        page.input = {};
        page.painter.touches.clear();
        page.painter.holds.clear();
        if (action) {
            (void)type_key(typed, keyboard, *action, TextField::Paragraph::left_to_right);
        }
    }
    void touch(const char* id) {
        page.painter.touches[id] = {.is_down = false, .is_activated = true};
        show();
    }
    void press(Key key) {
        page.input.keys = {key};
        show();
    }
    [[nodiscard]] std::optional<Stroke> text_that_says(std::string_view text) const {
        for (const auto& stroke : page.painter.of(Stroke::Kind::text)) {
            if (stroke.text == text) return stroke;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Stroke> caret() const {
        for (const auto& stroke : page.painter.of(Stroke::Kind::fill)) {
            if (stroke.box.w == 4 && stroke.box.h == 52) return stroke;
        }
        return std::nullopt;
    }
};

} // namespace

TEST_CASE("an empty field shows what to do and a steady caret; letters go to it") {
    TypingPage page;
    page.show();
    CHECK(page.text_that_says("Type here"));
    REQUIRE(page.caret());
    CHECK(page.caret()->box.x == field_box.x + 24);
    CHECK(page.caret()->color == page.page.theme()[Tint::primary]);
    CHECK(page.page.painter.expects_text);
    const Node& node = page.page.node("note");
    CHECK(node.role == Role::field);
    CHECK(node.name == "Your words");
    CHECK(node.value == "empty");
    CHECK(node.is_private);
    CHECK(node.is_focusable);
}

TEST_CASE("what is typed is shown and told, with the caret behind it") {
    TypingPage page;
    REQUIRE(page.typed.insert("a *crib*"));
    page.show();
    REQUIRE(page.text_that_says("a *crib*"));
    CHECK(page.text_that_says("a *crib*")->run.stars == Stars::shown); // they mark nothing bold
    CHECK(page.page.node("note").value == "a *crib*");
    const float letter = 34 * 0.55F;
    CHECK(page.caret()->box.x == doctest::Approx(field_box.x + 24 + 8 * letter - 2).epsilon(0.005));
    CHECK(page.typed.move(TextField::Side::left, TextField::Paragraph::left_to_right));
    page.show();
    CHECK(page.caret()->box.x == doctest::Approx(field_box.x + 24 + 7 * letter - 2).epsilon(0.005));
}

TEST_CASE(
    "a touch in the text puts the caret where it was meant to go, also between dots and behind what is left out") {
    const float letter = 34 * 0.55F;
    const auto touch_at = [](TypingPage& page, float x, Masking masking) {
        page.page.painter.touches["note"] = {false, true, {field_box.x + 24 + x, field_box.y + 40}};
        page.show([&](FieldLook& look) { look.masking = masking; });
        REQUIRE(page.touched);
        page.typed.place(*page.touched);
        return page.typed.caret().at;
    };
    TypingPage page;
    CHECK(touch_at(page, 300, Masking::shown) == 0);
    REQUIRE(page.typed.insert("ae\u0301z*b"));
    CHECK(touch_at(page, 2.1F * letter, Masking::shown) == 4);
    CHECK(touch_at(page, -50, Masking::shown) == 0);
    CHECK(touch_at(page, 900, Masking::shown) == 7);
    CHECK(touch_at(page, 1.9F * letter, Masking::masked) == 4);
    CHECK(page.typed.insert("x"));
    CHECK(page.typed.text() == "ae\u0301xz*b");
    // Chosen by a key it stays.
    page.press(Key::next);
    page.press(Key::choose);
    REQUIRE(page.touched);
    CHECK(page.touched->at == page.typed.caret().at);
}

TEST_CASE("a masked field shows and tells how much was typed, not what") {
    TypingPage page;
    REQUIRE(page.typed.insert("ae\u0301z"));
    page.show([](FieldLook& look) { look.masking = Masking::masked; });
    CHECK(page.text_that_says("•••"));
    CHECK_FALSE(page.text_that_says("ae\u0301z"));
    CHECK(page.page.node("note").value == "3 letters, hidden");
    CHECK(page.caret());
}

TEST_CASE("more than the field can show leaves out its beginning, and keeps what is before the caret") {
    TypingPage page;
    for (int i = 0; i < 40; ++i) REQUIRE(page.typed.insert("abcd "));
    const auto show_one_line = [&] {
        page.page.frame([&](Canvas& canvas) {
            return canvas.field("note", {64, 228, 600, 80}, {.field = page.typed});
        });
        return page.page.painter.of(Stroke::Kind::text).at(0);
    };
    auto painted = show_one_line();
    CHECK(painted.text.starts_with("…"));
    CHECK(painted.text.ends_with("abcd "));
    CHECK(painted.text.size() < 60);
    CHECK(page.page.painter.measure(painted.run).lines == 1);
    while (page.typed.move(TextField::Side::left, TextField::Paragraph::left_to_right)) {}
    painted = show_one_line();
    CHECK(painted.text.starts_with("abcd "));
    CHECK(painted.text.ends_with("…"));
    CHECK(page.page.node("note").value.size() == 200); // heard whole
}

TEST_CASE("a field that needs a look says so in words, beside its colour") {
    TypingPage page;
    page.show([](FieldLook& look) { look.warning = words("There is no more room."); });
    CHECK(page.page.node("note.warning").name == "There is no more room.");
    CHECK(page.page.node("note.warning").role == Role::status);
    const auto borders = page.page.painter.of(Stroke::Kind::border);
    CHECK(borders.at(0).color == page.page.theme()[Tint::care]);
    page.show([](FieldLook& look) {
        look.note = words("Say it your way.");
        look.is_active = false;
    });
    CHECK(page.page.node("note.note").name == "Say it your way.");
    CHECK_FALSE(page.caret());
    CHECK(page.page.painter.of(Stroke::Kind::border).at(0).color == page.page.theme()[Tint::line_strong]);
    page.page.painter.touches["note"] = {.is_down = false, .is_activated = true};
    page.show([](FieldLook& look) { look.is_active = false; });
    CHECK(page.touched);
}

TEST_CASE("touched keys type; shift shows capitals") {
    TypingPage page;
    page.show();
    page.touch("kb.shift");
    page.show();
    CHECK(page.page.node("kb.h").name == "H");
    CHECK(page.page.node("kb.shift").is_selected);
    page.touch("kb.h");
    page.touch("kb.i");
    page.touch("kb.space");
    CHECK(page.typed.text() == "Hi ");
    page.touch("kb.erase");
    CHECK(page.typed.text() == "Hi");
}

TEST_CASE("a key that is held for half a second shows the forms of its letter; one without forms does not") {
    TypingPage page;
    page.show();
    page.page.painter.holds["kb.e"] = std::chrono::milliseconds{499};
    page.show();
    CHECK_FALSE(page.action);
    page.page.painter.holds["kb.h"] = long_press;
    page.show();
    CHECK_FALSE(page.action);
    page.page.painter.holds["kb.e"] = long_press;
    page.show();
    page.show();
    CHECK(page.page.tree.find("kb.e") == nullptr);
    page.touch("kb.variant.é");
    CHECK(page.typed.text() == "é");
    page.show();
    CHECK(page.page.tree.find("kb.e") != nullptr);
}

TEST_CASE("by keys alone: one stop, arrows inside, and a letter with a mark by the key for marks") {
    TypingPage page;
    page.show();
    page.press(Key::next);
    CHECK(page.page.focus.is_on("note"));
    page.press(Key::next);
    CHECK(page.page.focus.is_on("kb.q"));
    page.press(Key::next);
    CHECK(page.page.focus.is_on("note")); // the group was one stop
    page.press(Key::next);
    for (int i = 0; i < 3; ++i) page.press(Key::down);
    page.press(Key::right);
    CHECK(page.page.focus.is_on("kb.variants"));
    page.press(Key::choose);
    for (int i = 0; i < 3; ++i) page.press(Key::up);
    page.press(Key::right);
    CHECK(page.page.focus.is_on("kb.e"));
    page.press(Key::choose);
    page.show();
    CHECK(page.page.focus.is_on("kb.variant.e"));
    page.press(Key::right);
    page.press(Key::choose);
    CHECK(page.typed.text() == "é");
    page.show();
    CHECK(page.page.focus.is_on("kb.e"));
}

TEST_CASE(
    "read from right to left, Latin keys keep their places, the row below is mirrored, its arrows point as they move") {
    TypingPage page({.language = "ar-XB"});
    REQUIRE(page.typed.insert("ab"));
    page.show();
    const auto x = [&](const char* id) { return page.page.node(id).rect.x; };
    CHECK(x("kb.q") < x("kb.w"));
    CHECK(x("kb.shift") > x("kb.space"));
    CHECK(x("kb.left") < x("kb.right"));
    const auto icons = page.page.painter.of(Stroke::Kind::icon);
    int mirrored = 0;
    for (const auto& icon : icons) mirrored += icon.is_mirrored ? 1 : 0;
    CHECK(mirrored == 2);
    CHECK(page.caret()->box.x > 1000);
}
