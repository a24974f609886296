// A sheet for the printer, made as a PDF in memory with the fonts of the house: title, headings, text and tables, a new
// page where one is full. Nothing of it touches the disk; who gets it seals it or sends it on. Main thread.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"
#include "ui/painter.hpp"
#include "ui/phrasebook.hpp"

#include <memory>
#include <vector>

namespace ui {

enum class PaperSize { letter, a4 };

// Drawn before a row, for eyes that run down a list; what it means stands in the row in words.
enum class RowMark { none, passed, failed, left_out };

class Paper {
public:
    // In the language in use of the phrasebook, and in its direction. Fails (out of service) if a font is missing.
    [[nodiscard]] static base::Result<std::unique_ptr<Paper>> begin(PaperSize size, const Phrasebook& words);
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    ~Paper();

    void title(const Words& words);
    void heading(const Words& words);
    void text(const Words& words);
    // How the width is shared among the cells of the rows that follow.
    void columns(std::vector<float> shares);
    void row(const std::vector<Words>& cells, RowMark mark = RowMark::none, Weight weight = Weight::regular);
    [[nodiscard]] int pages() const;

    // The whole PDF (ISO 32000). Nothing can be added afterwards.
    [[nodiscard]] base::Result<base::Secret> finish();

private:
    struct Parts;
    explicit Paper(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
