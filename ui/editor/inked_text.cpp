// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/inked_text.h"

#include "ui/editor/language_style.h"
#include "ui/editor/scintilla.h"

namespace memtape {

QVector<QVector<InkedPiece>> inkedLines(std::string_view language, const QString& text) {
    QsciScintilla editor; // never shown: only it has the lexer's rules
    editor.setUtf8(true);
    editor.setLexer(makeLexer(language, editor));
    editor.setText(text);
    editor.SendScintilla(QsciScintilla::SCI_COLOURISE, 0UL, -1L);

    QVector<QVector<InkedPiece>> lines(1);
    const QByteArray bytes = text.toUtf8();
    for (qsizetype from = 0; from < bytes.size();) {
        if (bytes[from] == '\n') {
            lines.append(QVector<InkedPiece>());
            ++from;
            continue;
        }
        const long style = editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, (unsigned long)from);
        qsizetype end = from + 1;
        while (end < bytes.size() && bytes[end] != '\n' && editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, (unsigned long)end) == style) ++end;
        lines.last().append({QString::fromUtf8(bytes.mid(from, end - from)), inkOf(language, int(style))});
        from = end;
    }
    return lines;
}

}
