#include "kiosk/import/contact_guard.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("phone numbers are found however they are spaced, spelled or dressed up") {
    for (const char* text : {"203-555-0142",
                             "(203) 555 0142",
                             "2035550142",
                             "+1 203.555.0142",
                             "call 555-0142 please",
                             "2 0 3 – 555 . 0142",
                             "203—555—0142",
                             "２０３５５５０１４２",
                             "٢٠٣٥٥٥٠١٤٢",
                             "203\xC2\xA0"
                             "555\xC2\xA0"
                             "0142",
                             "2\xE2\x80\x8B"
                             "0\xE2\x80\x8B"
                             "3\xE2\x80\x8B"
                             "555\xE2\x80\x8B"
                             "0142",
                             "203, 555, 0142",
                             "2,0,3,5,5,5,0,1,4,2",
                             "two oh three five five five zero one four two",
                             "dos cero tres cinco cinco cinco cero uno cuatro dos",
                             "203/555/0142",
                             "203*555*0142",
                             "tel:+44 20 7946 0958",
                             "at 15:30 call 203-555-0142",
                             "²⁰³-⁵⁵⁵-⁰¹⁴²",
                             "203 [555] {0142}"}) {
        CAPTURE(text);
        CHECK(find_contact(text) == Contact::phone);
    }
}

TEST_CASE("email addresses are found, also spaced out or spelled") {
    for (const char* text : {"ana@example.org", "write to A.B+c@mail.example.org now", "ana @ example . org",
                             "a n a @ e x a m p l e . o r g", "ana＠example．org", "ana at example dot org",
                             "ana (at) example.org", "ana [at] example [dot] org", "ana arroba example punto org"}) {
        CAPTURE(text);
        CHECK(find_contact(text) == Contact::email);
    }
}

TEST_CASE("street addresses are found, also abbreviated, in Spanish or as a post box") {
    for (const char* text :
         {"12 Maple Street", "Please come to 12 Maple St.", "12-14 North Maple Ave, Apt 3", "12B Maple Road",
          "１２ Maple Street", "12  MAPLE  STREET", "P.O. Box 17", "PO Box 17", "Post Office Box 17", "Calle Luna 12",
          "Avenida de la Paz #12", "1 2 M a p l e S t r e e t", "12, Old Mill Lane", "44 Elm Tree Blvd"}) {
        CAPTURE(text);
        CHECK(find_contact(text) == Contact::street_address);
    }
}

TEST_CASE("what families need to read is left alone") {
    for (const char* text : {"",
                             "••• 0142",
                             "a•••@•••",
                             "Willow Street Family Center",
                             "Garden Room",
                             "First floor. No stairs.",
                             "Visit on 2026-03-09 from 10:00-11:30",
                             "3/9/2026 to 3/16/2026, 15:30",
                             "Bus 40 stops at Willow Street",
                             "5 minutes from Maple Street",
                             "Bus 12, Elm Street side",
                             "Rooms 101, 102, 103",
                             "Ages 4, 7, 9, 12, 14",
                             "Bring 2 diapers and 1 bottle",
                             "Meet at noon. Bring toys",
                             "ZIP 06106-1234",
                             "Maya;Theo",
                             "We meet 10:00-11:30 and 14:00-15:30",
                             "Part 1 of 2: dot and line art",
                             "=HYPERLINK(\"x\")",
                             "St. Mary's hall",
                             "Look at the dots",
                             "2026-03-09T15:00Z",
                             "Grade 3 court visit"}) {
        CAPTURE(text);
        CHECK(find_contact(text) == Contact::none);
    }
}

TEST_CASE("the address of a public place may be a street address and nothing else") {
    CHECK(find_contact_beside_address("410 Capitol Ave, Hartford, CT 06134-0001") == Contact::none);
    CHECK(find_contact_beside_address("12 Maple Street") == Contact::none);
    CHECK(find_contact_beside_address("12 Maple Street, 203-555-0142") == Contact::phone);
    CHECK(find_contact_beside_address("12 Maple Street, ana@example.org") == Contact::email);
}
