#include "kiosk/screens/stick_words.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

// A day is the same day at noon in UTC in every office.
constexpr auto noon = 12h;

CarriedLine good(const ui::Words& head, const ui::Words& note) {
    return {ui::Icon::check_circle, ui::Family::good, head, note};
}
CarriedLine plain(const ui::Words& head, const ui::Words& note) {
    return {ui::Icon::info, ui::Family::sky, head, note};
}
CarriedLine care(const ui::Words& head, const ui::Words& note) {
    return {ui::Icon::error, ui::Family::care, head, note};
}

const char* trouble_id(CopyOutcome outcome) {
    switch (outcome) {
    case CopyOutcome::copied:
    case CopyOutcome::already: break;
    case CopyOutcome::stick_gone: return "note_stick_gone";
    case CopyOutcome::stick_full: return "note_stick_full";
    case CopyOutcome::stick_refuses: return "note_stick_refuses";
    case CopyOutcome::other_content: return "note_stick_other";
    case CopyOutcome::damaged_here: return "note_stick_damaged";
    }
    return "note_stick_refuses";
}

std::vector<CarriedLine> lines_of_copying(const ui::Phrasebook& words, const Carried& carried) {
    std::vector<CarriedLine> lines;
    if (carried.trouble) {
        lines.push_back(
            care(words("label_stick_left", {{"count", carried.left}}), words(trouble_id(*carried.trouble))));
    }
    if (carried.has_unsealed) lines.push_back(care(words("label_stick_unsealed"), words("note_stick_unsealed")));
    const auto already = carried.already > 0 ? words("note_stick_already", {{"count", carried.already}}) : ui::Words();
    if (carried.copied > 0) {
        lines.push_back(good(words("label_stick_copied", {{"count", carried.copied}}), already));
    } else if (!carried.trouble) {
        lines.push_back(good(words("label_stick_nothing_new"), already));
    }
    if (carried.reports > 0) {
        lines.push_back(good(words("label_stick_reports", {{"count", carried.reports}}), words("note_stick_reports")));
    }
    if (!carried.trouble) lines.push_back(plain(words("label_stick_take_out"), words("note_stick_take_out")));
    return lines;
}

ui::Words applied_note(const ui::Phrasebook& words, const OpenedBundle& bundle) {
    if (bundle.kind == BundleKind::keys) return words("note_bundle_keys_applied");
    if (!bundle.reach) return words("note_bundle_roster_empty");
    if (bundle.left_out > 0) {
        return words("note_bundle_roster_part", {{"rows", bundle.rows},
                                                 {"left", bundle.left_out},
                                                 {"day", base::UtcTime(std::chrono::sys_days(*bundle.reach) + noon)}});
    }
    return words("note_bundle_roster_applied",
                 {{"rows", bundle.rows}, {"day", base::UtcTime(std::chrono::sys_days(*bundle.reach) + noon)}});
}

CarriedLine line_of(const ui::Phrasebook& words, const OpenedBundle& bundle) {
    const std::string label = "label_bundle_" + std::string(name_of(bundle.kind));
    const ui::Words head = words(label.c_str());
    switch (bundle.outcome) {
    case BundleOutcome::applied: {
        const auto note = applied_note(words, bundle);
        return bundle.left_out > 0 ? care(head, note) : good(head, note);
    }
    case BundleOutcome::not_used: return plain(head, words("note_bundle_not_used"));
    case BundleOutcome::not_kept: return care(head, words("note_bundle_not_kept"));
    case BundleOutcome::refused: break;
    }
    const std::string why = "note_bundle_" + std::string(name_of(bundle.why));
    // The one that is no trouble: the stick was here before.
    return bundle.why == BundleRefusal::not_newer ? plain(head, words(why.c_str())) : care(head, words(why.c_str()));
}

std::vector<CarriedLine> lines_of_bringing_in(const ui::Phrasebook& words, const Carried& carried) {
    std::vector<CarriedLine> lines;
    if (carried.has_stick_gone) lines.push_back(care(words("label_stick_gone"), words("note_stick_gone")));
    for (const OpenedBundle& bundle : carried.bundles) lines.push_back(line_of(words, bundle));
    if (lines.empty()) lines.push_back(plain(words("label_stick_empty"), words("note_stick_empty")));
    return lines;
}

} // namespace

ui::Words progress_words(const ui::Phrasebook& words, const Carried& carried) {
    const char* id = carried.what == Carried::What::in ? "status_stick_bringing" : "status_stick_copying";
    return words(id, {{"done", carried.done}, {"total", carried.total}});
}

std::vector<CarriedLine> lines_of(const ui::Phrasebook& words, const Carried& carried) {
    switch (carried.what) {
    case Carried::What::nothing: break;
    case Carried::What::out: return lines_of_copying(words, carried);
    case Carried::What::in: return lines_of_bringing_in(words, carried);
    }
    return {};
}

} // namespace kiosk
