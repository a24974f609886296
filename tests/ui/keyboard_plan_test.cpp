#include "ui/keyboard_plan.hpp"

#include "ui/keyboard_layout.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace ui;
using Kind = KeyAction::Kind;
using Paragraph = TextField::Paragraph;

namespace {

constexpr std::array languages{"en", "es", "pt", "ht", "pl", "zh", "ar", "fr", "it", "sq", "vi", "uk", "ps"};
constexpr Size wide{1792, 452};    // under a field of three lines
constexpr Size drawn{1176, 572};   // the drawing's
constexpr Size upright{984, 1068}; // of an upright panel
constexpr Size low{984, 572};      // upright, in easy reach
constexpr Size large_letters{150, 140};

KeyboardPlan plan_in(std::string_view language, Size box, const KeyboardState& state = {},
                     FieldForm form = FieldForm::text) {
    return plan_keyboard(language, form, state, {.box = box});
}

const PlannedKey* find(const KeyboardPlan& plan, std::string_view id) {
    const auto found =
        std::find_if(plan.keys.begin(), plan.keys.end(), [&](const PlannedKey& key) { return key.id == id; });
    return found == plan.keys.end() ? nullptr : &*found;
}

void check_room(const KeyboardPlan& plan, Size box, Size least) {
    CHECK(plan.height <= box.h);
    for (std::size_t i = 0; i < plan.keys.size(); ++i) {
        const auto& key = plan.keys[i];
        CAPTURE(key.id);
        CHECK(key.box.w >= least.w);
        CHECK(key.box.h >= least.h);
        CHECK(key.box.x >= 0);
        CHECK(key.box.right() <= box.w + 0.01F);
        CHECK(key.box.bottom() <= plan.height + 0.01F);
        for (std::size_t j = i + 1; j < plan.keys.size(); ++j) {
            const auto& other = plan.keys[j].box;
            const float across = std::max(key.box.x, other.x) - std::min(key.box.right(), other.right());
            const float down = std::max(key.box.y, other.y) - std::min(key.box.bottom(), other.bottom());
            if (std::max(across, down) < 23.99F) FAIL_CHECK(plan.keys[j].id << " is too near");
        }
    }
}

} // namespace

TEST_CASE("keys are large enough and apart in every language, form and room") {
    for (const std::string language : languages) {
        for (const Size box : {wide, drawn, upright, low}) {
            for (const FieldForm form : {FieldForm::text, FieldForm::email, FieldForm::digits, FieldForm::phone}) {
                for (const std::string opened : {"", "a", "ا", "и", "?"}) {
                    for (const bool are_signs : {false, true}) {
                        CAPTURE(language);
                        CAPTURE(box.w);
                        CAPTURE(opened);
                        KeyboardState state;
                        state.are_signs = are_signs;
                        state.opened = form == FieldForm::text ? opened : "";
                        check_room(plan_in(language, box, state, form), box, least_key);
                    }
                }
            }
        }
    }
}

TEST_CASE("larger letters get larger keys, and more pages of them") {
    KeyboardState state;
    for (const std::string language : languages) {
        CAPTURE(language);
        const KeyboardRoom room{.box = upright, .least = large_letters};
        check_room(plan_keyboard(language, FieldForm::text, state, room), upright, large_letters);
    }
}

TEST_CASE("whatever the room, each letter of the language stands on one of the pages") {
    for (const std::string language : languages) {
        for (const Size box : {wide, drawn, upright, low}) {
            KeyboardState state;
            std::set<std::string> seen;
            const std::size_t parts = plan_in(language, box).parts;
            for (state.part = 0; state.part < parts; ++state.part) {
                const auto plan = plan_in(language, box, state);
                CHECK((find(plan, "part") != nullptr) == (parts > 1));
                for (const auto& key : plan.keys) seen.insert(key.id);
            }
            CAPTURE(language);
            CAPTURE(box.w);
            for (const auto& row : keyboard_for(language).letters) {
                for (const auto& letter : row) CHECK(seen.contains(letter.text));
            }
            for (const char* control : {"variants", "signs", "space", "left", "right", "erase"}) {
                CHECK(seen.contains(control));
            }
        }
    }
    CHECK(plan_in("en", wide).parts == 1);
    CHECK(plan_in("ps", wide).parts == 1);
    CHECK(plan_in("en", upright).parts == 1);
    CHECK(plan_in("en", low).parts == 2);
}

TEST_CASE("keys do not jump between letters, signs and variants") {
    KeyboardState state;
    const auto letters = plan_in("fr", wide, state);
    state.are_signs = true;
    const auto signs = plan_in("fr", wide, state);
    state.are_signs = false;
    state.opened = "e";
    const auto variants = plan_in("fr", wide, state);
    for (const auto* other : {&signs, &variants}) {
        CHECK(other->height == letters.height);
        for (const char* control : {"variants", "signs", "space", "left", "right", "erase"}) {
            REQUIRE(find(*other, control) != nullptr);
            CHECK(find(*other, control)->box.y == find(letters, control)->box.y);
        }
    }
    CHECK(find(variants, "variant.e")->action.text == "e");
    CHECK(find(variants, "variant.ê")->label == "ê");
    CHECK(find(variants, "a") == nullptr);
    CHECK(find(signs, "5") != nullptr);
}

TEST_CASE("Arabic letters stand from left to right as on an Arabic keyboard, and the keys below run with the page") {
    const auto plan = plan_keyboard("ar", FieldForm::text, {}, {.box = wide, .paragraph = Paragraph::right_to_left});
    CHECK(find(plan, "ض")->box.x < find(plan, "ص")->box.x);
    CHECK(find(plan, "ض")->is_letter);
    CHECK_FALSE(find(plan, "space")->is_letter);
    CHECK(find(plan, "shift") == nullptr);
    // The canvas mirrors what is no letter: the arrow to the left comes out on the left, and points there.
    CHECK(find(plan, "right")->box.x < find(plan, "left")->box.x);
    CHECK(find(plan, "left")->icon == Icon::arrow_forward);
    const auto english = plan_in("en", wide);
    CHECK(find(english, "left")->box.x < find(english, "right")->box.x);
    CHECK(find(english, "left")->icon == Icon::arrow_back);
    CHECK(find(plan, "\u064E")->label == "\u25CC\u064E"); // a mark needs something to stand on
}

TEST_CASE("each form has its own keys") {
    const auto email = plan_in("es", drawn, {}, FieldForm::email);
    for (const char* id : {"@", ".", "-", "_", ".com", ".org", "1", "q", "erase"}) {
        CAPTURE(id);
        CHECK(find(email, id) != nullptr);
    }
    for (const char* id : {"space", "ñ", "variants", "shift"}) CHECK(find(email, id) == nullptr);
    CHECK(find(email, ".com")->action.text == ".com");
    const auto digits = plan_in("en", {700, 480}, {}, FieldForm::digits);
    CHECK(digits.keys.size() == 11);
    const auto phone = plan_in("en", {700, 480}, {}, FieldForm::phone);
    CHECK(find(phone, "+") != nullptr);
    CHECK(phone.keys.size() == 12);
    const auto done = plan_keyboard("en", FieldForm::text, {}, {.box = wide, .has_done = true});
    REQUIRE(find(done, "done") != nullptr);
    CHECK(find(done, "done")->action.kind == Kind::done);
    CHECK(find(plan_in("en", wide), "done") == nullptr);
}

TEST_CASE("shift makes one capital; the key for variants opens the next letter, or is let go") {
    TextField field(FieldForm::text, 99);
    KeyboardState state;
    const auto press = [&](std::string_view id) {
        const auto plan = plan_in("es", wide, state);
        const auto* key = find(plan, id);
        REQUIRE_MESSAGE(key != nullptr, id);
        return type_key(field, state, key->action, Paragraph::left_to_right);
    };
    press("shift");
    press("ñ");
    press("a");
    CHECK(field.text() == "Ña");
    press("variants");
    CHECK(state.offers_variants);
    press("variants");
    CHECK_FALSE(state.offers_variants);
    press("variants");
    press("u");
    CHECK(state.opened == "u");
    press("shift");
    press("variant.ü");
    CHECK(field.text() == "ÑaÜ");
    CHECK(state.opened.empty());
    CHECK_FALSE(state.is_shifted);
    press("variants");
    press("h"); // has none
    CHECK(field.text() == "ÑaÜh");
    CHECK_FALSE(state.offers_variants);
    press("variants");
    press("u");
    press("variants"); // back to the letters
    CHECK(state.opened.empty());
    press("left");
    press("erase");
    press("space");
    press("signs");
    press("7");
    CHECK(field.text() == "Ña 7h");
    press("signs");
    CHECK_FALSE(state.are_signs);
    press("right");
    CHECK_FALSE(press("right")); // at the end
}
