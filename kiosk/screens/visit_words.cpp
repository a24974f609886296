#include "kiosk/screens/visit_words.hpp"

namespace kiosk {

const char* visit_type_id(storage::VisitType type) {
    using storage::VisitType;
    switch (type) {
    case VisitType::family_time: return "kind_family_time";
    case VisitType::sibling: return "kind_sibling";
    case VisitType::caseworker: return "kind_caseworker";
    case VisitType::team_meeting: return "kind_team_meeting";
    case VisitType::case_review: return "kind_case_review";
    case VisitType::court: return "kind_court";
    case VisitType::training: return "kind_training";
    case VisitType::other: return "kind_other";
    }
    return "kind_other";
}

ui::Words kind_and_status(const ui::Phrasebook& words, const storage::Visit& visit) {
    ui::Words kind = words(visit_type_id(visit.type));
    switch (visit.status) {
    case storage::VisitStatus::booked: return kind;
    case storage::VisitStatus::pending: return words("label_sheet_pending", {{"kind", kind}});
    case storage::VisitStatus::cancelled: return words("label_sheet_cancelled", {{"kind", kind}});
    case storage::VisitStatus::moved: return words("label_sheet_moved", {{"kind", kind}});
    case storage::VisitStatus::held: return words("label_sheet_held", {{"kind", kind}});
    }
    return kind;
}

ui::Icon visit_icon(storage::VisitType type) {
    using storage::VisitType;
    switch (type) {
    case VisitType::family_time:
    case VisitType::sibling: return ui::Icon::favorite;
    case VisitType::caseworker:
    case VisitType::team_meeting:
    case VisitType::case_review: return ui::Icon::groups;
    case VisitType::court:
    case VisitType::training:
    case VisitType::other: return ui::Icon::event;
    }
    return ui::Icon::event;
}

ui::Words room_of(const storage::Visit& visit) {
    const std::string room = visit.text("room");
    return ui::Words::of_record(room.empty() ? visit.place : room);
}

std::vector<std::string> names_in(const storage::Visit& visit) {
    std::vector<std::string> names;
    const std::string all = visit.text("with_names");
    std::size_t start = 0;
    while (start < all.size()) {
        const std::size_t end = std::min(all.find(';', start), all.size());
        std::size_t first = start;
        while (first < end && all[first] == ' ') ++first;
        if (first < end) names.push_back(all.substr(first, end - first));
        start = end + 1;
    }
    return names;
}

const char* mark_id(storage::TicketMark mark) {
    using storage::TicketMark;
    switch (mark) {
    case TicketMark::robin: return "ticket_robin";
    case TicketMark::maple: return "ticket_maple";
    case TicketMark::harbor: return "ticket_harbor";
    case TicketMark::laurel: return "ticket_laurel";
    case TicketMark::star: return "ticket_star";
    case TicketMark::sunny: return "ticket_sunny";
    case TicketMark::house: return "ticket_house";
    case TicketMark::heart: return "ticket_heart";
    }
    return "ticket_robin";
}

ui::BlockName block_of(storage::TicketMark mark) {
    using storage::TicketMark;
    switch (mark) {
    case TicketMark::robin: return ui::BlockName::robin;
    case TicketMark::maple: return ui::BlockName::maple;
    case TicketMark::harbor: return ui::BlockName::harbor;
    case TicketMark::laurel: return ui::BlockName::laurel;
    case TicketMark::star: return ui::BlockName::star;
    case TicketMark::sunny: return ui::BlockName::sunny;
    case TicketMark::house: return ui::BlockName::house;
    case TicketMark::heart: return ui::BlockName::heart;
    }
    return ui::BlockName::robin;
}

ui::Words ticket_words(const ui::Phrasebook& words, const storage::Ticket& ticket) {
    return words("ticket_words", {{"mark", words(mark_id(ticket.mark))}, {"number", std::int64_t{ticket.number}}});
}

} // namespace kiosk
