#include "ui/stretch.hpp"

#include "tests/support/heard_voice.hpp"

#include <doctest/doctest.h>

TEST_CASE("stretching keeps the last of the sound") {
    ui::Stretch stretch(ui::samples_a_second);
    std::size_t samples = 0;
    const ui::TakeSound count = [&](ui::Samples piece) {
        samples += piece.size();
        return ui::Wanted::more;
    };
    const std::vector<std::int16_t> sound(1000, 100);
    CHECK(stretch.take(sound, support::rate_at(0), count) == ui::Wanted::more);
    CHECK(samples < 1000); // some is kept back
    CHECK(stretch.finish(count) == ui::Wanted::more);
    CHECK(samples == doctest::Approx(2000).epsilon(0.02));
}
