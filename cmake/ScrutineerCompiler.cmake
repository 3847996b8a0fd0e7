# Compiler settings that hold for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
# The kernels of image measurement gain a third from -O3; debug information stays small enough to link quickly.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(SCRUTINEER_CCACHE ccache)
if(SCRUTINEER_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${SCRUTINEER_CCACHE}")
  add_compile_options(-fpch-preprocess "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
endif()

add_compile_options(-Wall -Wextra -Wconversion -Wno-sign-conversion -fno-omit-frame-pointer)
if(SCRUTINEER_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
                        QT_DISABLE_DEPRECATED_BEFORE=0x060400 SCRUTINEER_VERSION="${PROJECT_VERSION}")
if(SCRUTINEER_SANITIZE)
  add_compile_options("-fsanitize=${SCRUTINEER_SANITIZE}" -fno-sanitize-recover=all)
  add_link_options("-fsanitize=${SCRUTINEER_SANITIZE}")
  add_compile_definitions(SCRUTINEER_SANITIZED)
endif()
