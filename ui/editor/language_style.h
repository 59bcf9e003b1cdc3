// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours and fonts of a program's text in the editor, by its language: one that has no row here is plain text.

#include <string_view>

#include "ui/style/palette.h"

class QsciLexer;
class QsciScintilla;

namespace memtape {

class Appearance;

// What tells the parts of such a text apart, in nobody's colours yet; null: nothing does. `language`: a tag (core/session/language.h).
QsciLexer* makeLexer(std::string_view language, QsciScintilla& editor);
// The colour of a part of a text, by the lexer's number for its kind.
Ink inkOf(std::string_view language, int lexerStyle);
// `lexer`: of makeLexer() for the same language, or null.
void applyStyle(QsciScintilla& editor, QsciLexer* lexer, std::string_view language, const Appearance& appearance);

}
