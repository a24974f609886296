#include "kiosk/exchange/stick.hpp"

#include "kiosk/exchange/foreign_folder.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace kiosk {

namespace {

// Where desktops, automounters and our own units mount what people bring.
constexpr std::array places{"/media", "/run/media", "/run/kiosk-stick"};
// A kiosk may itself start from a drive that can be taken out.
constexpr std::array own_places{"/", "/boot", "/efi", "/home", "/opt", "/srv", "/tmp", "/usr", "/var"};

bool is_at_or_below(const std::string& path, const std::string& folder) {
    if (!path.starts_with(folder)) return false;
    return path.size() == folder.size() || path[folder.size()] == '/';
}

bool is_own(const std::string& path) {
    return std::ranges::any_of(own_places, [&](const std::string place) {
        return place == "/" ? path == place : is_at_or_below(path, place);
    });
}

bool is_for_sticks(const std::string& path) {
    return std::ranges::any_of(places, [&](const std::string place) { return is_at_or_below(path, place); });
}

// Blanks and the like stand as \040 there.
std::string unescaped(std::string_view text) {
    std::string path;
    const auto is_octal = [](char c) { return c >= '0' && c <= '7'; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view code = text.substr(at, 4);
        if (code.size() == 4 && code[0] == '\\' && std::ranges::all_of(code.substr(1), is_octal)) {
            path += static_cast<char>((code[1] - '0') * 64 + (code[2] - '0') * 8 + (code[3] - '0'));
            at += 3;
        } else {
            path += text[at];
        }
    }
    return path;
}

struct Mount {
    std::string device; // "8:17"
    std::string path;
    std::string source;
};

bool read_mount(const std::string& line, Mount& mount) {
    std::istringstream words(line);
    std::string id;
    std::string parent;
    std::string root;
    std::string path;
    if (!(words >> id >> parent >> mount.device >> root >> path)) return false;
    mount.path = unescaped(path);
    std::string word;
    while (words >> word && word != "-") {}
    std::string type;
    return static_cast<bool>(words >> type >> mount.source);
}

bool says_one(const base::Path& file) {
    std::ifstream opened(file);
    char first = '0';
    return opened.get(first) && first == '1';
}

// A partition has no such file of its own: its drive has.
bool is_on_removable_drive(std::string_view device) {
    const base::Path folder = base::Path("/sys/dev/block") / device;
    return says_one(folder / "removable") || says_one(folder / ".." / "removable");
}

} // namespace

std::vector<base::Path> sticks_in(std::string_view mountinfo,
                                  const std::function<bool(std::string_view)>& is_removable) {
    std::vector<base::Path> found;
    std::istringstream lines{std::string(mountinfo)};
    Mount mount;
    for (std::string line; std::getline(lines, line);) {
        if (!read_mount(line, mount) || !mount.source.starts_with("/dev/")) continue;
        if (is_for_sticks(mount.path) || (!is_own(mount.path) && is_removable(mount.device))) {
            found.emplace_back(mount.path);
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<base::Path> find_sticks() {
    std::ifstream file("/proc/self/mountinfo");
    std::ostringstream text;
    text << file.rdbuf();
    return sticks_in(text.str(), is_on_removable_drive);
}

StickFinder stick_at(const base::Path& folder) {
    return [folder]() -> std::vector<base::Path> {
        if (standing_at(folder) != Standing::folder) return {};
        return {folder};
    };
}

} // namespace kiosk
