#include "kiosk/exchange/bundle_opener.hpp"

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/import/roster_csv.hpp"

#include <algorithm>

namespace kiosk {

namespace {

OpenedBundle opened(const Bundle& bundle, BundleOutcome outcome) {
    OpenedBundle made;
    made.kind = bundle.head.kind;
    made.outcome = outcome;
    made.version = bundle.head.version;
    return made;
}

OpenedBundle refused(BundleKind kind, BundleRefusal why, std::int64_t version) {
    OpenedBundle made;
    made.kind = kind;
    made.outcome = BundleOutcome::refused;
    made.version = version;
    made.why = why;
    return made;
}

OpenedBundle wrong_content(const Bundle& bundle) {
    return refused(bundle.head.kind, BundleRefusal::wrong_content, bundle.head.version);
}

OpenedBundle not_kept(BundleKind kind, std::int64_t version, const base::Error& error) {
    OpenedBundle made;
    made.kind = kind;
    made.outcome = BundleOutcome::not_kept;
    made.version = version;
    made.trouble = error.message;
    return made;
}

bool is_used(BundleKind kind) { return kind == BundleKind::keys || kind == BundleKind::roster; }

} // namespace

BundleOpener::BundleOpener(storage::Store& store, base::Files& files, StateFolder folder, const Settings& settings,
                           const crypto::AgeIdentity& roster, Sealer& sealer, const base::Clock& clock)
    : store_(store), files_(files), folder_(std::move(folder)), settings_(settings), roster_(roster), sealer_(sealer),
      clock_(clock) {}

base::Result<std::int64_t> BundleOpener::kept_version(BundleKind kind, const AgencyPublic& agency) {
    if (kind == BundleKind::keys) return agency.version;
    if (kind == BundleKind::roster) return store_.signed_roster_version();
    return std::int64_t{0};
}

base::Result<BundleOpener::Reading> BundleOpener::reading(const base::Path& root, BundleKind kind) {
    // Read anew each time: newer keys may have come in just before.
    AgencyPublic agency = TRY_DOING(read_agency_public(files_, folder_.agency()), "reading the agency's keys");
    const std::int64_t kept = TRY(kept_version(kind, agency));
    return Reading([&files = files_, root, kind, agency = std::move(agency), kiosk = settings_.kiosk,
                    site = settings_.site, kept]() -> BundleRead {
        if (is_used(kind)) return read_bundle(files, root, kind, {agency, kiosk, site, kept});
        if (has_bundle(root, kind, kiosk, site)) return UnusedBundle{};
        return NoBundle{};
    });
}

std::optional<OpenedBundle> BundleOpener::use(BundleKind kind, BundleRead read, std::int64_t by) {
    if (std::holds_alternative<NoBundle>(read)) return std::nullopt;
    if (std::holds_alternative<UnusedBundle>(read)) {
        OpenedBundle left;
        left.kind = kind;
        left.outcome = BundleOutcome::not_used;
        return left;
    }
    if (const auto* no = std::get_if<RefusedBundle>(&read)) return refused(kind, no->why, no->version);
    const Bundle& bundle = std::get<Bundle>(read);
    auto used = kind == BundleKind::keys ? use_keys(bundle, by) : use_roster(bundle, by);
    if (used.is_error()) return not_kept(kind, bundle.head.version, used.error());
    return used.release_value();
}

std::optional<OpenedBundle> BundleOpener::open(const base::Path& root, BundleKind kind, std::int64_t by) {
    const auto job = reading(root, kind);
    if (job.is_error()) return not_kept(kind, 0, job.error());
    return use(kind, job.value()(), by);
}

std::vector<OpenedBundle> BundleOpener::open_all(const base::Path& root, std::int64_t by) {
    std::vector<OpenedBundle> bundles;
    for (const BundleKind kind : all_bundle_kinds) {
        if (auto made = open(root, kind, by)) bundles.push_back(std::move(*made));
    }
    return bundles;
}

base::Result<OpenedBundle> BundleOpener::use_keys(const Bundle& bundle, std::int64_t by) {
    const AgencyPublic standing = TRY(read_agency_public(files_, folder_.agency()));
    const std::string text(base::text_of(bundle.content));
    auto keys = parse_agency_keys(standing.root, text, bundle.signature, bundle.head.file);
    // Also where the number inside is not the one that the signature tells.
    if (keys.is_error()) return wrong_content(bundle);
    // First, as keys that are in use without an entry would be worse than an entry of keys that a full disk did not take.
    TRY(store_.append_audit("agency_keys_opened", {{"by", by}, {"version", bundle.head.version}}));
    TRY_DOING(replace_agency_keys(files_, folder_.agency(), text, bundle.signature), "keeping the agency's keys");
    sealer_.set_recipients(std::move(keys.value().recipients));
    return opened(bundle, BundleOutcome::applied);
}

base::Result<OpenedBundle> BundleOpener::use_roster(const Bundle& bundle, std::int64_t by) {
    const auto csv = open_age_layer(std::span(&roster_, 1), bundle.content);
    if (csv.is_error()) return wrong_content(bundle);
    const auto file = read_roster_csv(csv.value().view(), settings_.time_zone, clock_.now());
    if (file.is_error()) return wrong_content(bundle);
    const RosterFile& roster = file.value();
    // A list without any line is the agency's to send; one of which no line can be read would take all visits away.
    if (roster.rows > 0 && roster.entries.empty()) return wrong_content(bundle);
    OpenedBundle made = opened(bundle, BundleOutcome::applied);
    made.rows = std::ssize(roster.entries);
    made.left_out = roster.left_out;
    TRY_DOING(store_.replace_roster(roster.entries, {made.rows, roster.sha256, clock_.now()},
                                    {bundle.head.version, roster.left_out, by}),
              "keeping the roster");
    const auto reach = store_.roster_reach();
    if (!reach.is_error()) made.reach = reach.value();
    return made;
}

std::int64_t count_of(const std::vector<OpenedBundle>& bundles, BundleOutcome outcome) {
    return std::ranges::count(bundles, outcome, &OpenedBundle::outcome);
}

} // namespace kiosk
