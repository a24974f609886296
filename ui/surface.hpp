// A window and its event loop: SDL2 window and renderer, our own touch queue in front of Dear ImGui, drawing only when
// something changed. With the dummy video driver it is the same code off-screen, for tours and tests. A process may
// have several, each with everything of its own; they share the one wait for events. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ui/event_source.hpp"
#include "ui/geometry.hpp"
#include "ui/input.hpp"
#include "ui/key_map.hpp"
#include "ui/painter.hpp"
#include "ui/touch_settings.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace ui {

enum class WindowKind { full_screen, window, off_screen };

struct SurfaceOptions {
    WindowKind kind = WindowKind::off_screen;
    Panel panel;
    std::string title = "Family Access";
    int display = 0; // where it opens: 0 is the kiosk's own
    KeysGo keys = KeysGo::here;
    Arrow arrow = Arrow::hidden; // in full screen; a window among others has one
};

struct FrameCount {
    std::uint64_t logic = 0;    // frames built
    std::uint64_t drawn = 0;    // frames that reached the renderer
    std::uint64_t wake_ups = 0; // returns from waiting for an event
};

// One frame's worth of page. `build` is called for each logic frame: it draws, takes `input` and decides; it returns
// true when the page has changed in a way that needs another logic frame at once.
using Build = std::function<bool(Painter& painter, const Input& input)>;

class Surface {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Surface>> open(const SurfaceOptions& options,
                                                                     const base::Clock& clock);
    // A further window of this process, on the same clock. Each has to be updated in every round of the loop; one of
    // them waits for all. Any of them may go first.
    [[nodiscard]] base::Result<std::unique_ptr<Surface>> open_another(const SurfaceOptions& options) const;
    ~Surface();

    [[nodiscard]] const Scale& scale() const;
    [[nodiscard]] const Panel& panel() const;

    // Takes all waiting events and runs logic frames until nothing is left to do, then draws once, if the picture
    // differs from the one that is shown.
    void update(const Build& build);
    // Sleeps until an event comes for any window, `wake_up` is called, or `longest` has passed (for ever if none; it
    // has to know of the other windows' `wake_at`). Costs nothing under X11 and Wayland.
    void wait(std::optional<std::chrono::milliseconds> longest);
    // When time next changes something here: a touch that is held, a ring that fades, a scan that stopped. `wait` knows.
    [[nodiscard]] std::optional<base::Moment> wake_at() const;
    // From any thread: makes `wait` return.
    void wake_up();
    [[nodiscard]] bool is_closed() const; // someone closed the window
    void take_focus();                    // keys come here from now on

    // Ignores every touch that began, and every key that chooses, before now + 250 ms: called when the page changes, so
    // that a second tap of an impatient finger does not hit the next page.
    void guard_touches();
    // How this person's touches count; the application puts it back when they have gone.
    void set_touch(const TouchSettings& settings);
    void set_switch_keys(const SwitchKeys& keys);
    // Drops cached textures and layouts, whose keys and pixels may hold what a person was shown, and every input
    // that is still waiting.
    void forget();

    // Real SDL events, as a finger, a keyboard or a scanner would make them. Positions in pixels. For tours and tests.
    void push_touch(Point down, Point up);
    void push_touch_down(Point at);
    void push_touch_move(Point to);
    void push_touch_up(Point at);
    void push_key(Key key);
    void push_text(std::string_view text); // as typed by a person, one key at a time
    void push_scan(std::string_view text); // as typed by a scanner, with Enter at the end

    [[nodiscard]] FrameCount frames() const;
    // What the textures of all frames may take together; only one frame that needs more by itself gets it.
    static constexpr std::size_t most_texture_bytes = std::size_t{64} << 20U;
    [[nodiscard]] std::size_t texture_bytes() const;
    // What is shown, RGBA, row by row; and the same as a PNG file.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;
    base::Result<void> save_png(const std::filesystem::path& path) const;

private:
    struct Parts;
    [[nodiscard]] static base::Result<std::unique_ptr<Surface>>
    open(const SurfaceOptions& options, const base::Clock& clock, std::shared_ptr<EventSource> source);
    explicit Surface(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
