// The key pair of an office. To its public half anything can be sealed at any time, because a roster comes in while
// nobody is signed in; its secret half opens what only staff may read, and exists only inside a staff session. Sealed
// values are age v1 files, so that stock tools open them too. Any thread.
#pragma once

#include "crypto/age.hpp"

namespace crypto {

class OfficeRecipient {
public:
    // "age1…"
    [[nodiscard]] static Result<OfficeRecipient> parse(std::string_view text);
    [[nodiscard]] std::string text() const { return recipient_.text(); }
    [[nodiscard]] Bytes seal(ByteView plaintext) const;

private:
    explicit OfficeRecipient(AgeRecipient recipient) : recipient_(recipient) {}
    AgeRecipient recipient_;
    friend class OfficeKey;
};

class OfficeKey {
public:
    [[nodiscard]] static OfficeKey generate() { return OfficeKey(AgeIdentity::generate()); }
    // "AGE-SECRET-KEY-1…", as text() gives it.
    [[nodiscard]] static Result<OfficeKey> parse(std::string_view text);
    [[nodiscard]] Secret text() const { return identity_.text(); }
    [[nodiscard]] OfficeRecipient recipient() const { return OfficeRecipient(identity_.recipient()); }
    // call_staff if it was sealed to another office or changed.
    [[nodiscard]] Result<Secret> open(ByteView sealed) const;

private:
    explicit OfficeKey(AgeIdentity identity) : identity_(std::move(identity)) {}
    AgeIdentity identity_;
};

} // namespace crypto
