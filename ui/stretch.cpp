#include "ui/stretch.hpp"

#include "base/result.hpp"
#include "base/secret.hpp"

#include <array>
#include <sonic.h>

namespace ui {

namespace {

struct DestroyStream {
    void operator()(sonicStreamStruct* stream) const { sonicDestroyStream(stream); }
};

} // namespace

struct Stretch::Parts {
    std::unique_ptr<sonicStreamStruct, DestroyStream> stream;
    std::array<std::int16_t, 2048> piece{};

    Wanted hand_on(const TakeSound& on) {
        while (true) {
            const int count = sonicReadShortFromStream(stream.get(), piece.data(), static_cast<int>(piece.size()));
            if (count <= 0) return Wanted::more;
            if (on({piece.data(), static_cast<std::size_t>(count)}) == Wanted::stop) return Wanted::stop;
        }
    }
};

Stretch::Stretch(int samples_a_second) : parts_(std::make_unique<Parts>()) {
    parts_->stream.reset(sonicCreateStream(samples_a_second, 1));
    base::invariant(parts_->stream != nullptr, "there is memory for a stream of speech");
}

Stretch::~Stretch() {
    // Its own buffers are freed as they are; a hardened process overwrites what is freed.
    base::wipe(parts_->piece.data(), sizeof(parts_->piece));
}

Wanted Stretch::take(Samples piece, SpeechRate rate, const TakeSound& on) {
    if (piece.empty()) return Wanted::more;
    sonicSetSpeed(parts_->stream.get(), static_cast<float>(rate.percent()) / 100.0F);
    // The library takes a pointer to what it does not change.
    const int is_taken = sonicWriteShortToStream(parts_->stream.get(), const_cast<std::int16_t*>(piece.data()),
                                                 static_cast<int>(piece.size()));
    base::invariant(is_taken != 0, "there is memory for a piece of speech");
    return parts_->hand_on(on);
}

Wanted Stretch::finish(const TakeSound& on) {
    sonicFlushStream(parts_->stream.get());
    return parts_->hand_on(on);
}

} // namespace ui
