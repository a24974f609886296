#include "tests/audits/pixel_contrast.hpp"

#include "ui/words.hpp"

#include <cmath>
#include <fmt/format.h>
#include <unordered_map>

namespace audits {

namespace {

// Letters are grey at their edges: a colour that covers less than this part of what is not ground may be an edge.
constexpr double least_part = 0.05;

std::uint32_t packed(const std::uint8_t* pixel) {
    return std::uint32_t{pixel[0]} << 16U | std::uint32_t{pixel[1]} << 8U | pixel[2];
}

ui::Color color_of(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>((value >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(value & 0xFFU)};
}

std::string name_of(ui::Color color) { return fmt::format("#{:02X}{:02X}{:02X}", color.r, color.g, color.b); }

using Histogram = std::unordered_map<std::uint32_t, int>;

Histogram histogram_of(const Picture& picture, const ui::Rect& rect) {
    Histogram counts;
    const int left = static_cast<int>(std::floor(rect.x));
    const int top = static_cast<int>(std::floor(rect.y));
    const int right = static_cast<int>(std::ceil(rect.right()));
    const int bottom = static_cast<int>(std::ceil(rect.bottom()));
    if (left < 0 || top < 0 || right > picture.width || bottom > picture.height) return counts;
    for (int y = top; y < bottom; ++y) {
        const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
        for (int x = left; x < right; ++x) ++counts[packed(&picture.pixels[(row + static_cast<std::size_t>(x)) * 4])];
    }
    return counts;
}

// The node that the text stands in: the smallest one around its middle.
const ui::Node* owner_of(const PaintedText& text, const ui::SemanticTree& tree) {
    const ui::Node* owner = nullptr;
    const auto area = [](const ui::Node& node) { return node.rect.w * node.rect.h; };
    for (const auto& node : tree.nodes()) {
        if (!node.rect.contains(text.rect.centre())) continue;
        if (owner == nullptr || area(node) < area(*owner)) owner = &node;
    }
    return owner;
}

} // namespace

std::optional<InkAndGround> ink_and_ground(const Picture& picture, const ui::Rect& rect) {
    const Histogram counts = histogram_of(picture, rect);
    if (counts.size() < 2) return std::nullopt;
    int all = 0;
    std::uint32_t ground = 0;
    int most = 0;
    for (const auto& [color, count] : counts) {
        all += count;
        if (count <= most) continue;
        most = count;
        ground = color;
    }
    InkAndGround found{color_of(ground), color_of(ground)};
    double furthest = 0;
    for (const auto& [color, count] : counts) {
        if (color == ground || count < least_part * (all - most)) continue;
        const double apart = ui::contrast(color_of(color), found.ground);
        if (apart <= furthest) continue;
        furthest = apart;
        found.ink = color_of(color);
    }
    if (furthest == 0) return std::nullopt;
    return found;
}

std::vector<std::string> faint_words(const Picture& picture, const std::vector<PaintedText>& painted,
                                     const ui::SemanticTree& tree, const ContrastFloors& floors) {
    std::vector<std::string> findings;
    for (const auto& text : painted) {
        const ui::Node* owner = owner_of(text, tree);
        const std::string where =
            fmt::format("{} \"{}\"", owner == nullptr ? "(no node)" : owner->id, ui::plain_text(text.text));
        const auto found = ink_and_ground(picture, text.rect);
        if (!found) {
            findings.push_back(where + " cannot be seen");
            continue;
        }
        const double ratio = ui::contrast(found->ink, found->ground);
        const double floor = owner != nullptr && !owner->is_ready ? floors.not_ready : floors.text;
        if (ratio < floor - 0.001) {
            findings.push_back(fmt::format("{}: {} on {} is {:.2f}:1, less than {}:1", where, name_of(found->ink),
                                           name_of(found->ground), ratio, floor));
        }
    }
    return findings;
}

} // namespace audits
