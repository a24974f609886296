// A painter that sets real text and paints nothing: what a page would be, without a window. One thread.
#pragma once

#include "tests/support/temp_folder.hpp"
#include "ui/painter.hpp"
#include "ui/text_engine.hpp"

#include <unordered_map>

namespace support {

class MeasuringPainter final : public ui::Painter {
public:
    MeasuringPainter() : engine_(ui::TextEngine::open().release_value()) {}

    ui::TextMeasure measure(const ui::TextRun& run) override {
        ui::KeyedHash hash({1, 2});
        ui::add_run(hash, run);
        const ui::Digest name = hash.finish();
        const auto found = measures_.find(name);
        return found != measures_.end() ? found->second : measures_.emplace(name, engine_->measure(run)).first->second;
    }
    void text(const ui::TextRun&, const ui::Rect&, ui::Color) override {}
    std::vector<ui::CaretStop> caret_stops(const ui::TextRun& run) override { return engine_->caret_stops(run); }
    void fill(const ui::Rect&, ui::Color) override {}
    void fill_rounded(const ui::Rect&, float, ui::Color) override {}
    void stroke_rounded(const ui::Rect&, float, float, ui::Color) override {}
    void stroke_dashed(const ui::Rect&, float, float, ui::Color) override {}
    void dashes(ui::Point, float, float, ui::Color) override {}
    void icon(ui::Icon, const ui::Rect&, ui::Color, bool) override {}
    void picture(const std::string&, const ui::Rect&, const std::function<void(_cairo*)>&) override {}
    ui::Touch touch(const std::string& id, const ui::Rect&) override { return {false, id == used_}; }
    // The next frame finds this widget touched; empty: none.
    void use(std::string id) { used_ = std::move(id); }

private:
    std::unique_ptr<ui::TextEngine> engine_;
    std::unordered_map<ui::Digest, ui::TextMeasure, ui::DigestHash> measures_;
    std::string used_;
};

} // namespace support
