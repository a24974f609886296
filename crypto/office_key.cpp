#include "crypto/office_key.hpp"

namespace crypto {

namespace {

class SecretSink final : public Sink {
public:
    Result<void> write(ByteView piece) override {
        opened.append(piece);
        return {};
    }
    Secret opened;
};

} // namespace

Result<OfficeRecipient> OfficeRecipient::parse(std::string_view text) {
    return OfficeRecipient(TRY(AgeRecipient::parse(text)));
}

Bytes OfficeRecipient::seal(ByteView plaintext) const {
    base::MemorySource source(plaintext);
    base::MemorySink sealed;
    const auto done = age_seal(std::span(&recipient_, 1), source, sealed);
    base::invariant(!done.is_error(), "memory can be read and written");
    return std::move(sealed.bytes);
}

Result<OfficeKey> OfficeKey::parse(std::string_view text) { return OfficeKey(TRY(AgeIdentity::parse(text))); }

Result<Secret> OfficeKey::open(ByteView sealed) const {
    base::MemorySource source(sealed);
    SecretSink sink;
    if (age_open(std::span(&identity_, 1), source, sink).is_error()) {
        return base::call_staff("what was sealed for the office's staff does not open: it was changed, or sealed for "
                                "another office");
    }
    return std::move(sink.opened);
}

} // namespace crypto
