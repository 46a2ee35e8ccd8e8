# SPDX-License-Identifier: GPL-3.0-or-later
# One function makes every library, one every program, one every test, so that warnings and Qt strictness
# cannot differ by folder. Sources are all *.cpp and *.h of the folder (not of its sub-folders unless named).

find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(simdjson REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Positioning Test)
if(WAYDESK_DESK)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Network Sql Svg SerialPort PrintSupport Multimedia LinguistTools)
  find_package(Qt6Keychain REQUIRED)
endif()

add_library(waydesk_rules_of_the_house INTERFACE)
target_compile_options(waydesk_rules_of_the_house INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror -fno-omit-frame-pointer)
target_compile_definitions(waydesk_rules_of_the_house INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS>)
if(WAYDESK_SANITIZE)
  # GCC's manual advises against -Werror=maybe-uninitialized beside sanitizers: their added paths make it guess wrong.
  # The dev build keeps it, and memory that was never written is what the sanitizers and the tests look for themselves.
  target_compile_options(waydesk_rules_of_the_house INTERFACE -fsanitize=${WAYDESK_SANITIZE} -fno-sanitize-recover=all
    -Wno-maybe-uninitialized)
  target_link_options(waydesk_rules_of_the_house INTERFACE -fsanitize=${WAYDESK_SANITIZE})
endif()
find_program(WAYDESK_MOLD mold)
if(WAYDESK_MOLD)
  target_link_options(waydesk_rules_of_the_house INTERFACE -fuse-ld=mold)
endif()

function(_waydesk_sources out)
  cmake_parse_arguments(A "" "" "SUBFOLDERS" ${ARGN})
  set(all)
  foreach(folder IN ITEMS . ${A_SUBFOLDERS})
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h)
    list(APPEND all ${found})
  endforeach()
  list(FILTER all EXCLUDE REGEX "/main\\.cpp$")
  set(${out} ${all} PARENT_SCOPE)
endfunction()

# waydesk_library(waydesk_store LINK waydesk_domain Qt6::Sql [PRIVATE_LINK ...] [PCH core|widgets|beast] [SUBFOLDERS a b])
function(waydesk_library name)
  cmake_parse_arguments(A "" "PCH" "LINK;PRIVATE_LINK;SUBFOLDERS" ${ARGN})
  _waydesk_sources(sources SUBFOLDERS ${A_SUBFOLDERS})
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${A_LINK} PRIVATE waydesk_rules_of_the_house ${A_PRIVATE_LINK})
  if(A_PCH)
    target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_${A_PCH}.h)
  endif()
endfunction()

# waydesk_program(waydesk-backend LINK ...)   its folder's main.cpp
function(waydesk_program name)
  cmake_parse_arguments(A "" "" "LINK;SOURCES" ${ARGN})
  if(NOT A_SOURCES)
    set(A_SOURCES main.cpp)
  endif()
  if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp AND A_SOURCES STREQUAL "main.cpp")
    message(WARNING "${name} has no main.cpp yet")
    return()
  endif()
  add_executable(${name} ${A_SOURCES})
  target_link_libraries(${name} PRIVATE ${A_LINK} waydesk_rules_of_the_house)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endfunction()

# waydesk_tests(LINK ... [LONG])   every tst_*.cpp of the folder is a QtTest program and a ctest of that name.
# LONG suites carry the label "long" and run only with ./dev test --all.
function(waydesk_tests)
  cmake_parse_arguments(A "LONG" "" "LINK" ${ARGN})
  file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp)
  foreach(source IN LISTS found)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE ${A_LINK} Qt6::Test waydesk_rules_of_the_house)
    target_compile_definitions(${name} PRIVATE WAYDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;WAYDESK_BIN=${PROJECT_BINARY_DIR}/bin;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/tsan.supp")
    if(A_LONG)
      set_tests_properties(${name} PROPERTIES LABELS long)
    endif()
  endforeach()
endfunction()
