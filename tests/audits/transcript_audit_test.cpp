// Every page in every state, walked by keys by somebody who listens: all that can be seen of it is said.

#include "tests/audits/page_states.hpp"
#include "tests/support/measuring_painter.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/transcript.hpp"
#include "ui/narrator.hpp"

#include <doctest/doctest.h>

namespace {

class Listener {
public:
    Listener(const audits::PageState& state, const ui::Phrasebook& words, support::MeasuringPainter& painter)
        : state_(state), words_(words), painter_(painter) {
        focus_.set_title_stop(ui::TitleStop::first);
        focus_.show();
        speaker_->set_headphones(ui::Headphones::in);
    }

    // What shows and was not said, all parts of the page.
    std::vector<std::string> left_out() {
        std::vector<std::string> missing;
        do {
            focus_.page_changed();
            narrator_.page_changed();
            said_.lines.clear();
            press({});
            walk();
            for (const auto& id : support::left_out(tree_, said_)) {
                // What stands there as on the part before, word for word, was heard with it.
                if (paging_.part == 0 || !id.starts_with("frame.")) missing.push_back(id);
            }
        } while (++paging_.part < paging_.parts);
        return missing;
    }

private:
    void walk() {
        const std::size_t stops = ui::stops_of(tree_, ui::TitleStop::first).size();
        for (std::size_t i = 0; i < stops; ++i) {
            press({ui::Key::next});
            walk_group();
        }
    }
    void walk_group() {
        const auto* here = tree_.find(focus_.id());
        if (here == nullptr || here->group.empty()) return;
        std::vector<std::size_t> lengths;
        for (const auto& row : ui::rows_of(tree_, here->group)) lengths.push_back(row.size());
        for (std::size_t row = 0; row < lengths.size(); ++row) {
            if (row > 0) press({ui::Key::down});
            // Rows are not of one length: from its start to its end, wherever the way down led.
            for (const auto way : {ui::Key::left, ui::Key::right}) {
                for (std::size_t cell = 1; cell < lengths[row]; ++cell) press({way});
            }
        }
    }
    void press(std::vector<ui::Key> keys) {
        ui::Input input;
        input.keys = std::move(keys);
        focus_.take(input, tree_);
        draw(input);
        if (focus_.settle(tree_)) draw({});
        ui::say(*speaker_, narrator_.tell({tree_, focus_, words_, ui::Headphones::in}));
    }
    void draw(const ui::Input& input) {
        constexpr ui::Panel panel{1920, 1080, 476, 268};
        tree_.clear();
        ui::Canvas canvas(painter_, {ui::scale_for(panel), {ui::ThemeName::light}, ui::TextSize::normal, 0}, words_,
                          focus_, paging_, tree_, input);
        state_.draw(canvas);
    }

    const audits::PageState& state_;
    const ui::Phrasebook& words_;
    support::MeasuringPainter& painter_;
    ui::Focus focus_;
    ui::Paging paging_;
    ui::SemanticTree tree_;
    ui::Narrator narrator_{ui::HashKey{1, 2}};
    ui::Transcript said_;
    std::unique_ptr<ui::Speaker> speaker_ = ui::Speaker::silent(said_);
};

} // namespace

TEST_CASE("everything that shows of any page is said to whoever walks it by keys with headphones in") {
    support::MeasuringPainter painter;
    auto words = support::house_phrases({"en", "es"});
    std::string missing;
    for (const std::string language : {"en", "es"}) {
        REQUIRE(words.set_language(language));
        for (const auto& state : audits::page_states()) {
            for (const auto& id : Listener(state, words, painter).left_out()) {
                missing += "\n  " + language + " " + state.name + ": " + id;
            }
        }
    }
    CHECK_MESSAGE(missing.empty(), missing);
}
