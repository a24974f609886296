// A sheet for the printer, made as a PDF in memory with the fonts of the house: title, headings, text and tables, with
// boxes to write in, a new page where one is full. Nothing of it touches the disk; who gets it seals it or sends it on. Main thread.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"
#include "ui/painter.hpp"
#include "ui/phrasebook.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace ui {

enum class PaperSize { letter, a4 };
enum class PaperTurn { upright, sideways };

// Drawn before a row, for eyes that run down a list; what it means stands in the row in words.
enum class RowMark { none, passed, failed, left_out, care };

class Paper {
public:
    // In the language in use of the phrasebook, and in its direction. Fails (out of service) if a font is missing.
    [[nodiscard]] static base::Result<std::unique_ptr<Paper>> begin(PaperSize size, const Phrasebook& words,
                                                                    PaperTurn turn = PaperTurn::upright);
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    ~Paper();

    // At the foot of each page; `words_of` is given its number, from 1. Before anything else.
    void footer(std::function<Words(int page)> words_of);
    void title(const Words& words);
    void heading(const Words& words);
    void text(const Words& words);
    // How the width is shared among the cells of the rows that follow.
    void columns(std::vector<float> shares);
    void row(const std::vector<Words>& cells, RowMark mark = RowMark::none, Weight weight = Weight::regular);
    // What stands over the columns; again on each page on which their rows go on.
    void row_of_labels(const std::vector<Words>& labels);
    // A row as high as a hand writes. Each column that has no cell any more is an empty box.
    void row_to_fill(const std::vector<Words>& cells, RowMark mark = RowMark::none);
    [[nodiscard]] int pages() const;

    // The whole PDF (ISO 32000). Nothing can be added afterwards.
    [[nodiscard]] base::Result<base::Secret> finish();

private:
    struct Parts;
    explicit Paper(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
