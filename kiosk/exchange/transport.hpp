// Where sealed files are carried to. A transport moves whole files under fixed names and never replaces one; what the
// files are it does not know. This version has folders; HTTPS and S3 are further classes. One thread.
#pragma once

#include "base/files.hpp"

#include <memory>
#include <string>

namespace kiosk {

enum class AtTarget { absent, same, other }; // what stands under a name, compared with our content

class Transport {
public:
    virtual ~Transport() = default;
    // Names are relative to the exchange's root.
    virtual base::Result<AtTarget> compare(const base::Path& name, base::ByteView content) = 0;
    virtual base::Result<bool> has(const base::Path& name) = 0;
    // Only after compare() said absent. Durable and whole when it returns without error.
    virtual base::Result<void> put(const base::Path& name, base::ByteView content) = 0;
};

// A folder, a stick or a network mount: temporary name, fsync, rename, fsync of the folder. Folders 0755, files 0644.
class FolderTransport final : public Transport {
public:
    FolderTransport(base::Files& files, base::Path root) : files_(files), root_(std::move(root)) {}
    base::Result<AtTarget> compare(const base::Path& name, base::ByteView content) override;
    base::Result<bool> has(const base::Path& name) override { return files_.exists(root_ / name); }
    base::Result<void> put(const base::Path& name, base::ByteView content) override;

private:
    base::Files& files_;
    base::Path root_;
};

// "file:///…" with %XX for what a URL may not hold. Anything else is refused, saying what is supported.
[[nodiscard]] base::Result<base::Path> folder_of_url(std::string_view url);
// The transport for a target. Makes the folder itself if only that is missing; what is above it must be there, so that
// a stick that is not plugged in is told and not written beside.
[[nodiscard]] base::Result<std::unique_ptr<Transport>> open_transport(base::Files& files, std::string_view url);

} // namespace kiosk
