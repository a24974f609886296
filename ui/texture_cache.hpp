// Textures for text, shapes, icons and pictures, by a keyed hash of what they show, so that no text is kept. Bounded in
// bytes: what was not used for longest goes first, but never what this frame uses. Main thread.
#pragma once

#include "ui/bitmap.hpp"
#include "ui/keyed_hash.hpp"

#include <functional>
#include <list>
#include <memory>
#include <unordered_map>

struct SDL_Renderer;
struct SDL_Texture;

namespace ui {

// `serial` is never used twice, unlike an address: by it a frame knows that it shows what the last one showed.
struct Texture {
    SDL_Texture* sdl = nullptr;
    std::uint64_t serial = 0;
    int width = 0;
    int height = 0;
    int left = 0; // where its top left corner lies from the place that it was drawn for
    int top = 0;
    std::uint64_t used_in = 0;
    Digest name;
};

struct PlacedBitmap {
    Bitmap bitmap;
    int left = 0;
    int top = 0;
};

class TextureCache {
public:
    TextureCache(SDL_Renderer* renderer, std::size_t most_bytes) : renderer_(renderer), most_bytes_(most_bytes) {}
    TextureCache(const TextureCache&) = delete;
    TextureCache& operator=(const TextureCache&) = delete;
    ~TextureCache() { forget(); }

    void begin_frame() { ++frame_; }
    // `make` is called if there is no texture of this name yet. Null for an empty bitmap, or if SDL has no memory.
    [[nodiscard]] const Texture* get(const Digest& name, const std::function<PlacedBitmap()>& make);
    // Overwrites and drops all; not while a frame that uses them is still to be drawn.
    void forget();
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    void make_room();
    void drop(std::list<Texture>::iterator entry);

    SDL_Renderer* renderer_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 0;
    std::uint64_t last_serial_ = 0;
    std::list<Texture> by_use_; // the one used last in front
    std::unordered_map<Digest, std::list<Texture>::iterator, DigestHash> by_name_;
};

} // namespace ui
