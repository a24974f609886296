// The house widgets. A screen draws itself with these and nothing else; each call paints, tells the semantic tree what
// is there and answers whether it was used. Rectangles are design units for a left-to-right page; the canvas mirrors
// them and turns them into pixels. Main thread; one canvas lives for one frame.
#pragma once

#include "ui/focus.hpp"
#include "ui/input.hpp"
#include "ui/painter.hpp"
#include "ui/phrasebook.hpp"
#include "ui/quilt.hpp"
#include "ui/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/view.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace ui {

struct TextLook {
    Type type = Type::body;
    Tint ink = Tint::ink;
    Align align = Align::start;
    std::optional<Weight> weight = {}; // the type's own if none
    int most_lines = 0;
    Role role = Role::text;
    bool is_private = false;
    bool is_quiet = false; // a change of it is no news to somebody who listens
};

// A family of soft tint and ink that belong together.
enum class Family { primary, good, care, plum, sky };

enum class ButtonStyle {
    normal,  // white face
    main,    // the one filled button of a page
    help,    // "I need help" only
    tool,    // top bar: smaller label
    tile,    // start-aligned, with a tick when selected
    key,     // keypad digit
    stacked, // icon over its word, which may take several lines
    card,    // home: large icon tile, head and helper line
};

struct ButtonLook {
    ButtonStyle style = ButtonStyle::normal;
    Icon icon = Icon::none;
    Icon icon_after = Icon::none;
    Words label = {};                // may be empty for the four bare icons; then `spoken` is required
    Words under = {};                // a second, lighter line
    Words spoken = {};               // accessible name, if it differs from label + under
    Words value = {};                // "selected" and the like are added by the canvas itself
    std::string language = {};       // BCP 47, of words that are not in the page's language
    Family family = Family::primary; // of a card's icon tile
    bool is_selected = false;
    bool is_ready = true;
    bool is_start_aligned = false;
    bool is_constant = false;
    bool is_private = false;
    bool is_main = false;  // a card that is the page's main choice: filled
    bool is_help = false;  // "I need help" in another style than its own: keeps its colours
    bool is_quiet = false; // what changes about it is told by something else on the page
    // Where keys find it; the one filled button and the constant controls know it by themselves.
    std::optional<StopOrder> order = {};
    int place = 0;   // within its part of the order: lower first, else as drawn
    Words mark = {}; // a number on its upper corner: how many are new; `spoken` has to tell it, too
};

// A piece of a table's row, measured from the row's start. Before its words stands a block (or the dashed place of one
// that is still to come) or a bare icon; `tiles` stand at its end, each in its soft square.
struct Cell {
    float x = 0;
    float width = 0;
    Words text = {};
    Words under = {}; // a second, lighter line
    std::optional<BlockName> block = {};
    bool has_blank = false;
    Icon icon = Icon::none;
    std::vector<Icon> tiles = {};
    Tint ink = Tint::ink;
    Weight weight = Weight::bold;
    Align align = Align::start;
};

struct RowLook {
    std::vector<Cell> cells = {};
    Words spoken = {}; // the whole row, as it is said
    bool is_selected = false;
    bool is_private = false;
};
constexpr float row_height = 92;

// Black and white squares, `width` a row: a QR code. Shown black on white in every theme, so that phones read it.
struct Squares {
    int width = 0;
    std::vector<bool> dark;
};

// The boxes of a code: which digits show, where the caret is.
struct DigitBoxes {
    std::string_view digits = {}; // what is entered, ASCII
    int count = 8;
    int group = 4;           // a wider gap after each group
    std::uint32_t shown = 0; // bit i: digit i is shown, else a dot
    bool is_active = true;
    Words label = {}; // accessible name: "Visit code"
    Words value = {}; // "3 of 8 entered"
};

struct FieldLook; // ui/typing.hpp
struct KeyboardLook;
struct KeyAction;
struct KeyboardNeed;
// 3 by 4 as on a telephone, or 6 by 2 where height is short.
enum class KeypadShape { tall, wide };

class Canvas {
public:
    struct Parts; // the canvas' own files know it

    Canvas(Painter& painter, const View& view, const Phrasebook& phrasebook, Focus& focus, Paging& paging,
           SemanticTree& tree, const Input& input);

    [[nodiscard]] Size size() const; // design units of the whole screen
    [[nodiscard]] bool is_portrait() const;
    [[nodiscard]] const Phrasebook& words() const;
    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] TextSize text_size() const;
    [[nodiscard]] float reach_top() const; // of the view; 0 where all is within reach
    // Which of the product's frames stands around the page; the canvas only hands it on.
    [[nodiscard]] int frame() const;
    // Where all that is touched lies low, words on buttons grow to `most_on_low_buttons` at most.
    void set_frame(int frame, TextSize most_on_low_buttons = TextSize::large);
    [[nodiscard]] Paging& paging() const;
    // How much icons and the room around words grow with the size of the words: 1 as drawn.
    [[nodiscard]] float growth() const;
    [[nodiscard]] const Input& input() const;
    [[nodiscard]] std::string_view typed() const { return input().typed.text(); }
    [[nodiscard]] std::string_view scanned() const { return input().scanned.text(); }

    // Only read ------------------------------------------------------------------------------------------------
    // Height needed at this width.
    [[nodiscard]] Size measure(const Words& words, const TextLook& look, float width = 0);
    // Paints inside `box` from its top; gives back the height used. `id` names the node.
    float text(const char* id, const Rect& box, const Words& words, const TextLook& look = {});
    void panel(const Rect& box, Tint fill = Tint::surface, float radius = 32); // no lip: only to read
    void stitch(Point from, float length);
    void icon(Icon icon, const Rect& box, Tint ink);
    void icon_tile(Icon icon, const Rect& box, Family family);
    // A status: icon and words on a soft ground; gives back its width.
    float chip(const char* id, Point at, Icon icon, Family family, const Words& words);
    void quilt(const Rect& box, Quilt pattern, bool is_pale = false);
    void block(const Rect& box, BlockName block); // a ticket's mark
    // `draw` works in design units with the origin at the box's corner; `key` names what it draws, size and theme apart.
    void picture(const char* id, const Rect& box, const std::string& key, const Words& name,
                 const std::function<void(_cairo*)>& draw); // with a semantic image node
    void squares(const Rect& box, const Squares& squares);  // no node: what it says stands beside it in words
    void countdown(const char* id, const Rect& box, int seconds_left, int seconds_whole, const Words& unit,
                   const Words& spoken);
    // "Step 1 of 3", bars and words, end-aligned in `box`.
    void steps(const char* id, const Rect& box, int done, int of, const Words& words);

    // To touch -------------------------------------------------------------------------------------------------
    [[nodiscard]] float natural_width(const ButtonLook& look);
    [[nodiscard]] float height_at(const ButtonLook& look, float width); // at least 88
    // The same without the room around the words.
    [[nodiscard]] float words_height(const ButtonLook& look, float width);
    // A word of the label is wider than its room at this width.
    [[nodiscard]] bool is_cut_at(const ButtonLook& look, float width);
    // True in the frame in which it is used, by touch or by key. A button that is not ready also answers true: the
    // screen then says what is missing.
    bool button(const std::string& id, const Rect& box, const ButtonLook& look);
    // A row of a table: one button from edge to edge. Rows touch each other, as nothing else does.
    bool row(const std::string& id, const Rect& box, const RowLook& look);
    // A cell's words take more than it has: then the page flows instead.
    [[nodiscard]] bool is_row_cut(const RowLook& look);
    void digit_boxes(const char* id, const Rect& box, const DigitBoxes& boxes);
    // The rectangle is a keypad: "1".."9", clear, "0", erase, as nodes `id`.1 … `id`.clear, `id`.back. The character
    // used, 'c' for clear, '<' for erase, 0 for none. One focus stop; arrows move inside.
    char keypad(const char* id, const Rect& box, const Words& clear, const Words& erase_spoken,
                KeypadShape shape = KeypadShape::tall);

    // What a person types, with its caret, and the line under it at `box.bottom()` + 8. If it was touched, where the
    // caret was meant to go; if it was chosen by a key, where it stands.
    std::optional<CaretStop> field(const std::string& id, const Rect& box, const FieldLook& look);
    // Letters of the language in use, as nodes `id`.e, `id`.space …, centred in `box` from its top. One focus stop;
    // arrows move inside. What was used goes to type_key(), or to the page: `done`.
    std::optional<KeyAction> keyboard(const std::string& id, const Rect& box, const KeyboardLook& look);
    // What it takes of the box; more than that if the box is lower than its lowest keys.
    [[nodiscard]] KeyboardNeed keyboard_need(const Rect& box, const KeyboardLook& look);

    // Keys that no focused widget took: the screen may use them (back, erase).
    [[nodiscard]] bool took_back();
    [[nodiscard]] bool took_erase();
    // True while a finger rests there for `long_hold`: a way in that no page names. Paints and tells nothing.
    [[nodiscard]] bool is_held_long(const std::string& id, const Rect& box);
    // A touch that hit nothing: drawn as a small ring where it was, so that nobody thinks the screen is dead.
    void show_missed_touch();

private:
    std::unique_ptr<Parts> parts_;

public:
    ~Canvas();
};

} // namespace ui
