#include "kiosk/control/carry_commands.hpp"

#include "kiosk/exchange/batch_export.hpp"
#include "kiosk/exchange/bundle_opener.hpp"
#include "kiosk/exchange/foreign_folder.hpp"

#include <fmt/format.h>

namespace kiosk {

namespace {

std::string_view why_not(CopyOutcome outcome) {
    switch (outcome) {
    case CopyOutcome::copied:
    case CopyOutcome::already: break;
    case CopyOutcome::stick_gone: return "the folder is not there any more";
    case CopyOutcome::stick_full: return "no space left";
    case CopyOutcome::stick_refuses: return "the folder cannot be written";
    case CopyOutcome::other_content: return "another file stands under this name";
    case CopyOutcome::damaged_here: return "the file in the outbox is not what its name tells";
    }
    return {};
}

base::Result<void> must_be_folder(const base::Path& path) {
    if (standing_at(path) == Standing::folder) return {};
    return base::ask_again(path.string() + ": no such folder");
}

} // namespace

base::Result<Reply> export_batches(const CommandContext& context, base::Files& files, const StateFolder& folder,
                                   const base::Path& to) {
    TRY(must_be_folder(to));
    (void)TRY(context.sealer.seal(AuditAlone::travels));
    Reply reply;
    std::int64_t copied = 0;
    int already = 0;
    for (const CarriedBatch& batch :
         TRY(batches_to_carry(context.store, files, folder.outbox(), context.settings.kiosk))) {
        const CopyOutcome outcome = copy_batch(files, folder.outbox(), to, batch);
        if (outcome == CopyOutcome::copied) {
            ++copied;
        } else if (outcome == CopyOutcome::already) {
            ++already;
        } else {
            reply.exit = 1;
            reply.err += fmt::format("{}: {}\n", (to / batch.name).string(), why_not(outcome));
        }
    }
    TRY(context.store.append_audit("batches_exported", {{"by", std::int64_t{0}}, {"batches", copied}}));
    reply.out = fmt::format("{} {} copied, {} there already\n", copied, copied == 1 ? "batch" : "batches", already);
    return reply;
}

base::Result<Reply> import_bundles(const CommandContext& context, base::Files& files, const StateFolder& folder,
                                   const crypto::AgeIdentity& roster, const base::Path& from) {
    TRY(must_be_folder(from));
    BundleOpener opener(context.store, files, folder, context.settings, roster, context.sealer, context.clock);
    const auto bundles = opener.open_all(from, 0);
    Reply reply;
    for (const OpenedBundle& bundle : bundles) {
        const std::string name = fmt::format("{} {}", name_of(bundle.kind), bundle.version);
        switch (bundle.outcome) {
        case BundleOutcome::applied:
            reply.out += bundle.kind == BundleKind::roster
                             ? fmt::format("{}: {} rows imported, {} left out\n", name, bundle.rows, bundle.left_out)
                             : fmt::format("{}: in use now\n", name);
            if (reply.exit == 0 && bundle.left_out > 0) reply.exit = exit_data_refused;
            break;
        case BundleOutcome::not_used:
            reply.out += fmt::format("{}: not used by this version\n", name_of(bundle.kind));
            break;
        case BundleOutcome::refused:
            reply.err += fmt::format("{}: refused, {}\n", name, name_of(bundle.why));
            if (reply.exit == 0) reply.exit = exit_data_refused;
            break;
        case BundleOutcome::not_kept:
            reply.err += fmt::format("{}: {}\n", name, bundle.trouble);
            reply.exit = 1;
            break;
        }
    }
    if (bundles.empty()) reply.out = "nothing for this kiosk\n";
    const auto applied = count_of(bundles, BundleOutcome::applied);
    const auto refused = count_of(bundles, BundleOutcome::refused) + count_of(bundles, BundleOutcome::not_kept);
    TRY(context.store.append_audit("bundles_imported",
                                   {{"by", std::int64_t{0}}, {"applied", applied}, {"refused", refused}}));
    return reply;
}

} // namespace kiosk
