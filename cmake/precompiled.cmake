# Precompiled headers: what most sources include of the standard library, of Qt and of Catch2. No header of ours is among them but the one that names Catch2's, and every source still
# includes what it uses (a build with CMAKE_DISABLE_PRECOMPILE_HEADERS shows it). memtape_precompile(TARGET KIND): the first target of a kind
# compiles them, the others of the same flags use its.
set(memtape_standard_headers <algorithm> <atomic> <bit> <charconv> <cmath> <cstdint> <cstdio> <cstdlib> <cstring> <deque> <functional> <memory>
  <optional> <string> <string_view> <unordered_map> <utility> <vector>)
set(memtape_core_headers ${memtape_standard_headers})
# Not Qt's modules whole: reading 300 MB of precompiled headers takes longer than compiling a small source.
set(memtape_window_headers ${memtape_standard_headers} <QAction> <QApplication> <QBoxLayout> <QEvent> <QFile> <QFileInfo> <QFontMetricsF> <QGraphicsItem>
  <QGraphicsScene> <QHash> <QKeyEvent> <QLabel> <QLineEdit> <QMenu> <QMouseEvent> <QPainter> <QPainterPath> <QPushButton> <QRegularExpression> <QScrollArea>
  <QSet> <QSettings> <QStringList> <QTimer> <QToolButton> <QVector> <QWidget>)
set(memtape_test_headers ${memtape_standard_headers} ${CMAKE_SOURCE_DIR}/tests/support/catch.h)
set(memtape_window_test_headers ${memtape_window_headers} ${CMAKE_SOURCE_DIR}/tests/support/catch.h)

function(memtape_precompile library kind)
  # GCC no longer knows what it precompiled for a header of the system, and says of std::string what it would not say there.
  target_compile_options(${library} PRIVATE "$<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread>")
  get_property(first GLOBAL PROPERTY MEMTAPE_PRECOMPILED_${kind})
  if(first)
    target_precompile_headers(${library} REUSE_FROM ${first})
  else()
    target_precompile_headers(${library} PRIVATE ${memtape_${kind}_headers})
    set_property(GLOBAL PROPERTY MEMTAPE_PRECOMPILED_${kind} ${library})
  endif()
endfunction()
