// Looks for words in this process's own writable memory, as a thief with a core dump would. Main thread.
#pragma once

#include "base/files.hpp"

namespace kiosk {

struct Remains {
    int words = 0; // looked for
    int hits = 0;
    std::vector<std::string> places; // "line 2 of the words, in [heap]": never the word itself
    std::size_t bytes_scanned = 0;
};

// `words`: a text file, one word of at least 4 bytes a line. Each is held only as its complement, so that the search
// does not find itself. Looks for the bytes as they are (UTF-8), and widened to UTF-16 and UTF-32.
[[nodiscard]] base::Result<Remains> scan_memory(const base::Path& words);

} // namespace kiosk
