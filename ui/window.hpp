// An SDL window with its renderer: opens it in the kind that was asked for, knows its pixels, draws finished frames.
// Main thread.
#pragma once

#include "base/result.hpp"
#include "ui/keyed_hash.hpp"
#include "ui/surface.hpp"

#include <memory>
#include <vector>

struct ImDrawData;
struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Window;

namespace ui {

class Window {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Window>> open(const SurfaceOptions& options);
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    [[nodiscard]] SDL_Renderer* renderer() const { return renderer_; }
    [[nodiscard]] WindowId id() const;
    void take_focus();
    // The glass as it is now: pixels from SDL, millimetres from the options.
    [[nodiscard]] Panel panel() const;
    void draw(const ImDrawData& frame);
    [[nodiscard]] std::vector<std::uint8_t> pixels() const; // RGBA

private:
    explicit Window(const SurfaceOptions& options) : options_(options) {}
    SurfaceOptions options_;
    SDL_Window* window_ = nullptr;
    SDL_Renderer* renderer_ = nullptr;
};

// What a frame would show, as a number: equal means that nothing need be drawn.
[[nodiscard]] Digest digest_of(const ImDrawData& frame, const HashKey& key);

} // namespace ui
