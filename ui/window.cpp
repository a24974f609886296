#include "ui/window.hpp"

#include "ui/texture_cache.hpp"

#include <SDL.h>
#include <cmath>
#include <imgui.h>

namespace ui {

namespace {

base::Error window_error(const char* doing) {
    // SDL's own words name drivers and displays, nothing of a person.
    return base::out_of_service(std::string(doing) + ": " + SDL_GetError());
}

void set_hints(WindowKind kind) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    // Else SDL shows the software picture through OpenGL: four times the memory, twice the time.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");
    if (kind == WindowKind::off_screen) {
        SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
    } else {
        SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    }
}

SDL_Renderer* make_renderer(SDL_Window* window) {
    if (SDL_Renderer* software = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE)) return software;
    // SDL's Wayland driver has no plain framebuffer; there the graphics driver has to do it.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
    return SDL_CreateRenderer(window, -1, 0);
}

} // namespace

base::Result<std::unique_ptr<Window>> Window::open(const SurfaceOptions& options) {
    set_hints(options.kind);
    std::unique_ptr<Window> window(new Window(options));
    // Nothing but video: a joystick would make SDL poll.
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return window_error("starting the display");
    const bool is_full = options.kind == WindowKind::full_screen;
    Uint32 flags = 0;
    if (is_full) flags = SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (options.kind == WindowKind::window) flags = SDL_WINDOW_RESIZABLE;
    const int place = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<Uint32>(options.display)));
    window->window_ =
        SDL_CreateWindow(options.title.c_str(), place, place, options.panel.width_px, options.panel.height_px, flags);
    if (window->window_ == nullptr) return window_error("opening the window");
    window->renderer_ = make_renderer(window->window_);
    if (window->renderer_ == nullptr) return window_error("preparing to draw");
    // Until the mouse first enters a window: over a kiosk there never is an arrow.
    if (is_full && options.display == 0) SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    return window;
}

Window::~Window() {
    if (renderer_ != nullptr) SDL_DestroyRenderer(renderer_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    if (SDL_WasInit(SDL_INIT_VIDEO) != 0) SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

WindowId Window::id() const { return SDL_GetWindowID(window_); }

void Window::take_focus() { SDL_RaiseWindow(window_); }

Panel Window::panel() const {
    Panel panel = options_.panel;
    if (SDL_GetRendererOutputSize(renderer_, &panel.width_px, &panel.height_px) != 0) return panel;
    const Panel& asked = options_.panel;
    if (options_.kind == WindowKind::window) {
        // A window that is pulled larger stands on more millimetres of the same glass.
        panel.width_mm = asked.width_mm * static_cast<float>(panel.width_px) / static_cast<float>(asked.width_px);
        panel.height_mm = asked.height_mm * static_cast<float>(panel.height_px) / static_cast<float>(asked.height_px);
    } else if ((panel.width_px > panel.height_px) != (panel.width_mm > panel.height_mm)) {
        std::swap(panel.width_mm, panel.height_mm); // the panel was mounted upright
    }
    return panel;
}

void Window::draw(const ImDrawData& frame) {
    SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
    SDL_RenderSetClipRect(renderer_, nullptr);
    SDL_RenderClear(renderer_);
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.ElemCount == 0) continue;
            SDL_Rect clip;
            clip.x = static_cast<int>(std::floor(command.ClipRect.x));
            clip.y = static_cast<int>(std::floor(command.ClipRect.y));
            clip.w = static_cast<int>(std::ceil(command.ClipRect.z)) - clip.x;
            clip.h = static_cast<int>(std::ceil(command.ClipRect.w)) - clip.y;
            if (clip.w <= 0 || clip.h <= 0) continue;
            SDL_RenderSetClipRect(renderer_, &clip);
            // No texture: one colour, which SDL's software renderer fills far faster than it copies.
            const auto* texture = static_cast<const Texture*>(command.GetTexID());
            const ImDrawVert* first = list.VtxBuffer.Data + command.VtxOffset;
            SDL_RenderGeometryRaw(
                renderer_, texture == nullptr ? nullptr : texture->sdl, &first->pos.x, sizeof(ImDrawVert),
                reinterpret_cast<const SDL_Color*>(&first->col), sizeof(ImDrawVert), &first->uv.x, sizeof(ImDrawVert),
                list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), list.IdxBuffer.Data + command.IdxOffset,
                static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
        }
    }
    SDL_RenderPresent(renderer_);
}

std::vector<std::uint8_t> Window::pixels() const {
    const Panel size = panel();
    const auto stride = static_cast<std::size_t>(size.width_px) * 4;
    std::vector<std::uint8_t> pixels(stride * static_cast<std::size_t>(size.height_px));
    SDL_RenderSetClipRect(renderer_, nullptr);
    if (SDL_RenderReadPixels(renderer_, nullptr, SDL_PIXELFORMAT_RGBA32, pixels.data(), static_cast<int>(stride)) !=
        0) {
        return {};
    }
    return pixels;
}

Digest digest_of(const ImDrawData& frame, const HashKey& key) {
    KeyedHash hash(key);
    hash.add(frame.DisplaySize.x).add(frame.DisplaySize.y);
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        hash.take({reinterpret_cast<const std::uint8_t*>(list.VtxBuffer.Data),
                   static_cast<std::size_t>(list.VtxBuffer.size_in_bytes())});
        for (const ImDrawCmd& command : list.CmdBuffer) {
            // By serial, not by address: a new texture may lie where an old one lay.
            const auto* texture = static_cast<const Texture*>(command.GetTexID());
            hash.add(texture == nullptr ? std::uint64_t{0} : texture->serial).add(command.ElemCount);
            hash.add(command.ClipRect.x).add(command.ClipRect.y).add(command.ClipRect.z).add(command.ClipRect.w);
        }
    }
    return hash.finish();
}

} // namespace ui
