// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/language_style.h"

#include <span>

#include "ui/editor/scintilla.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

// Scintilla reads sizes in points only.
QFont inPoints(QFont font, const QPaintDevice& device) {
    font.setPointSizeF(font.pixelSize() * 72.0 / device.logicalDpiY());
    return font;
}

struct StyleColour {
    int style;
    Ink ink;
};

using Python = QsciLexerPython;
const StyleColour pythonColours[] = {
    {Python::Keyword, Ink::Keyword},
    {Python::ClassName, Ink::Definition},
    {Python::FunctionMethodName, Ink::Definition},
    {Python::Decorator, Ink::Definition},
    {Python::HighlightedIdentifier, Ink::Definition},
    {Python::Number, Ink::Number},
    {Python::Comment, Ink::Comment},
    {Python::CommentBlock, Ink::Comment},
    {Python::SingleQuotedString, Ink::String},
    {Python::DoubleQuotedString, Ink::String},
    {Python::TripleSingleQuotedString, Ink::String},
    {Python::TripleDoubleQuotedString, Ink::String},
    {Python::SingleQuotedFString, Ink::String},
    {Python::DoubleQuotedFString, Ink::String},
    {Python::TripleSingleQuotedFString, Ink::String},
    {Python::TripleDoubleQuotedFString, Ink::String},
    {Python::UnclosedString, Ink::Error},
};

QsciLexer* makePythonLexer(QsciScintilla& editor) {
    auto* lexer = new Python(&editor);
    lexer->setFoldComments(false);
    return lexer;
}

struct LanguageStyle {
    std::string_view language;
    QsciLexer* (*makeLexer)(QsciScintilla& editor);
    std::span<const StyleColour> colours;
    int unclosed; // the style of what is a mistake at sight
};

const LanguageStyle languageStyles[] = {
    {"python", makePythonLexer, pythonColours, Python::UnclosedString},
};

const LanguageStyle* styleOf(std::string_view language) {
    for (const LanguageStyle& row : languageStyles)
        if (row.language == language) return &row;
    return nullptr;
}

}

QsciLexer* makeLexer(std::string_view language, QsciScintilla& editor) {
    const LanguageStyle* row = styleOf(language);
    return row ? row->makeLexer(editor) : nullptr;
}

Ink inkOf(std::string_view language, int lexerStyle) {
    if (const LanguageStyle* row = styleOf(language))
        for (const auto& [style, ink] : row->colours)
            if (style == lexerStyle) return ink;
    return Ink::Text;
}

void applyStyle(QsciScintilla& editor, QsciLexer* lexer, std::string_view language, const Appearance& appearance) {
    QFont font = inPoints(appearance.code(13.5), editor);
    if (lexer) {
        lexer->setDefaultFont(font);
        lexer->setDefaultColor(appearance[Ink::Text]);
        lexer->setDefaultPaper(appearance[Ink::Panel]);
        lexer->setPaper(appearance[Ink::Panel], -1);
        lexer->setColor(appearance[Ink::Text], -1);
        lexer->setFont(font, -1);
        const LanguageStyle& row = *styleOf(language);
        for (const auto& [style, ink] : row.colours) lexer->setColor(appearance[ink], style);
        lexer->setPaper(appearance[Ink::ErrorSoft], row.unclosed);
    }
    editor.setLexer(lexer);
    if (!lexer) {
        editor.setFont(font);
        editor.setColor(appearance[Ink::Text]);
    }
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
