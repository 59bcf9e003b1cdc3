// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours and fonts of Python text in the editor.

class QsciLexerPython;
class QsciScintilla;

namespace memtape {

class Appearance;

void applyPythonStyle(QsciScintilla& editor, QsciLexerPython& lexer, const Appearance& appearance);

}
