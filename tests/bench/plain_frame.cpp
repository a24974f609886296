#include "tests/bench/plain_frame.hpp"

#include "kiosk/app/frame.hpp"
#include "kiosk/app/running_kiosk.hpp"
#include "kiosk/screens/home.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/plain_painter.hpp"
#include "ui/texture_cache.hpp"
#include "ui/window.hpp"

#include <SDL2/SDL.h>
#include <imgui/imgui.h>

namespace bench {

namespace {

constexpr const char* letters = "/usr/share/fonts/truetype/andika/Andika-Regular.ttf";
constexpr float letter_px = 40;

struct DestroyImGui {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};
struct DestroyTexture {
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
using ImGuiMemory = std::unique_ptr<ImGuiContext, DestroyImGui>;
using TextureMemory = std::unique_ptr<SDL_Texture, DestroyTexture>;

// All letters and the white pixel for shapes, as Dear ImGui's backends upload them.
base::Result<TextureMemory> make_atlas(ImGuiIO& io, SDL_Renderer* renderer) {
    io.Fonts->AddFontFromFileTTF(letters, letter_px);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    TextureMemory atlas(SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height));
    if (!atlas) return base::call_staff("no texture for Dear ImGui's letters");
    SDL_UpdateTexture(atlas.get(), nullptr, pixels, width * 4);
    SDL_SetTextureBlendMode(atlas.get(), SDL_BLENDMODE_BLEND);
    return atlas;
}

} // namespace

base::Result<std::vector<double>> plain_frames(int count) {
    if (!std::filesystem::exists(letters)) return base::call_staff(std::string(letters) + ": not installed");
    const auto window = TRY(ui::Window::open({ui::WindowKind::full_screen, {}, "Plain"}));
    const ImGuiMemory imgui(ImGui::CreateContext());
    ImGui::SetCurrentContext(imgui.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    const TextureMemory sdl_atlas = TRY(make_atlas(io, window->renderer()));
    ui::Texture atlas;
    atlas.sdl = sdl_atlas.get();
    io.Fonts->SetTexID(&atlas);
    const auto panel = window->panel();
    io.DisplaySize = ImVec2(static_cast<float>(panel.width_px), static_cast<float>(panel.height_px));
    const ui::Scale scale = ui::scale_for(panel);
    const auto words = TRY(ui::Phrasebook::load(kiosk::share_folder() / "strings", {"en", "es"}, "America/New_York"));
    ui::Focus focus;
    ui::SemanticTree tree;

    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch(Stopwatch::Kind::cpu);
        SDL_PumpEvents();
        io.DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        PlainPainter painter(*ImGui::GetBackgroundDrawList(), *io.Fonts->Fonts[0]);
        tree.clear();
        const ui::Input input;
        ui::Paging paging;
        ui::Canvas canvas(painter, {scale}, words, focus, paging, tree, input);
        (void)kiosk::home::draw(canvas, {});
        (void)kiosk::draw_frame(canvas, {"Willow Street Family Center", true, false});
        ImGui::Render();
        window->draw(*ImGui::GetDrawData());
        times.push_back(watch.milliseconds());
    }
    return times;
}

} // namespace bench
