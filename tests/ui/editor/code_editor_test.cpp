// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/code_editor.h"

#include <QTest>
#include <random>

#include "tests/support/ui/catch_qt.h"
#include "ui/editor/scintilla.h"
#include "ui/style/appearance.h"

using namespace memtape;

// A recording's lines may be of a text that is another by now: the user edits, or the file has changed.
TEST_CASE("lines and columns that the text does not have do no harm", "[editor]") {
    Appearance appearance;
    CodeEditor editor(appearance);
    editor.resize(400, 300);
    editor.show();
    editor.setLanguage("python");
    std::mt19937 random(7);
    auto up = [&](int n) { return int(random() % unsigned(n)); };
    auto line = [&] { return up(4) ? up(40) : up(3) * 1000 - 1000; };
    constexpr Qt::Key keys[] = {Qt::Key_Up,     Qt::Key_Down,   Qt::Key_Home,   Qt::Key_End,       Qt::Key_PageDown,
                                Qt::Key_PageUp, Qt::Key_Return, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Z};
    for (int i = 0; i < 4000; i++) {
        switch (up(13)) {
        case 0: {
            QString text;
            for (int lines = up(40); lines > 0; lines--) text += QString(up(60), QLatin1Char('x')) + QLatin1Char('\n');
            editor.setText(text);
            break;
        }
        case 1:
        case 2: editor.setExecution(line(), line(), up(2)); break;
        case 3: editor.setErrorTrail(line(), {line(), line()}); break;
        case 4: editor.setError(line(), line(), line(), line(), QStringLiteral("two\nlines")); break;
        case 5: editor.clearError(); break;
        case 6: editor.setPartAtWork(line(), line(), line(), line()); break;
        case 7: editor.setBreakpoints({line(), line()}); break;
        case 8: editor.toggleBreakpoint(line()); break;
        case 9: editor.goToLine(line()); break;
        case 10: editor.setWrapped(up(2)); break;
        case 11: editor.resize(100 + up(400), 20 + up(400)); break;
        default: QTest::keyClick(&editor.widget(), keys[up(10)], up(3) ? Qt::NoModifier : Qt::ControlModifier); break;
        }
        if (!up(4)) QCoreApplication::processEvents();
    }
    CHECK(editor.cursorLine() > 0);
}
