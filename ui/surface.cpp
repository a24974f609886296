#include "ui/surface.hpp"

#include "base/random.hpp"
#include "ui/event_reader.hpp"
#include "ui/quad_painter.hpp"
#include "ui/window.hpp"

#include <SDL.h>
#include <cairo.h>
#include <imgui.h>

namespace ui {

namespace {

constexpr float slop_mm = 3;
// A page that asks for one more frame for ever would hang the kiosk: after this many the rest waits for the next event.
constexpr int most_frames_in_a_row = 64;

struct DestroyImGui {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};
using ImGuiMemory = std::unique_ptr<ImGuiContext, DestroyImGui>;

ImGuiMemory make_imgui() {
    ImGuiMemory memory(ImGui::CreateContext());
    ImGui::SetCurrentContext(memory.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DeltaTime = 1.0F / 60;
    // It insists on a font of its own, of which nothing is ever drawn but the colour of a filled box.
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.Fonts->SetTexID(nullptr);
    io.Fonts->ClearTexData();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.AntiAliasedFill = false;
    style.AntiAliasedLines = false;
    return memory;
}

} // namespace

struct Surface::Parts {
    Parts(const base::Clock& the_clock, std::unique_ptr<Window> opened, std::shared_ptr<EventSource> shared,
          KeysGo keys)
        : clock(the_clock), source(std::move(shared)), window(std::move(opened)),
          events(the_clock, source, window->id(), keys) {}

    const base::Clock& clock;
    std::shared_ptr<EventSource> source;
    std::unique_ptr<Window> window;
    ImGuiMemory imgui;
    PaintStore store;
    EventReader events;
    Panel panel;
    Scale scale;
    FrameCount count;
    TouchStep finger;
    std::optional<Digest> shown;
    bool is_in_frame = false;
    bool must_forget = false;
    bool has_picture = false; // the last frame built can still be drawn

    [[nodiscard]] Size size() const {
        return {static_cast<float>(panel.width_px), static_cast<float>(panel.height_px)};
    }
    void read_size() {
        panel = window->panel();
        scale = scale_for(panel);
    }
    bool frame(const Build& build, Input input);
    // Runs the frames that are asked for, by an event or because of what the last one said; false if there were none.
    enum class Ask { nothing, frame };
    bool settle(const Build& build, Ask ask);
    void show();
    void forget_now();
};

Surface::Surface(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Surface::~Surface() { ImGui::SetCurrentContext(parts_->imgui.get()); }

base::Result<std::unique_ptr<Surface>> Surface::open(const SurfaceOptions& options, const base::Clock& clock) {
    return open(options, clock, std::make_shared<EventSource>());
}

base::Result<std::unique_ptr<Surface>> Surface::open_another(const SurfaceOptions& options) const {
    return open(options, parts_->clock, parts_->source);
}

base::Result<std::unique_ptr<Surface>> Surface::open(const SurfaceOptions& options, const base::Clock& clock,
                                                     std::shared_ptr<EventSource> source) {
    auto window = TRY_DOING(Window::open(options), "opening the screen");
    auto parts = std::make_unique<Parts>(clock, std::move(window), std::move(source), options.keys);
    parts->events.set_arrow(options.kind == WindowKind::full_screen ? options.arrow : Arrow::shown);
    parts->imgui = make_imgui();
    parts->store.text = TRY_DOING(TextEngine::open(), "opening the screen");
    parts->store.icons = TRY_DOING(IconFont::open(), "opening the screen");
    parts->store.textures = std::make_unique<TextureCache>(parts->window->renderer(), most_texture_bytes);
    parts->store.forget(); // draws the first key of the cache
    parts->read_size();
    // Dear ImGui only sees a finger over a window that was there in the frame before.
    parts->frame([](Painter&, const Input&) { return false; }, Input{});
    parts->has_picture = false;
    parts->count = {};
    return std::unique_ptr<Surface>(new Surface(std::move(parts)));
}

const Scale& Surface::scale() const { return parts_->scale; }
const Panel& Surface::panel() const { return parts_->panel; }

bool Surface::Parts::frame(const Build& build, Input input) {
    ImGui::SetCurrentContext(imgui.get());
    const bool was_down = finger.is_down;
    if (const auto step = events.touches.next()) finger = *step;
    input.was_touched = finger.is_down && !was_down;
    ImGui::GetIO().DisplaySize = ImVec2(size().w, size().h);
    store.areas.begin_frame(finger, slop_mm * scale.pixels_per_mm);
    store.textures->begin_frame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    QuadPainter painter(store, *ImGui::GetWindowDrawList(), clock);
    is_in_frame = true;
    store.expects_text = false;
    bool needs_another = build(painter, input);
    is_in_frame = false;
    events.keys.set_typing(store.expects_text ? Typing::text : Typing::digits);
    ImGui::End();
    store.areas.end_frame(clock.moment());
    ImGui::Render();
    has_picture = true;
    ++count.logic;
    if (must_forget) {
        forget_now();
        needs_another = true; // what this frame would show is gone
    }
    return needs_another;
}

bool Surface::Parts::settle(const Build& build, Ask ask) {
    bool needs_another = ask == Ask::frame;
    int frames = 0;
    while (frames < most_frames_in_a_row) {
        std::optional<Input> input = events.keys.next();
        if (!input && events.touches.is_empty() && !needs_another) break;
        needs_another = frame(build, input ? std::move(*input) : Input{});
        ++frames;
    }
    return frames > 0;
}

void Surface::Parts::show() {
    ImGui::SetCurrentContext(imgui.get());
    if (!has_picture) return;
    const ImDrawData* drawing = ImGui::GetDrawData();
    const Digest digest = digest_of(*drawing, store.key);
    const bool is_lost = events.take_redraw();
    if (!is_lost && shown == digest) return;
    window->draw(*drawing);
    shown = digest;
    ++count.drawn;
}

void Surface::update(const Build& build) {
    Parts& parts = *parts_;
    const base::Moment now = parts.clock.moment();
    parts.events.keys.tick(now);
    // A finger that has rested long enough counts before the news that it was lifted.
    const auto due = parts.store.areas.deadline(now);
    bool has_built = parts.settle(build, due && *due <= now ? Parts::Ask::frame : Parts::Ask::nothing);
    while (parts.events.take_one(parts.size())) {
        parts.read_size();
        has_built = parts.settle(build, Parts::Ask::nothing) || has_built;
    }
    // Time may have passed, or a page may have been told something: one frame at least.
    if (!has_built) parts.settle(build, Parts::Ask::frame);
    parts.show();
}

std::optional<base::Moment> Surface::wake_at() const {
    const auto scan = parts_->events.keys.deadline();
    const auto touch = parts_->store.areas.deadline(parts_->clock.moment());
    if (!scan || !touch) return scan ? scan : touch;
    return std::min(*scan, *touch);
}

void Surface::set_touch(const TouchSettings& settings) { parts_->store.areas.set(settings); }
void Surface::set_switch_keys(const SwitchKeys& keys) { parts_->events.switch_keys = keys; }

void Surface::wait(std::optional<std::chrono::milliseconds> longest) {
    if (const auto at = wake_at()) {
        const auto left = std::max(*at - parts_->clock.moment(), std::chrono::milliseconds{0});
        longest = longest ? std::min(*longest, left) : left;
    }
    // What came while another window was busy waits here, not in SDL.
    if (parts_->source->has_any()) longest = std::chrono::milliseconds{0};
    if (longest) {
        constexpr std::chrono::milliseconds most{1 << 30};
        SDL_WaitEventTimeout(nullptr,
                             static_cast<int>(std::clamp(*longest, std::chrono::milliseconds{0}, most).count()));
    } else {
        SDL_WaitEvent(nullptr);
    }
    ++parts_->count.wake_ups;
}

void Surface::wake_up() { push_wake_up(); }
bool Surface::is_closed() const { return parts_->events.is_closed(); }
void Surface::take_focus() { parts_->window->take_focus(); }
void Surface::guard_touches() {
    const base::Moment now = parts_->clock.moment();
    parts_->events.touches.guard(now);
    parts_->events.keys.guard(now);
}

void Surface::Parts::forget_now() {
    must_forget = false;
    has_picture = false;
    store.forget();
    events.forget();
    shown.reset();
}

void Surface::forget() {
    // The frame that is being built still points to its textures.
    if (parts_->is_in_frame) {
        parts_->must_forget = true;
        return;
    }
    parts_->forget_now();
}

void Surface::push_touch(Point down, Point up) {
    push_touch_down(down);
    push_touch_up(up);
}
void Surface::push_touch_down(Point at) { push_finger(FingerMove::down, at, parts_->size(), parts_->window->id()); }
void Surface::push_touch_move(Point to) { push_finger(FingerMove::move, to, parts_->size(), parts_->window->id()); }
void Surface::push_touch_up(Point at) { push_finger(FingerMove::up, at, parts_->size(), parts_->window->id()); }
void Surface::push_key(Key key) { push_key_press(key, parts_->window->id()); }
void Surface::push_text(std::string_view text) { push_letters(text, parts_->window->id()); }
void Surface::push_scan(std::string_view text) {
    push_letters(text, parts_->window->id());
    push_key_press(Key::choose, parts_->window->id());
}

FrameCount Surface::frames() const { return parts_->count; }
std::size_t Surface::texture_bytes() const { return parts_->store.textures->bytes(); }
std::vector<std::uint8_t> Surface::pixels() const { return parts_->window->pixels(); }

base::Result<void> Surface::save_png(const std::filesystem::path& path) const {
    std::vector<std::uint8_t> picture = pixels();
    const Panel& glass = parts_->panel;
    // Cairo wants native ARGB; the picture is opaque.
    for (std::size_t i = 0; i + 3 < picture.size(); i += 4) {
        const std::uint32_t pixel = 0xFF000000U | static_cast<std::uint32_t>(picture[i]) << 16 |
                                    static_cast<std::uint32_t>(picture[i + 1]) << 8 | picture[i + 2];
        std::memcpy(picture.data() + i, &pixel, sizeof pixel);
    }
    cairo_surface_t* image = cairo_image_surface_create_for_data(picture.data(), CAIRO_FORMAT_RGB24, glass.width_px,
                                                                 glass.height_px, glass.width_px * 4);
    const cairo_status_t status = cairo_surface_write_to_png(image, path.c_str());
    cairo_surface_destroy(image);
    base::wipe(picture.data(), picture.size());
    if (status != CAIRO_STATUS_SUCCESS) {
        return base::call_staff(path.string() + ": cannot be written; choose a folder that is there and has room");
    }
    return {};
}

} // namespace ui
