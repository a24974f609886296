#include "kiosk/screens/call_words.hpp"

#include "kiosk/screens/visit_words.hpp"

namespace kiosk {

namespace {

using ui::Rect;
using ui::TextLook;
using ui::Type;
using Languages = std::span<const std::string>;

constexpr float edge = 56;
constexpr float widest_block = 220; // of a strip

// The largest of the types in which the words fit; the last one if none does.
TextLook fitting(ui::Canvas& canvas, const ui::Words& words, float width, float height, TextLook look,
                 std::initializer_list<Type> types) {
    for (const Type type : types) {
        look.type = type;
        if (canvas.measure(words, look, width).h <= height && canvas.measure(words, look).w <= 2 * width) break;
    }
    return look;
}

// The same message in each language, one under the other. Gives back the height used.
float say_in_each(ui::Canvas& canvas, const std::string& id, const Rect& box, const char* message, Languages languages,
                  TextLook look) {
    float y = box.y;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (i > 0) look.ink = ui::Tint::ink2;
        const ui::Words words = canvas.words().in(languages[i], message);
        y += canvas.text((id + "." + languages[i]).c_str(), {box.x, y, box.w, box.bottom() - y}, words, look);
    }
    return y - box.y;
}

ui::Words room_words(const ui::Phrasebook& words, const std::string& language, const Call& call) {
    return call.room.empty() ? words.in(language, "note_call_desk") : ui::Words::of_record(call.room);
}

void draw_newest(ui::Canvas& canvas, const Rect& box, const Call& call, Languages languages) {
    const auto& words = canvas.words();
    canvas.panel(box);
    const Rect inner = box.inset(edge, 44);
    const float side = std::min(inner.h * 0.3F, inner.w * 0.4F);
    canvas.block({inner.x + (inner.w - side) / 2, inner.y, side, side}, block_of(call.ticket.mark));
    float y = inner.y + side + 20;
    TextLook look{.align = ui::Align::centre, .role = ui::Role::title};
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const ui::Words ticket = ticket_in(words, languages[i], call.ticket);
        if (i > 0 && ticket.text() == ticket_in(words, languages.front(), call.ticket).text()) continue;
        const auto fit = i == 0 ? fitting(canvas, ticket, inner.w, inner.h * 0.2F, look, {Type::big_number, Type::time})
                                : fitting(canvas, ticket, inner.w, inner.h * 0.1F, look, {Type::head, Type::body});
        y += canvas.text(("call.ticket." + languages[i]).c_str(), {inner.x, y, inner.w, inner.bottom() - y}, ticket,
                         fit);
        look.ink = ui::Tint::ink2;
        look.role = ui::Role::text;
    }
    y += 20;
    canvas.stitch({inner.x, y}, inner.w);
    y += 28;
    y += say_in_each(canvas, "call.go", {inner.x, y, inner.w, inner.bottom() - y}, "title_calls", languages,
                     {.type = Type::body, .align = ui::Align::centre});
    // A room has one name in every language; the front desk has one in each.
    const std::size_t names = call.room.empty() ? languages.size() : 1;
    for (std::size_t i = 0; i < names; ++i) {
        const ui::Words room = room_words(canvas.words(), languages[i], call);
        const float left = (inner.bottom() - y) / static_cast<float>(names - i);
        const TextLook bold{.align = ui::Align::centre, .weight = ui::Weight::bold};
        const auto fit = names == 1 ? fitting(canvas, room, inner.w, left, bold,
                                              {Type::display, Type::title, Type::head, Type::body, Type::small})
                                    : fitting(canvas, room, inner.w, left, bold, {Type::head, Type::body, Type::small});
        y += canvas.text(("call.room." + languages[i]).c_str(), {inner.x, y, inner.w, left}, room, fit);
    }
}

void draw_earlier(ui::Canvas& canvas, const Rect& box, std::span<const Call> calls, Languages languages) {
    if (calls.empty()) return;
    float y = box.y +
              say_in_each(canvas, "calls.before", box, "heading_calls", languages,
                          {.type = Type::small, .role = ui::Role::heading}) +
              20;
    constexpr float gap = 20;
    const float height = (box.bottom() - y - 3 * gap) / 4;
    for (const Call& call : calls) {
        const Rect row{box.x, y, box.w, height};
        if (row.bottom() > box.bottom() + 1) break;
        canvas.panel(row, ui::Tint::sunken, 24);
        const Rect inner = row.inset(20, 14);
        const float side = std::min(inner.h, inner.w / 4);
        canvas.block({inner.x, inner.y + (inner.h - side) / 2, side, side}, block_of(call.ticket.mark));
        const float x = inner.x + side + 20;
        const float width = inner.right() - x;
        const ui::Words ticket = ticket_in(canvas.words(), languages.front(), call.ticket);
        const std::string id =
            "called." + std::string(storage::name_of(call.ticket.mark)) + "." + std::to_string(call.ticket.number);
        const auto name = fitting(canvas, ticket, width, inner.h * 0.55F, {.weight = ui::Weight::bold},
                                  {Type::head, Type::body, Type::small});
        const ui::Words room = room_words(canvas.words(), languages.front(), call);
        const TextLook small{.type = Type::small, .ink = ui::Tint::ink2};
        const float first = canvas.measure(ticket, name, width).h;
        const float both = first + canvas.measure(room, small, width).h;
        // A name that is cut names no place; it stood here whole when it was called.
        const bool has_room = both <= inner.h;
        const float top = inner.y + (inner.h - (has_room ? both : first)) / 2;
        canvas.text(id.c_str(), {x, top, width, first}, ticket, name);
        if (has_room) canvas.text((id + ".room").c_str(), {x, top + first, width, both - first}, room, small);
        y += height + gap;
    }
}

void draw_none(ui::Canvas& canvas, const Rect& box, Languages languages) {
    const float height = std::min(box.w / 4, box.h / 2);
    canvas.quilt({box.x + (box.w - 2 * height) / 2, box.y, 2 * height, height}, ui::Quilt::home);
    float y = box.y + height + 40;
    y += say_in_each(canvas, "calls.none", {box.x, y, box.w, box.bottom() - y}, "title_no_calls", languages,
                     {.type = Type::head, .align = ui::Align::centre, .role = ui::Role::title}) +
         24;
    say_in_each(canvas, "calls.note", {box.x, y, box.w, box.bottom() - y}, "note_no_calls", languages,
                {.type = Type::small, .align = ui::Align::centre});
}

} // namespace

ui::Words ticket_in(const ui::Phrasebook& words, const std::string& language, const storage::Ticket& ticket) {
    return words.in(language, "ticket_words",
                    {{"mark", words.in(language, mark_id(ticket.mark))}, {"number", std::int64_t{ticket.number}}});
}

ui::Words spoken_call(const ui::Phrasebook& words, const std::string& language, const Call& call) {
    const ui::Words ticket = ticket_in(words, language, call.ticket);
    if (call.room.empty()) return words.in(language, "spoken_call_desk", {{"ticket", ticket}});
    return words.in(language, "spoken_call", {{"ticket", ticket}, {"room", call.room}});
}

void draw_calls(ui::Canvas& canvas, std::span<const Call> calls, Languages languages) {
    const auto [width, height] = canvas.size();
    canvas.panel({0, 0, width, height}, ui::Tint::bg, 0);
    const Rect page = Rect{0, 0, width, height}.inset(edge, edge);
    if (calls.empty()) return draw_none(canvas, page.inset(0, page.h * 0.08F), languages);
    const auto earlier = calls.subspan(1);
    if (canvas.is_portrait()) {
        const float split = page.h * 0.58F;
        draw_newest(canvas, {page.x, page.y, page.w, split}, calls.front(), languages);
        draw_earlier(canvas, {page.x, page.y + split + 40, page.w, page.h - split - 40}, earlier, languages);
        return;
    }
    const float split = page.w * 0.62F;
    draw_newest(canvas, {page.x, page.y, split, page.h}, calls.front(), languages);
    draw_earlier(canvas, {page.x + split + 48, page.y, page.w - split - 48, page.h}, earlier, languages);
}

ui::Words call_words(const ui::Phrasebook& words, const Call& call) {
    return words("note_call_strip",
                 {{"ticket", ticket_words(words, call.ticket)}, {"room", room_words(words, words.language(), call)}});
}

bool draw_call_strip(ui::Canvas& canvas, const Rect& box, const Call& call) {
    const auto& words = canvas.words();
    const Rect inner = box.inset(20, 12);
    const float side = std::min(inner.h, widest_block);
    const float x = inner.x + side + 20;
    const float width = inner.right() - x;
    const TextLook label{.type = Type::small, .ink = ui::Tint::ink2};
    const ui::Words called = call_words(words, call);
    const TextLook line = fitting(canvas, called, width, inner.h * 0.7F, {.weight = ui::Weight::bold},
                                  {Type::title, Type::head, Type::body});
    const float height =
        canvas.measure(words("label_call_now"), label, width).h + canvas.measure(called, line, width).h;
    if (width <= 0 || height > inner.h) return false;
    canvas.panel(box, ui::Tint::sunken, 24);
    canvas.block({inner.x, inner.y + (inner.h - side) / 2, side, side}, block_of(call.ticket.mark));
    const float y = inner.y + (inner.h - height) / 2;
    const float used = canvas.text("call.label", {x, y, width, inner.h}, words("label_call_now"), label);
    canvas.text("call.now", {x, y + used, width, inner.h - used}, called, line);
    return true;
}

} // namespace kiosk
