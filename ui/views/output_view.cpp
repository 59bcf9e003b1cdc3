// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/output_view.h"

#include <QEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "ui/models/timeline/at_once.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"

namespace memtape {

OutputView::OutputView(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent)
    : QPlainTextEdit(parent),
      m_document(document),
      m_cursor(cursor),
      m_appearance(appearance) {
    setReadOnly(true);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setMaximumBlockCount(20000);
    setLineWrapMode(WidgetWidth);
    m_more.setSingleShot(true);
    m_more.setInterval(AtOnce::nextTurn);
    connect(&m_more, &QTimer::timeout, this, &OutputView::refresh);
    connect(&document, &Document::runReplaced, this, [this] {
        m_lines.clear();
        m_shown = -1;
        refresh();
    });
    connect(&document, &Document::grew, this, &OutputView::refresh);
    connect(&document, &Document::recordingFinished, this, &OutputView::refresh);
    connect(&cursor, &Cursor::stepChanged, this, &OutputView::refresh);
    connect(&appearance, &Appearance::changed, this, &OutputView::restyle);
    restyle();
}

void OutputView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QPlainTextEdit::changeEvent(event);
}

void OutputView::restyle() {
    QPalette colours = palette();
    colours.setColor(QPalette::PlaceholderText, m_appearance[Ink::QuietText]);
    setPalette(colours);
    setPlaceholderText(tr("No output up to this step."));
    setAccessibleName(tr("Output"));
    setViewportMargins(10, 6, 6, 6);
    m_shown = -1;
    refresh();
}

void OutputView::refresh() {
    Run* run = m_document.run();
    if (!run) {
        clear();
        return;
    }
    if (!m_lines.follow(*run)) m_more.start();
    uint64_t step = m_cursor.step();
    qsizetype length = m_lines.lengthAt(step);
    if (length != m_shown) {
        QString text;
        for (const OutputPiece& piece : m_lines.pieces())
            if (piece.step <= step) text += piece.text;
        if (text.endsWith(QLatin1Char('\n'))) text.chop(1);
        setPlainText(text);
        m_shown = length;
    }
    QList<QTextEdit::ExtraSelection> lit;
    for (auto piece = m_lines.pieces().rbegin(); piece != m_lines.pieces().rend(); ++piece) {
        if (piece->step > step) continue;
        if (piece->step < step) break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(this->QPlainTextEdit::document());
        int end = int(std::min<qsizetype>(piece->start + piece->text.size(), toPlainText().size()));
        selection.cursor.setPosition(int(std::min<qsizetype>(piece->start, end)));
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format.setBackground(m_appearance[Ink::ChangedSoft]);
        lit.append(selection);
    }
    setExtraSelections(lit);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void OutputView::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection()) return;
    if (const OutputPiece* piece = m_lines.pieceAt(cursorForPosition(event->position().toPoint()).position())) m_cursor.jumpTo(piece->step);
}

}
