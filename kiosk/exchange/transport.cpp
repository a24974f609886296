#include "kiosk/exchange/transport.hpp"

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"

#include <algorithm>
#include <charconv>

namespace kiosk {

base::Result<AtTarget> FolderTransport::compare(const base::Path& name, base::ByteView content) {
    const base::Path path = root_ / name;
    const bool is_there = TRY(files_.exists(path));
    if (!is_there) return AtTarget::absent;
    const base::Bytes standing = TRY(files_.read(path, batch_sealed_most));
    return std::equal(standing.begin(), standing.end(), content.begin(), content.end()) ? AtTarget::same
                                                                                        : AtTarget::other;
}

base::Result<void> FolderTransport::put(const base::Path& name, base::ByteView content) {
    const base::Path path = root_ / name;
    const base::Path folder = path.parent_path();
    const base::Path part = folder / (std::string(unfinished_prefix) + path.filename().string());
    TRY(files_.make_folder(folder, base::FolderAccess::readable_by_all));
    TRY(files_.remove(part)); // left by a run that was killed
    auto written = files_.write_new(part, content, base::FileAccess::readable_by_all);
    if (!written.is_error()) written = files_.rename(part, path);
    if (written.is_error()) {
        (void)files_.remove(part);
        return written;
    }
    return files_.sync_folder(folder);
}

base::Result<base::Path> folder_of_url(std::string_view url) {
    constexpr std::string_view scheme = "file://";
    if (!url.starts_with("file:///")) {
        return base::ask_again("--target: only file:///FOLDER is supported by this version");
    }
    std::string path;
    for (std::string_view rest = url.substr(scheme.size()); !rest.empty();) {
        std::size_t taken = 1;
        char c = rest.front();
        if (c == '%') {
            unsigned value = 0;
            const std::string_view digits = rest.substr(1, 2);
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
            if (digits.size() != 2 || read.ptr != digits.data() + 2 || value == 0) {
                return base::ask_again("--target: two hex digits, not 00, are expected after %");
            }
            c = static_cast<char>(value);
            taken = 3;
        }
        path += c;
        rest.remove_prefix(taken);
    }
    base::Path folder = base::Path(path).lexically_normal();
    return folder.has_filename() || folder == folder.root_path() ? folder : folder.parent_path();
}

base::Result<std::unique_ptr<Transport>> open_transport(base::Files& files, std::string_view url) {
    const base::Path folder = TRY(folder_of_url(url));
    const bool is_above_there = TRY(files.exists(folder.parent_path()));
    if (!is_above_there) return base::retry_later(folder.parent_path().string() + ": no such folder");
    const bool is_there = TRY(files.exists(folder));
    if (!is_there) TRY(files.make_folder(folder, base::FolderAccess::readable_by_all));
    return std::unique_ptr<Transport>(std::make_unique<FolderTransport>(files, folder));
}

} // namespace kiosk
