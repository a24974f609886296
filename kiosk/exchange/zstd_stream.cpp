#include "kiosk/exchange/zstd_stream.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <zstd.h>

namespace kiosk {

namespace {

constexpr int level = 9;
constexpr std::size_t skippable_header = 8; // magic and length, both 32 bits little-endian

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

void append_padding(base::Secret& frames, std::size_t multiple) {
    std::size_t gap = (multiple - frames.size() % multiple) % multiple;
    if (gap == 0) return;
    if (gap < skippable_header) gap += multiple;
    const auto length = static_cast<std::uint32_t>(gap - skippable_header);
    const std::size_t start = frames.size();
    frames.resize(start + gap);
    const std::array<std::uint8_t, skippable_header> header{0x50,
                                                            0x2A,
                                                            0x4D,
                                                            0x18,
                                                            static_cast<std::uint8_t>(length),
                                                            static_cast<std::uint8_t>(length >> 8),
                                                            static_cast<std::uint8_t>(length >> 16),
                                                            static_cast<std::uint8_t>(length >> 24)};
    std::copy(header.begin(), header.end(), frames.bytes().begin() + static_cast<std::ptrdiff_t>(start));
}

} // namespace

base::Result<base::Secret> compress_padded(base::ByteView plain, std::size_t multiple) {
    base::Secret frames(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress(frames.bytes().data(), frames.size(), plain.data(), plain.size(), level);
    if (ZSTD_isError(size) != 0) return base::retry_later("zstd: not enough memory to compress");
    frames.resize(size);
    append_padding(frames, multiple);
    return frames;
}

base::Result<base::Secret> decompress(base::ByteView compressed, std::size_t most) {
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context) return base::retry_later("zstd: not enough memory");
    base::Secret plain;
    base::Secret piece(ZSTD_DStreamOutSize());
    ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
    std::size_t wanted = 0; // 0 between two frames
    while (true) {
        ZSTD_outBuffer out{piece.bytes().data(), piece.size(), 0};
        const std::size_t before = in.pos;
        wanted = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(wanted) != 0) return base::call_staff("zstd: damaged data");
        if (out.pos > most - plain.size()) {
            return base::call_staff("zstd: more than the " + std::to_string(most) + " bytes allowed here");
        }
        plain.append(piece.view().first(out.pos));
        const bool is_at_end = in.pos == in.size && out.pos < out.size;
        const bool is_stuck = in.pos == before && out.pos == 0;
        if (is_at_end || is_stuck) break;
    }
    if (wanted != 0 || in.pos != in.size) return base::call_staff("zstd: the data ends too early");
    return plain;
}

} // namespace kiosk
