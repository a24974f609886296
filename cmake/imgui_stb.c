/* Debian 12's libimgui.a expects these two stb libraries from the program that links it (package libstb-dev). */
#define STB_RECT_PACK_IMPLEMENTATION
#include <stb/stb_rect_pack.h>
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
