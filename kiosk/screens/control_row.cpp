#include "kiosk/screens/control_row.hpp"

#include <cmath>

namespace kiosk {

Row place_row(ui::Canvas& canvas, std::vector<ui::ButtonLook> looks, float width, Fill fill) {
    Row row;
    float natural = -row_gap;
    for (const auto& look : looks) natural += canvas.natural_width(look) + row_gap;
    if (natural <= width && fill == Fill::natural) {
        float x = 0;
        for (const auto& look : looks) {
            const float w = canvas.natural_width(look);
            row.height = std::max({row.height, least_row, canvas.height_at(look, w)});
            row.places.push_back({x, 0, w, 0});
            x += w + row_gap;
        }
        for (auto& place : row.places) place.h = row.height;
        row.width = natural;
        return row;
    }
    const std::size_t count = looks.size();
    std::size_t columns = count;
    float column = width;
    const auto try_columns = [&](std::size_t tried, bool is_stacked) {
        columns = tried;
        column = std::floor((width - row_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        row.is_stacked = is_stacked;
        bool is_cut = false;
        for (auto look : looks) {
            if (is_stacked) look.style = ui::ButtonStyle::stacked;
            is_cut = is_cut || canvas.is_cut_at(look, column);
        }
        return !is_cut;
    };
    for (std::size_t rows = 1; rows <= count; ++rows) {
        const std::size_t tried = (count + rows - 1) / rows;
        if (try_columns(tried, false) || try_columns(tried, true)) break;
    }
    float y = 0;
    for (std::size_t first = 0; first < count; first += columns) {
        const std::size_t end = std::min(first + columns, count);
        float height = least_row;
        for (std::size_t i = first; i < end; ++i) {
            if (row.is_stacked) looks[i].style = ui::ButtonStyle::stacked;
            height = std::max(height, canvas.height_at(looks[i], column));
        }
        for (std::size_t i = first; i < end; ++i) {
            row.places.push_back({static_cast<float>(i - first) * (column + row_gap), y, column, height});
        }
        y += height + row_gap + 4;
    }
    row.height = y - row_gap - 4;
    row.width = width;
    return row;
}

void move_row(Row& row, float x, float y) {
    for (auto& place : row.places) {
        place.x += x;
        place.y += y;
    }
}

float least_width(ui::Canvas& canvas, const ui::ButtonLook& look) {
    constexpr float fine = 8;
    float cut = least_row;
    float whole = canvas.natural_width(look);
    while (whole - cut > fine) {
        const float middle = std::floor((cut + whole) / 2);
        (canvas.is_cut_at(look, middle) ? cut : whole) = middle;
    }
    return whole;
}

} // namespace kiosk
