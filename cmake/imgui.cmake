# Debian's Dear ImGui. 1.86 (Debian 12) leaves the stb symbols of its font code to the program; 1.90 (Debian 13)
# brings its own, so the extra translation unit is only linked where it is missed.
find_path(IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(IMGUI_LIBRARY imgui REQUIRED)
add_library(imgui INTERFACE)
target_include_directories(imgui SYSTEM INTERFACE ${IMGUI_INCLUDE})
add_library(imgui_stb STATIC ${CMAKE_SOURCE_DIR}/cmake/imgui_stb.c)
target_link_libraries(imgui INTERFACE ${IMGUI_LIBRARY} imgui_stb)

# Programs in a build folder find the font settings in the source tree; installed ones beside themselves.
set_source_files_properties(${CMAKE_SOURCE_DIR}/ui/font_folder.cpp PROPERTIES
  COMPILE_DEFINITIONS KIOSK_FONT_SETTINGS="${CMAKE_SOURCE_DIR}/assets/fonts/fonts.conf")
