// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/output_view.h"

#include <QEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <algorithm>

#include "ui/models/timeline/at_once.h"
#include "ui/models/timeline/named_places.h"
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
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    viewport()->setMouseTracking(true);
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
        m_links.clear();
        return;
    }
    if (!m_lines.follow(*run)) m_more.start();
    uint64_t step = m_cursor.step();
    if (qsizetype length = m_lines.lengthAt(step); length != m_shown) {
        showText(step);
        m_shown = length;
    }
    lightLast(step);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void OutputView::showText(uint64_t step) {
    QString text;
    for (const OutputPiece& piece : m_lines.pieces())
        if (piece.step <= step) text += piece.text;
    if (text.endsWith(QLatin1Char('\n'))) text.chop(1);
    setPlainText(text);
    m_links.clear();
    for (const OutputPiece& piece : m_lines.pieces())
        if (piece.step <= step && piece.isError) colourErrors(piece);
}

void OutputView::colourErrors(const OutputPiece& piece) {
    const int last = int(this->QPlainTextEdit::document()->characterCount()) - 1;
    auto give = [&](qsizetype begin, qsizetype end, const QTextCharFormat& format) {
        QTextCursor part(this->QPlainTextEdit::document());
        part.setPosition(std::min(int(begin), last));
        part.setPosition(std::min(int(end), last), QTextCursor::KeepAnchor);
        part.mergeCharFormat(format);
    };
    QTextCharFormat red, link;
    red.setForeground(m_appearance[Ink::Error]);
    give(piece.start, piece.start + piece.text.size(), red);
    auto reading = m_document.run()->readingAt(m_cursor.step());
    if (!reading) return;
    link.setForeground(m_appearance[Ink::Accent]);
    link.setFontUnderline(true);
    const QByteArray bytes = piece.text.toUtf8();
    auto place = [&](size_t at) { return int(piece.start + QString::fromUtf8(bytes.constData(), qsizetype(at)).size()); };
    for (NamedPlace& named : reading->placesNamedIn({bytes.constData(), size_t(bytes.size())})) {
        if (!isPlaceOfRun(reading->state(), named.file)) continue;
        Link entry{place(named.begin), place(named.end), piece.step, std::move(named)};
        give(entry.begin, entry.end, link);
        m_links.append(std::move(entry));
    }
}

// What the line just run printed; at the last step not what was printed after it, which no line did.
void OutputView::lightLast(uint64_t step) {
    QList<QTextEdit::ExtraSelection> lit;
    const int length = int(this->QPlainTextEdit::document()->characterCount()) - 1;
    for (auto piece = m_lines.pieces().rbegin(); piece != m_lines.pieces().rend(); ++piece) {
        if (piece->step > step || piece->isLast) continue;
        if (piece->step < step) break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(this->QPlainTextEdit::document());
        int end = int(std::min<qsizetype>(piece->start + piece->text.size(), length));
        selection.cursor.setPosition(int(std::min<qsizetype>(piece->start, end)));
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format.setBackground(m_appearance[Ink::ChangedSoft]);
        lit.append(selection);
    }
    setExtraSelections(lit);
}

const OutputView::Link* OutputView::linkAt(int position) const {
    for (const Link& link : m_links)
        if (position >= link.begin && position <= link.end) return &link;
    return nullptr;
}

void OutputView::follow(const Link& link) {
    if (auto step = stepOfNamedPlace(*m_document.run(), link.printedAt, link.place)) m_cursor.jumpTo(*step);
}

void OutputView::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection()) return;
    int position = cursorForPosition(event->position().toPoint()).position();
    if (const Link* link = linkAt(position)) follow(*link);
    else if (const OutputPiece* piece = m_lines.pieceAt(position)) m_cursor.jumpTo(piece->step);
}

void OutputView::mouseMoveEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(linkAt(cursorForPosition(event->position().toPoint()).position()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void OutputView::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return QPlainTextEdit::keyPressEvent(event);
    const QTextBlock line = textCursor().block();
    for (const Link& link : std::as_const(m_links))
        if (line.contains(link.begin)) return follow(link);
    if (const OutputPiece* piece = m_lines.pieceAt(textCursor().position())) m_cursor.jumpTo(piece->step);
}

}
