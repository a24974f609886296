#include "kiosk/tour/memory_scan.hpp"

#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace kiosk {

namespace {

// A word as its complement, in one of the widths that libraries use.
struct Pattern {
    int line = 0;
    base::Bytes complement;
};

void add_patterns(std::vector<Pattern>& patterns, const base::Bytes& complement, int line) {
    if (complement.size() < 4) return;
    for (const std::size_t width : {1U, 2U, 4U}) {
        base::Bytes wide;
        for (const auto byte : complement) {
            wide.push_back(byte);
            wide.insert(wide.end(), width - 1, 0xFF); // the complement of the zero bytes between
        }
        patterns.push_back({line, std::move(wide)});
    }
}

base::Result<std::vector<Pattern>> read_patterns(const base::Path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return base::ask_again(path.string() + ": cannot open");
    std::vector<Pattern> patterns;
    base::Bytes complement;
    int line = 1;
    // One byte at a time: the word never stands in a buffer of ours.
    for (unsigned char byte = 0; ::read(file, &byte, 1) == 1;) {
        if (byte == '\n') {
            add_patterns(patterns, complement, line++);
            complement.clear();
        } else {
            complement.push_back(static_cast<std::uint8_t>(~byte));
        }
        byte = 0;
    }
    add_patterns(patterns, complement, line);
    ::close(file);
    return patterns;
}

struct Mapping {
    std::uintptr_t start = 0;
    std::uintptr_t end = 0;
    std::string name;
};

std::vector<Mapping> writable_mappings() {
    std::vector<Mapping> mappings;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> maps(std::fopen("/proc/self/maps", "re"), &std::fclose);
    char line[1024];
    while (maps && std::fgets(line, sizeof line, maps.get())) {
        Mapping mapping;
        char access[8] = {};
        char name[512] = {};
        if (std::sscanf(line, "%lx-%lx %7s %*s %*s %*s %511s", &mapping.start, &mapping.end, access, name) < 3)
            continue;
        if (access[0] != 'r' || access[1] != 'w') continue;
        mapping.name = name[0] == '/' ? base::Path(name).filename().string() : name;
        mappings.push_back(std::move(mapping));
    }
    return mappings;
}

bool matches(const std::uint8_t* at, const base::Bytes& complement) {
    for (std::size_t i = 0; i < complement.size(); ++i) {
        if (static_cast<std::uint8_t>(~at[i]) != complement[i]) return false;
    }
    return true;
}

} // namespace

base::Result<Remains> scan_memory(const base::Path& words) {
    const auto patterns = TRY(read_patterns(words));
    Remains remains;
    remains.words = static_cast<int>(patterns.size() / 3);
    // Read through /proc/self/mem into a window of its own mapping: guarded pages give an error instead of a fault.
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0) return base::call_staff("/proc/self/mem: cannot open");
    constexpr std::size_t window_size = std::size_t{1} << 20;
    constexpr std::size_t overlap = 1024;
    auto* window = static_cast<std::uint8_t*>(
        ::mmap(nullptr, window_size + overlap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    base::invariant(window != MAP_FAILED, "a megabyte can be mapped");
    const auto window_start = reinterpret_cast<std::uintptr_t>(window);
    for (const auto& mapping : writable_mappings()) {
        if (mapping.start <= window_start && window_start < mapping.end) continue;
        for (std::uintptr_t at = mapping.start; at < mapping.end; at += window_size) {
            const std::size_t wanted = std::min<std::size_t>(window_size + overlap, mapping.end - at);
            const ssize_t got = ::pread(memory, window, wanted, static_cast<off_t>(at));
            if (got <= 0) continue;
            const auto size = static_cast<std::size_t>(got);
            remains.bytes_scanned += std::min(size, window_size);
            for (std::size_t i = 0; i < std::min(size, window_size); ++i) {
                for (const auto& pattern : patterns) {
                    if (static_cast<std::uint8_t>(~window[i]) != pattern.complement[0]) continue;
                    if (i + pattern.complement.size() > size || !matches(window + i, pattern.complement)) continue;
                    ++remains.hits;
                    remains.places.push_back("line " + std::to_string(pattern.line) + " of the words, in " +
                                             (mapping.name.empty() ? "unnamed memory" : mapping.name));
                }
            }
        }
    }
    ::munmap(window, window_size + overlap);
    ::close(memory);
    return remains;
}

} // namespace kiosk
