// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/python_style.h"

#include "ui/editor/scintilla.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

// Scintilla reads sizes in points only.
QFont inPoints(QFont font, const QPaintDevice& device) {
    font.setPointSizeF(font.pixelSize() * 72.0 / device.logicalDpiY());
    return font;
}

}

void applyPythonStyle(QsciScintilla& editor, QsciLexerPython& lexer, const Appearance& appearance) {
    using Style = QsciLexerPython;
    QFont font = inPoints(appearance.code(13.5), editor);
    lexer.setDefaultFont(font);
    lexer.setDefaultColor(appearance[Ink::Text]);
    lexer.setDefaultPaper(appearance[Ink::Panel]);
    lexer.setPaper(appearance[Ink::Panel], -1);
    lexer.setColor(appearance[Ink::Text], -1);
    lexer.setFont(font, -1);
    struct {
        int style;
        Ink ink;
    } const colours[] = {
        {Style::Keyword, Ink::Keyword},
        {Style::ClassName, Ink::Definition},
        {Style::FunctionMethodName, Ink::Definition},
        {Style::Decorator, Ink::Definition},
        {Style::HighlightedIdentifier, Ink::Definition},
        {Style::Number, Ink::Number},
        {Style::Comment, Ink::Comment},
        {Style::CommentBlock, Ink::Comment},
        {Style::SingleQuotedString, Ink::String},
        {Style::DoubleQuotedString, Ink::String},
        {Style::TripleSingleQuotedString, Ink::String},
        {Style::TripleDoubleQuotedString, Ink::String},
        {Style::SingleQuotedFString, Ink::String},
        {Style::DoubleQuotedFString, Ink::String},
        {Style::TripleSingleQuotedFString, Ink::String},
        {Style::TripleDoubleQuotedFString, Ink::String},
        {Style::UnclosedString, Ink::Error},
    };
    for (const auto& [style, ink] : colours) lexer.setColor(appearance[ink], style);
    lexer.setPaper(appearance[Ink::ErrorSoft], Style::UnclosedString);
    editor.setLexer(&lexer);
    editor.setMarginsFont(inPoints(appearance.code(12.5), editor));
    editor.setMarginsForegroundColor(appearance[Ink::QuietText]);
    editor.setMarginsBackgroundColor(appearance[Ink::Panel]);
    editor.setPaper(appearance[Ink::Panel]);
    editor.setCaretForegroundColor(appearance[Ink::Text]);
    editor.setSelectionBackgroundColor(appearance[Ink::AccentSoft]);
    editor.setSelectionForegroundColor(appearance[Ink::Text]);
    editor.setMatchedBraceBackgroundColor(appearance[Ink::AccentSoft]);
    editor.setMatchedBraceForegroundColor(appearance[Ink::Accent]);
    editor.setUnmatchedBraceForegroundColor(appearance[Ink::Error]);
    editor.setIndentationGuidesForegroundColor(appearance[Ink::Hairline]);
    editor.setIndentationGuidesBackgroundColor(appearance[Ink::Panel]);
}

}
