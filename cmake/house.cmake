# How a folder becomes a library, a file in kiosk/programs a program, and a catalog a compiled catalog.

add_library(house_warnings INTERFACE)
target_compile_options(house_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
# GCC 12 sees faults inside std::string and std::vector that are not there once it inlines.
target_compile_options(house_warnings INTERFACE
  -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
target_compile_options(house_warnings INTERFACE -fno-strict-aliasing -fstack-protector-strong)
target_compile_options(house_warnings INTERFACE -pthread) # everywhere, or the precompiled header fits only some
target_compile_definitions(house_warnings INTERFACE _GLIBCXX_ASSERTIONS)

add_compile_options(-fPIE)
add_link_options(-pie -Wl,--as-needed) # the program at the screen must not load what only the courier uses
if(KIOSK_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
else()
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
  add_compile_options(-fstack-clash-protection)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options(-fcf-protection)
  endif()
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug") # it needs the optimiser
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  endif()
endif()

# house_library(name NEEDS folder... PRIVATE pkg-config-module...)
function(house_library name)
  cmake_parse_arguments(arg "" "" "NEEDS;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/kiosk/programs/")
  if(NOT sources) # a folder that has only its headers so far
    file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")
    set(sources ${CMAKE_BINARY_DIR}/empty.cpp)
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_NEEDS} PRIVATE house_warnings)
  if(name STREQUAL "base")
    target_precompile_headers(base PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled.hpp)
  else()
    target_precompile_headers(${name} REUSE_FROM base)
  endif()
  foreach(module ${arg_PRIVATE})
    if(module STREQUAL "nlohmann_json" OR module STREQUAL "tomlplusplus" OR module STREQUAL "CLI11")
      continue() # headers only, found on the system include path
    endif()
    pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
    target_link_libraries(${name} PRIVATE PkgConfig::${module})
  endforeach()
endfunction()

# house_programs(): kiosk/programs/<name with underscores>.cpp holds the main of one program and nothing else.
function(house_programs)
  file(GLOB mains CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/kiosk/programs/*.cpp)
  foreach(main ${mains})
    get_filename_component(name ${main} NAME_WE)
    string(REPLACE "_" "-" name ${name})
    add_executable(${name} ${main})
    target_link_libraries(${name} PRIVATE kiosk house_warnings)
    target_precompile_headers(${name} REUSE_FROM base)
    install(TARGETS ${name})
  endforeach()
endfunction()

# Into share/family-kiosk/: catalogs (assets/strings/<language>.po, checked and compiled by msgfmt), font settings.
function(house_assets)
  find_program(MSGFMT msgfmt REQUIRED)
  set(share ${CMAKE_BINARY_DIR}/share/family-kiosk)
  file(GLOB settings CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/fonts/*.conf)
  foreach(file ${settings})
    get_filename_component(name ${file} NAME)
    configure_file(${file} ${share}/${name} COPYONLY)
  endforeach()
  file(GLOB catalogs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/strings/*.po)
  set(compiled)
  foreach(catalog ${catalogs})
    get_filename_component(language ${catalog} NAME_WE)
    add_custom_command(OUTPUT ${share}/strings/${language}.mo
      COMMAND ${CMAKE_COMMAND} -E make_directory ${share}/strings
      COMMAND ${MSGFMT} --check-format --check-header -o ${share}/strings/${language}.mo ${catalog}
      DEPENDS ${catalog})
    list(APPEND compiled ${share}/strings/${language}.mo)
  endforeach()
  add_custom_target(strings ALL DEPENDS ${compiled})
endfunction()
