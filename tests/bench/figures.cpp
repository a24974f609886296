#include "tests/bench/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace bench {

namespace {

std::string printed(const char* form, double value) {
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), form, value);
    return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

} // namespace

Spread spread_of(std::vector<double> values) {
    Spread spread;
    if (values.empty()) return spread;
    const auto count = static_cast<double>(values.size());
    for (const double value : values) spread.mean += value / count;
    for (const double value : values) spread.deviation += (value - spread.mean) * (value - spread.mean);
    spread.deviation = values.size() > 1 ? std::sqrt(spread.deviation / (count - 1)) : 0;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    spread.median = *middle;
    return spread;
}

double median_of(const std::vector<double>& values) { return spread_of(values).median; }

double welch_t(const std::vector<double>& one, const std::vector<double>& other) {
    const Spread first = spread_of(one), second = spread_of(other);
    const auto variance_of_mean = [](const Spread& spread, const std::vector<double>& values) {
        return spread.deviation * spread.deviation / static_cast<double>(values.size());
    };
    const double variance = variance_of_mean(first, one) + variance_of_mean(second, other);
    return variance > 0 ? (first.mean - second.mean) / std::sqrt(variance) : 0;
}

std::string amount(double value, const char* unit) {
    const double size = std::fabs(value);
    const char* form = size == 0 || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return printed(form, value) + (*unit == '\0' ? "" : " ") + unit;
}

void print_section(const std::string& title) {
    std::printf("\n%s\n", title.c_str());
    std::fflush(stdout);
}

void print_line(const std::string& what, const std::string& figure, const std::string& remark) {
    std::printf("  %-50s %12s%s%s\n", what.c_str(), figure.c_str(), remark.empty() ? "" : "   ", remark.c_str());
    std::fflush(stdout);
}

void print_ratio(const std::string& what, double ours, double theirs, const char* unit,
                 const std::string& alternative) {
    print_line(what, amount(ours, unit),
               amount(theirs > 0 ? ours / theirs : 0, "") + " × " + alternative + " (" + amount(theirs, unit) + ")");
}

void print_ratios(const std::string& what, const Costs& ours, const Costs& theirs, const std::string& alternative) {
    print_ratio(what, median_of(ours.wall), median_of(theirs.wall), "ms", alternative);
    print_ratio("  its CPU", median_of(ours.cpu), median_of(theirs.cpu), "ms", "the other's CPU");
}

} // namespace bench
