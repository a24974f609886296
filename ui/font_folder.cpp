#include "ui/font_folder.hpp"

#include <filesystem>
#include <fontconfig/fontconfig.h>

namespace ui {

namespace {

// Beside the installed program; a program in a build folder uses the source tree's.
std::filesystem::path font_settings() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        auto installed = program.parent_path().parent_path() / "share/family-kiosk/fonts.conf";
        if (std::filesystem::exists(installed, failed)) return installed;
    }
    return KIOSK_FONT_SETTINGS;
}

} // namespace

base::Result<_FcConfig*> open_fonts() {
    // Read once in a process: Pango never gives its reference back, so that one for each surface would be lost.
    static FcConfig* opened = nullptr;
    if (opened != nullptr) return FcConfigReference(opened);
    const std::filesystem::path path = font_settings();
    FcConfig* config = FcConfigCreate();
    const auto* name = reinterpret_cast<const FcChar8*>(path.c_str());
    if (FcConfigParseAndLoad(config, name, FcTrue) == FcFalse || FcConfigBuildFonts(config) == FcFalse) {
        FcConfigDestroy(config);
        return base::out_of_service(path.string() + ": cannot be read as a fontconfig file; install the kiosk again");
    }
    opened = config;
    return FcConfigReference(config);
}

} // namespace ui
