#include "ui/texture_cache.hpp"

#include <SDL.h>

namespace ui {

namespace {

std::size_t bytes_of_texture(const Texture& texture) {
    return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
}

} // namespace

const Texture* TextureCache::get(const Digest& name, const std::function<PlacedBitmap()>& make) {
    if (const auto found = by_name_.find(name); found != by_name_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, found->second);
        found->second->used_in = frame_;
        return found->second->sdl == nullptr ? nullptr : &*found->second;
    }
    const PlacedBitmap placed = make();
    Texture texture;
    texture.width = placed.bitmap.width();
    texture.height = placed.bitmap.height();
    texture.left = placed.left;
    texture.top = placed.top;
    texture.name = name;
    texture.used_in = frame_;
    texture.serial = ++last_serial_;
    if (texture.width > 0 && texture.height > 0) {
        texture.sdl = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, texture.width,
                                        texture.height);
        if (texture.sdl == nullptr) return nullptr;
        SDL_UpdateTexture(texture.sdl, nullptr, placed.bitmap.pixels(), texture.width * 4);
        SDL_SetTextureBlendMode(texture.sdl, SDL_BLENDMODE_BLEND);
    }
    by_use_.push_front(texture);
    by_name_.emplace(name, by_use_.begin());
    bytes_ += bytes_of_texture(texture);
    make_room();
    return texture.sdl == nullptr ? nullptr : &by_use_.front();
}

void TextureCache::make_room() {
    while (bytes_ > most_bytes_ && by_use_.back().used_in != frame_) drop(std::prev(by_use_.end()));
}

void TextureCache::forget() {
    while (!by_use_.empty()) drop(std::prev(by_use_.end()));
}

void TextureCache::drop(std::list<Texture>::iterator entry) {
    if (entry->sdl != nullptr) {
        // SDL gives the memory back as it is: what it showed is overwritten first.
        const Bitmap blank(entry->width, entry->height);
        SDL_UpdateTexture(entry->sdl, nullptr, blank.pixels(), entry->width * 4);
        SDL_DestroyTexture(entry->sdl);
    }
    bytes_ -= bytes_of_texture(*entry);
    by_name_.erase(entry->name);
    by_use_.erase(entry);
}

} // namespace ui
