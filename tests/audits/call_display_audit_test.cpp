// The display of the waiting room, which is no page of the kiosk: with every number of calls, in every pair of languages,
// on both panels, nothing of it is cut, stands on another thing or leaves the glass. It has nothing to touch.
#include "kiosk/screens/call_words.hpp"
#include "tests/audits/page_rules.hpp"
#include "tests/support/kiosk_world.hpp"
#include "tests/support/measuring_painter.hpp"
#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

namespace {

// The longest words that a ticket and a room come to, and some shorter ones.
std::vector<kiosk::Call> some_calls(std::size_t count) {
    std::vector<kiosk::Call> calls;
    for (std::size_t i = 0; i < count; ++i) {
        kiosk::Call call;
        call.ticket = {i % 2 == 0 ? storage::TicketMark::harbor : storage::TicketMark::robin, 99 - static_cast<int>(i)};
        if (i % 3 != 2) call.room = i % 3 == 0 ? "Big Garden Room on the Second Floor" : "Sunroom";
        calls.push_back(std::move(call));
    }
    return calls;
}

} // namespace

TEST_CASE(
    "the display of the waiting room is whole with every number of calls, in every pair of languages, both ways") {
    constexpr std::array panels{ui::Panel{1920, 1080, 476, 268}, ui::Panel{1080, 1920, 268, 476}};
    const std::vector<std::string> all = support::house_languages();
    const auto words = support::house_phrases(all);
    support::MeasuringPainter painter;
    std::string findings;
    std::size_t drawn = 0;
    for (const auto& panel : panels) {
        const ui::View view{ui::scale_for(panel), {ui::ThemeName::light}, ui::TextSize::largest, 0};
        for (const std::string& first : all) {
            for (const std::string& second : all) {
                const std::vector<std::string> pair{first, second};
                for (std::size_t count = 0; count <= kiosk::CallBoard::most_calls; ++count) {
                    ui::Focus focus;
                    ui::Paging paging;
                    ui::SemanticTree tree;
                    const ui::Input input;
                    {
                        ui::Canvas canvas(painter, view, words, focus, paging, tree, input);
                        kiosk::draw_calls(canvas, some_calls(count), pair);
                    }
                    ++drawn;
                    std::vector<std::string> found;
                    audits::find_cuts(tree, panel, found);
                    audits::find_crowds(tree, view.scale, found);
                    if (count > 0 && tree.nodes().empty()) found.emplace_back("nothing is shown");
                    for (const auto& each : found) {
                        findings +=
                            fmt::format("\n  {}+{} {} calls, {} wide: {}", first, second, count, panel.width_px, each);
                    }
                }
            }
        }
    }
    CHECK(drawn == panels.size() * all.size() * all.size() * (kiosk::CallBoard::most_calls + 1));
    CHECK_MESSAGE(findings.empty(), findings);
}
