// Finds what the kiosk must not hold in a text: a phone number, an email or a street address, however it is spaced or
// spelled. Better one row too many left out, with a line that says why, than an address in the wrong hands; what it
// cannot know (a house named without a number) is the agency's to leave out. Any thread.
#pragma once

#include <string_view>

namespace kiosk {

enum class Contact { none, phone, email, street_address };

// US habits: seven digits or more, whatever stands between them, unless they are dates, clock times, a ZIP+4 or a
// list; something@somewhere, also as "at … dot"; a house number before a street word, "calle … 12", a post box.
[[nodiscard]] Contact find_contact(std::string_view text);
// The same for the address of a public place, which may be a street address and nothing else.
[[nodiscard]] Contact find_contact_beside_address(std::string_view text);

} // namespace kiosk
