#include "kiosk/screens/confirm.hpp"

#include "kiosk/screens/screen.hpp"

namespace kiosk::confirm {

namespace {

constexpr auto names_show = std::chrono::seconds(10);

} // namespace

const std::array<Need, need_count>& needs() {
    static constexpr std::array<Need, need_count> all{{
        {"interpreter", "need_interpreter", ui::Icon::record_voice_over},
        {"quiet_room", "need_quiet_room", ui::Icon::self_improvement},
        {"wheelchair", "need_wheelchair", ui::Icon::accessible},
        {"feeding", "need_feeding", ui::Icon::child_friendly},
        {"sign_language", "need_sign_language", ui::Icon::sign_language},
        {"forms", "need_forms", ui::Icon::edit_note},
        {"large_print", "need_large_print", ui::Icon::format_size},
        {"snack", "need_snack", ui::Icon::local_cafe},
        {"other", "need_other", ui::Icon::chat},
    }};
    return all;
}

Today today_of(const State& state) {
    Today today{state.adults, state.children, {}, state.interpreter_language};
    if (state.note) today.other_note = state.note->text();
    for (std::size_t i = 0; i < need_count; ++i) {
        if (state.needs.test(i)) today.needs.emplace_back(needs()[i].code);
    }
    return today;
}

void count(State& state, const Change& change) {
    int& people = change.are_children ? state.children : state.adults;
    people = std::clamp(people + change.by, 0, most_people);
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* change = std::get_if<Change>(&action)) {
        count(state, *change);
        return Next::stay();
    }
    if (const auto* toggle = std::get_if<Toggle>(&action)) {
        if (toggle->need == interpreter_need) {
            if (state.needs.test(interpreter_need)) {
                state.needs.reset(interpreter_need);
                state.interpreter_language.clear();
                return Next::stay();
            }
            return Next::push(Screen{interpreter::State{}});
        }
        if (toggle->need == other_need) {
            const auto& left = state.note_draft ? state.note_draft : state.note;
            const std::string_view words = left ? left->text() : std::string_view();
            const auto masking = state.is_note_masked ? ui::Masking::masked : ui::Masking::shown;
            return Next::push(Screen{note::open(state.needs.test(other_need), words, masking)});
        }
        state.needs.flip(toggle->need);
        return Next::stay();
    }
    if (std::holds_alternative<ShowNames>(action)) {
        if (!state.may_show_names) return Next::push(Screen{birth_date::State{}});
        state.are_names_shown = !state.are_names_shown;
        state.names_shown_until = kiosk.clock.moment() + names_show;
        return Next::stay();
    }
    if (std::holds_alternative<NotMine>(action)) {
        kiosk.session.found.reset();
        return Next::replace(Screen{identify::State{}});
    }
    if (std::holds_alternative<Back>(action)) {
        if (kiosk.session.found && kiosk.session.found->visits.size() == 1) kiosk.session.found.reset();
        return Next::back();
    }
    const storage::Visit* visit = state.visit ? &*state.visit : nullptr;
    const auto kept = kiosk.desk.check_in(kiosk.found(), visit, today_of(state), kiosk.words.language());
    state.has_failed = kept.is_error();
    if (state.has_failed) return Next::stay();
    return Next::replace(Screen{checked_in::open(kept.value(), state.visit, kiosk)});
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.session.found && kiosk.session.found->proof == Proof::code_and_birth_date && !state.may_show_names) {
        // Back from the page that asked the birth date: names show at once, as was asked.
        state.may_show_names = true;
        state.are_names_shown = true;
        state.names_shown_until = kiosk.clock.moment() + names_show;
    }
    if (!kiosk.session.interpreter_language.empty()) {
        state.interpreter_language = std::exchange(kiosk.session.interpreter_language, {});
        state.needs.set(interpreter_need);
    }
    if (kiosk.session.note) {
        NoteAnswer answer = std::move(*kiosk.session.note);
        kiosk.session.note.reset();
        state.needs.set(other_need, answer.is_needed);
        state.is_note_masked = answer.is_masked;
        if (answer.words) {
            state.note.reset();
            if (!answer.words->is_empty()) state.note = std::make_shared<const base::Secret>(std::move(*answer.words));
        }
        const std::string_view saved = state.note ? state.note->text() : std::string_view();
        state.note_draft.reset();
        if (answer.draft && answer.draft->text() != saved) {
            state.note_draft = std::make_shared<const base::Secret>(std::move(*answer.draft));
        }
    }
    state.are_names_shown = state.are_names_shown && kiosk.clock.moment() < state.names_shown_until;
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    if (!state.are_names_shown) return std::nullopt;
    return state.names_shown_until;
}

} // namespace kiosk::confirm
