#include "kiosk/screens/staff_health_parts.hpp"

namespace kiosk::staff_health {

std::vector<HealthFact> facts_of(const Health& health) {
    const bool has_printer =
        health.printer.state != PrinterState::none && health.printer.state != PrinterState::not_asked;
    return {HealthFact::waiting, HealthFact::delivery,
            HealthFact::space,   has_printer ? HealthFact::printer : HealthFact::roster,
            HealthFact::clock,   HealthFact::audit};
}

std::string id_of(HealthFact fact) { return "health." + std::string(name_of(fact)); }

std::vector<Chip> chips_of(const ui::Phrasebook& words, const Health& health) {
    std::vector<Chip> chips;
    chips.push_back({"health.works", ui::Icon::check_circle, ui::Family::good, words("status_kiosk_works")});
    const auto count = static_cast<std::int64_t>(to_look_at(health).size());
    if (count > 0) {
        chips.push_back(
            {"health.look", ui::Icon::error, ui::Family::care, words("status_look_at", {{"count", count}})});
    }
    return chips;
}

float chip_width(ui::Canvas& canvas, const Chip& chip) {
    return canvas.measure(chip.words, {.type = ui::Type::small, .weight = ui::Weight::bold}).w + 34 * canvas.growth() +
           56;
}

ui::Words sending_words(const ui::Phrasebook& words, Sending sending) {
    switch (sending) {
    case Sending::none: return words("note_locked_until_sent");
    case Sending::sealed: return words("status_sealed");
    case Sending::nothing: return words("status_nothing_to_send");
    case Sending::failed: return words("warning_send_failed");
    }
    return {};
}

ui::TextLook sending_look(Sending sending) {
    ui::TextLook look{.type = ui::Type::small, .ink = ui::Tint::ink2};
    if (sending == Sending::none) return look;
    look.role = ui::Role::status;
    look.weight = ui::Weight::bold;
    look.ink = sending == Sending::failed ? ui::Tint::care : ui::Tint::good;
    return look;
}

ui::ButtonLook send_look(const ui::Phrasebook& words) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::main;
    look.icon = ui::Icon::sync;
    look.label = words("button_send_now");
    return look;
}

ui::ButtonLook report_look(const ui::Phrasebook& words) {
    ui::ButtonLook look;
    look.icon = ui::Icon::description;
    look.label = words("button_report");
    return look;
}

ui::ButtonLook readiness_look(const ui::Phrasebook& words) {
    ui::ButtonLook look;
    look.icon = ui::Icon::build;
    look.label = words("button_readiness");
    return look;
}

ui::ButtonLook care_look(const ui::Phrasebook& words) {
    ui::ButtonLook look;
    look.icon = ui::Icon::tune;
    look.label = words("button_care");
    return look;
}

bool may_check(const State& state) {
    return state.seat == Seat::kiosk && may(state.role, StaffAction::check_readiness);
}

std::vector<WaitingRow> rows_of(const ui::Phrasebook& words, const Health& health, std::size_t most) {
    const auto& kinds = health.waiting.kinds;
    const std::size_t shown = kinds.size() > most ? most - 1 : kinds.size();
    std::vector<WaitingRow> rows;
    for (std::size_t i = 0; i < shown; ++i) {
        rows.push_back({"health.kind." + std::string(storage::name_of(kinds[i].kind)), waiting_icon(kinds[i].kind),
                        waiting_words(words, kinds[i]), age_words(words, kinds[i].oldest, health.clock.now)});
    }
    std::int64_t more = 0;
    for (std::size_t i = shown; i < kinds.size(); ++i) more += kinds[i].count;
    if (more > 0) {
        rows.push_back({"health.kind.more", ui::Icon::add, words("label_waiting_more", {{"count", more}}), {}});
    }
    return rows;
}

} // namespace kiosk::staff_health
