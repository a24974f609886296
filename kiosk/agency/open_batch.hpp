// What `kiosk-agency open` does: one sealed batch from a kiosk, checked and opened in memory, so that nothing is shown
// of a file that is not whole. Leaves collecting many of them to others. Any thread.
#pragma once

#include "base/files.hpp"

#include <optional>
#include <vector>

namespace kiosk {

enum class OpenDepth {
    records,   // the NDJSON inside, header and records checked by their types
    age_layer, // only what the age file holds
};

struct OpenRequest {
    base::Path file;                    // "<seq>-<hash>.ndjson.zst.age"; its signature beside, with ".minisig" after
    std::vector<base::Path> identities; // files as age-keygen writes them
    std::optional<base::Path> signer;   // the kiosk's minisign.pub; nothing: signature and name are not looked at
    OpenDepth depth = OpenDepth::records;
};

// What goes to stdout. With a signer, signature, trusted comment, file name and inner header agree. Errors name the
// file. Call crypto::start() first.
[[nodiscard]] base::Result<base::Secret> open_batch_file(base::Files& files, const OpenRequest& request);

} // namespace kiosk
