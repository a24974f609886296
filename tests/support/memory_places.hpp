// Looks for a text in all memory that this process can write, to show that it is gone.
#pragma once

#include "base/secret.hpp"

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <vector>

namespace support {

// The text that is meant by one whose letters are each one too high, so that the search does not find what it looks for
// in itself.
inline base::Secret undisguised(std::string_view disguised) {
    base::Secret text(base::bytes_of(disguised));
    for (auto& letter : text.bytes()) --letter;
    return text;
}

// How often a text lies in the memory of this process that can be written, one, two or four bytes a letter.
inline int places_in_memory(std::string_view disguised) {
    int found = 0;
    std::ifstream maps("/proc/self/maps");
    std::ifstream memory("/proc/self/mem", std::ios::binary);
    for (std::string line; std::getline(maps, line);) {
        std::size_t begin = 0, end = 0;
        std::array<char, 8> rights{};
        if (std::sscanf(line.c_str(), "%zx-%zx %7s", &begin, &end, rights.data()) != 3 || rights[1] != 'w') continue;
        // Shadow of the sanitizer: terabytes of nothing.
        if (end - begin > (std::size_t{1} << 30)) continue;
        std::vector<char> bytes(end - begin);
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(begin));
        memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        const auto size = static_cast<std::size_t>(std::max<std::streamsize>(memory.gcount(), 0));
        for (const std::size_t width : std::array<std::size_t, 3>{1, 2, 4}) {
            const char first = static_cast<char>(disguised[0] - 1);
            const char* const end_of = bytes.data() + size;
            for (const char* at = bytes.data(); at < end_of; ++at) {
                at = static_cast<const char*>(std::memchr(at, first, static_cast<std::size_t>(end_of - at)));
                if (at == nullptr) break;
                std::size_t same = 1;
                while (same < disguised.size() && at + same * width < end_of &&
                       at[same * width] == disguised[same] - 1) {
                    ++same;
                }
                found += same == disguised.size() ? 1 : 0;
            }
        }
        base::wipe(bytes.data(), bytes.size());
    }
    return found;
}

} // namespace support
