#include "kiosk/exchange/batch_file.hpp"

#include "crypto/digest.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/record_parser.hpp"
#include "kiosk/exchange/zstd_stream.hpp"

namespace kiosk {

namespace {

// Keeps what an age file holds in memory that is wiped, up to a limit.
class SecretSink final : public base::Sink {
public:
    base::Result<void> write(base::ByteView piece) override {
        if (piece.size() > batch_opened_most - opened.size()) {
            return base::call_staff("more than the " + std::to_string(batch_opened_most) + " bytes allowed here");
        }
        opened.append(piece);
        return {};
    }
    base::Secret opened;
};

// Takes the line before the first line end off the front of `rest`.
base::Result<std::string_view> take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return base::call_staff("the last line has no end");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

} // namespace

base::Result<SealedBatch> seal_batch(const BatchHeader& header, std::span<const base::Secret> lines,
                                     std::span<const crypto::AgeRecipient> recipients,
                                     const crypto::SigningKey& signing) {
    base::invariant(static_cast<std::size_t>(header.count) == lines.size(), "a batch's header counts its lines");
    base::Secret text = header_line(header);
    text.append("\n");
    for (const base::Secret& line : lines) {
        text.append(line.view());
        text.append("\n");
    }
    const base::Secret inside = TRY(compress_padded(text.view(), batch_padding));
    base::MemorySource plain(inside.view());
    base::MemorySink sealed;
    TRY_DOING(crypto::age_seal(recipients, plain, sealed), "sealing a batch");
    base::MemorySource to_sign(sealed.bytes);
    std::string signature = TRY_DOING(signing.sign(to_sign, batch_trusted_comment(header)), "signing a batch");
    std::string sha256 = base::to_hex(crypto::sha256(sealed.bytes));
    return SealedBatch{std::move(sealed.bytes), std::move(signature), std::move(sha256)};
}

base::Result<std::string> check_batch_signature(const crypto::VerifyingKey& signer, const std::string& file_name,
                                                base::ByteView sealed, std::string_view signature) {
    const auto name = parse_batch_name(file_name);
    if (!name) return base::ask_again("the file's name is not that of a batch (<seq>-<hash>.ndjson.zst.age)");
    base::MemorySource source(sealed);
    std::string comment = TRY(crypto::verify_signature(signer, source, signature));
    if (!base::to_hex(crypto::sha256(sealed)).starts_with(name->hash)) {
        return base::ask_again("the file's name tells another hash than the file has");
    }
    if (!comment.starts_with("family-kiosk-batch v=1 ")) {
        return base::ask_again("the signature is not that of a batch: another trusted comment is expected");
    }
    if (comment.find(" seq=" + seq_text(name->seq) + " ") == std::string::npos) {
        return base::ask_again("the file's name tells another seq than the signature's trusted comment");
    }
    return comment;
}

base::Result<base::Secret> open_age_layer(std::span<const crypto::AgeIdentity> identities, base::ByteView sealed) {
    base::MemorySource source(sealed);
    SecretSink sink;
    TRY(crypto::age_open(identities, source, sink));
    return std::move(sink.opened);
}

base::Result<OpenedBatch> open_batch(std::span<const crypto::AgeIdentity> identities, base::ByteView sealed,
                                     const std::optional<std::string>& trusted_comment) {
    const base::Secret inside = TRY(open_age_layer(identities, sealed));
    base::Secret text = TRY(decompress(inside.view(), batch_opened_most));
    std::string_view rest = text.text();
    const std::string_view first = TRY(take_line(rest));
    BatchHeader header = TRY_DOING(parse_header(first), "line 1");
    if (trusted_comment && *trusted_comment != batch_trusted_comment(header)) {
        return base::ask_again("line 1: another kiosk, site, epoch, seq or prev than in the trusted comment");
    }
    std::int64_t count = 0;
    for (; !rest.empty(); ++count) {
        const std::string where = "line " + std::to_string(count + 2);
        const std::string_view line = TRY_DOING(take_line(rest), where);
        (void)TRY_DOING(parse_record(line), where);
    }
    if (count != header.count) return base::ask_again("line 1: count: the number of lines after it is expected");
    return OpenedBatch{std::move(header), std::move(text)};
}

} // namespace kiosk
