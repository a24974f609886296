#include "ui/text_field.hpp"

#include <doctest/doctest.h>

using namespace ui;
using Side = TextField::Side;
using Paragraph = TextField::Paragraph;

namespace {

TextField field_with(std::string_view text, FieldForm form = FieldForm::text) {
    TextField field(form, 200);
    REQUIRE(field.insert(text));
    return field;
}

// Bytes at which the caret stands on its way to one side, from where it is.
std::vector<std::size_t> walk(TextField& field, Side side, Paragraph paragraph) {
    std::vector<std::size_t> stops{field.caret().at};
    while (field.move(side, paragraph)) stops.push_back(field.caret().at);
    return stops;
}

} // namespace

TEST_CASE("letters come in at the caret and go out before it, whole characters at a time") {
    TextField field = field_with("ana");
    CHECK(field.move(Side::left, Paragraph::left_to_right));
    CHECK(field.insert("ñ"));
    CHECK(field.text() == "anña");
    CHECK(field.erase());
    CHECK(field.text() == "ana");
    // A family of three people and an e with its accent apart are one character each.
    TextField joined = field_with("xe\u0301\U0001F469\u200D\U0001F469\u200D\U0001F467");
    CHECK(joined.seen_length() == 3);
    CHECK(joined.erase());
    CHECK(joined.text() == "xe\u0301");
    CHECK(joined.erase());
    CHECK(joined.text() == "x");
    CHECK(joined.erase());
    CHECK_FALSE(joined.erase());
    CHECK(joined.is_empty());
}

TEST_CASE("the caret never stands inside a character, also when letters join what was there") {
    TextField field = field_with("e\u0301a");
    CHECK(walk(field, Side::left, Paragraph::left_to_right) == std::vector<std::size_t>{4, 3, 0});
    // An accent typed behind an a joins it.
    TextField joins = field_with("ab");
    CHECK(joins.move(Side::left, Paragraph::left_to_right));
    CHECK(joins.insert("\u0301"));
    CHECK(joins.caret().at == 3);
    CHECK(joins.seen_length() == 2);
    // A letter typed in front of a mark that stood alone takes it.
    TextField takes = field_with("\u0301b");
    while (takes.move(Side::left, Paragraph::left_to_right)) {}
    CHECK(takes.insert("e"));
    CHECK(takes.caret().at == 3);
    // Without the x between them, a and the mark are one: the caret goes behind both.
    TextField apart = field_with("ax\u200D\u0301");
    while (apart.move(Side::left, Paragraph::left_to_right)) {}
    REQUIRE(apart.move(Side::right, Paragraph::left_to_right));
    CHECK(apart.insert("e"));
    CHECK(apart.erase());
    CHECK(apart.caret().at == 1);
}

TEST_CASE("left and right go by what is seen: in right-to-left text left is forward") {
    TextField field = field_with("سلام"); // two bytes a letter
    CHECK(field.caret().at == 8);
    CHECK_FALSE(field.move(Side::left, Paragraph::right_to_left));
    CHECK(walk(field, Side::right, Paragraph::right_to_left) == std::vector<std::size_t>{8, 6, 4, 2, 0});
    CHECK(walk(field, Side::left, Paragraph::right_to_left) == std::vector<std::size_t>{0, 2, 4, 6, 8});
}

TEST_CASE("where two directions meet the caret passes every character once, to and fro") {
    for (const auto paragraph : {Paragraph::left_to_right, Paragraph::right_to_left}) {
        TextField field = field_with("ab سل 12");
        while (field.move(Side::left, paragraph)) {}
        int passed = 0;
        while (field.move(Side::right, paragraph)) ++passed;
        CHECK(passed == 8);
        passed = 0;
        while (field.move(Side::left, paragraph)) ++passed;
        CHECK(passed == 8);
    }
    // "ab" is followed on the screen by lam: the caret between them belongs to the letter that it has just passed.
    TextField field = field_with("abسل");
    while (field.move(Side::left, Paragraph::left_to_right)) {}
    CHECK(field.move(Side::right, Paragraph::left_to_right));
    CHECK(field.move(Side::right, Paragraph::left_to_right));
    CHECK(field.caret().at == 2);
    CHECK(field.caret().letter == 1);
    CHECK(field.caret().is_behind);
    CHECK(field.move(Side::right, Paragraph::left_to_right)); // over lam, the last letter
    CHECK(field.caret().at == 4);
    CHECK(field.caret().letter == 4);
    CHECK_FALSE(field.caret().is_behind);
}

TEST_CASE("a field is full at its most characters, counted as records count them") {
    TextField field(FieldForm::text, 5);
    CHECK(field.insert("añé"));
    CHECK_FALSE(field.insert("abc")); // whole or not at all
    CHECK(field.text() == "añé");
    CHECK(field.insert("\u0301"));
    CHECK(field.length() == 4);
    CHECK(field.seen_length() == 3);
    CHECK(field.insert("x"));
    CHECK_FALSE(field.insert("y"));
    CHECK(field.erase());
    CHECK(field.insert("y"));
}

TEST_CASE("each form takes what belongs to it and nothing else") {
    TextField text(FieldForm::text, 200);
    for (const char* bad : {"\n", "\t", "\x7F", "\u202E", "\u2066", "\u2028", "\uE000", "\uFFFD", "\xC3", ""}) {
        CAPTURE(bad);
        CHECK_FALSE(text.insert(bad));
    }
    for (const char* good : {" ", "ښ", "ї", "ằ", "汉", "¿", "\u200C", "😀", "*"}) {
        CAPTURE(good);
        CHECK(text.insert(good));
    }
    TextField digits(FieldForm::digits, 9);
    CHECK(digits.insert("4٣۷"));
    CHECK(digits.text() == "437");
    CHECK_FALSE(digits.insert("a"));
    CHECK_FALSE(digits.insert("+"));
    TextField email(FieldForm::email, 99);
    CHECK(email.insert("rowan_s.x+1@example-1.org"));
    CHECK_FALSE(email.insert(" "));
    CHECK_FALSE(email.insert("é"));
    TextField phone(FieldForm::phone, 20);
    CHECK(phone.insert("+1 (860) 555-0142"));
    CHECK_FALSE(phone.insert("x"));
}

TEST_CASE("what is erased or cleared is not left behind in the field's memory") {
    TextField field = field_with("marigold");
    const char* const memory = field.text().data();
    for (int i = 0; i < 4; ++i) CHECK(field.erase());
    CHECK(std::string_view(memory, 8) == std::string_view("mari\0\0\0\0", 8));
    // From the middle too: what follows moves up, and its old place is wiped.
    TextField middle = field_with("marigold");
    const char* const place = middle.text().data();
    for (int i = 0; i < 4; ++i) CHECK(middle.move(Side::left, Paragraph::left_to_right));
    for (int i = 0; i < 2; ++i) CHECK(middle.erase());
    CHECK(std::string_view(place, 8) == std::string_view("magold\0\0", 8));
    middle.clear();
    CHECK(middle.is_empty());
    CHECK(middle.caret().at == 0);
    CHECK(middle.insert("new"));
    CHECK(middle.text() == "new");
}
