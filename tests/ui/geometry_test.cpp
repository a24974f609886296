#include "ui/geometry.hpp"

#include <doctest/doctest.h>

using doctest::Approx;

TEST_CASE("the reference panel shows the drawings pixel by pixel") {
    const ui::Scale scale = ui::scale_for({1920, 1080, 476, 268});
    CHECK(scale.pixels_per_unit == Approx(1));
    CHECK(scale.units.w == Approx(1920));
    CHECK(scale.units.h == Approx(1080));
    CHECK(scale.pixels_per_mm == Approx(4.03).epsilon(0.01));
}

TEST_CASE("an upright panel shows the upright drawings") {
    const ui::Scale scale = ui::scale_for({1080, 1920, 268, 476});
    CHECK(scale.pixels_per_unit == Approx(1));
    CHECK(scale.units.w == Approx(1080));
    CHECK(scale.units.h == Approx(1920));
}

TEST_CASE("a finer panel of the same size shows the same page with more pixels") {
    const ui::Scale scale = ui::scale_for({3840, 2160, 476, 268});
    CHECK(scale.pixels_per_unit == Approx(2));
    CHECK(scale.units.w == Approx(1920));
}

TEST_CASE("on small glass letters and targets keep their millimetres and the page has fewer units") {
    for (const float width_mm : {150.0F, 220.0F, 300.0F, 400.0F}) {
        const ui::Panel panel{1280, 800, width_mm, width_mm * 0.625F};
        const ui::Scale scale = ui::scale_for(panel);
        const float unit_mm = scale.pixels_per_unit / scale.pixels_per_mm;
        CHECK(30 * 0.725F * unit_mm >= Approx(4.8).epsilon(0.002)); // capitals of body text
        CHECK(88 * unit_mm >= 12.7F);                               // the smallest button
        CHECK(scale.units.w * scale.pixels_per_unit == Approx(1280));
    }
}

TEST_CASE("a panel that does not know its millimetres is taken for the reference one") {
    const ui::Scale scale = ui::scale_for({1920, 1080, 0, 0});
    CHECK(scale.pixels_per_unit == Approx(1));
    CHECK(scale.pixels_per_mm > 0);
}

TEST_CASE("easy reach begins in the middle of the glass, or 44 inches above the floor where its foot was measured") {
    const ui::Panel panel{1920, 1080, 476, 268};
    const ui::Scale scale = ui::scale_for(panel);
    CHECK(ui::reach_top(scale, panel, 0) == doctest::Approx(540));
    // 1118 mm are 168 mm above a foot at 950 mm: 100 mm below the upper edge.
    CHECK(ui::reach_top(scale, panel, 950) ==
          doctest::Approx(100 * scale.pixels_per_mm / scale.pixels_per_unit).epsilon(0.001));

    // A low glass still shows that its controls went down; a high one cannot ask for less than half.
    CHECK(ui::reach_top(scale, panel, 700) == doctest::Approx(216));
    CHECK(ui::reach_top(scale, panel, 1200) == doctest::Approx(540));
}
