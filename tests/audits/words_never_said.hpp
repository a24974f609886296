// Words that nobody should read or hear at the kiosk: they blame, frighten, or tell a passer-by why someone is here.
// From "Words we do not use" of the design and B2.10 of its bars. Pure; any thread.
#pragma once

#include "tests/audits/readability.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace audits {

// Each found word as it is listed. Whole words only, capitals or not: "later" is not "late".
[[nodiscard]] std::vector<std::string> words_never_said_in(std::string_view text, Tongue tongue);

// Every form that is listed in a language, for the test that shows each one is found.
[[nodiscard]] std::vector<std::string> words_never_said(Tongue tongue);

} // namespace audits
