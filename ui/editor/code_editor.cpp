// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/code_editor.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/editor/language_style.h"
#include "ui/editor/scintilla.h"
#include "ui/models/figures.h"
#include "ui/models/timeline/run_counts.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

enum Marker { NextBand = 0, ErrorBand = 1, JustDash = 2, NextArrow = 3, Breakpoint = 4, RaisedCross = 5, LeftArrow = 6 };
constexpr int errorIndicator = 8, workIndicator = 9;
constexpr int numberMargin = 0, signMargin = 1, gapMargin = 2;

QImage drawnSign(Marker marker, const Appearance& appearance) {
    const int side = appearance.scaled(12);
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(appearance[Ink::Error], appearance.textScale() * 1.8, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    auto at = [side](double x, double y) { return QPointF(x * side, y * side); };
    if (marker == RaisedCross) {
        painter.drawLine(at(0.15, 0.15), at(0.85, 0.85));
        painter.drawLine(at(0.15, 0.85), at(0.85, 0.15));
    } else { // upwards: to the caller
        painter.drawLine(at(0.5, 0.95), at(0.5, 0.15));
        painter.drawPolyline(QPolygonF{at(0.2, 0.45), at(0.5, 0.12), at(0.8, 0.45)});
    }
    return image;
}

}

// How often each line has run, right of the text and level with it.
class CountStrip : public QWidget {
public:
    CountStrip(const Appearance& appearance, QsciScintilla& editor) : m_appearance(appearance), m_editor(editor) {}
    const RunCounts* counts = nullptr;

    QSize sizeHint() const override { return {roomFor(longest), 10}; }
    int roomFor(const QString& text) const { return QFontMetrics(m_appearance.interface(12)).horizontalAdvance(text) + 2 * m_appearance.scaled(10); }
    static QString text(int count) { return shortFigure(quint64(count)) + QChar(0xD7); }
    const QString longest = QStringLiteral("99.9\u00A0M\u00D7");

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_appearance[Ink::Panel]);
        int height = int(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0ul));
        int next = int(m_editor.markerFindNext(0, 1u << NextBand)), failed = int(m_editor.markerFindNext(0, 1u << ErrorBand));
        if (height <= 0) return;
        painter.setFont(m_appearance.interface(12));
        int first = m_editor.firstVisibleLine();
        for (int i = 0; i * height < this->height(); ++i) {
            int line = lineAt(first + i);
            if (line >= m_editor.lines()) break;
            QRect where(0, i * height, width(), height);
            if (line == next || line == failed) painter.fillRect(where, m_appearance[line == next ? Ink::LineBand : Ink::ErrorSoft]);
            int count = counts ? counts->count(line + 1) : 0;
            if (!count || firstOf(line) != first + i) continue; // of a wrapped line once
            painter.setPen(m_appearance[Ink::QuietText]);
            painter.drawText(where.adjusted(0, 0, -m_appearance.scaled(10), 0), Qt::AlignRight | Qt::AlignVCenter, text(count));
        }
    }

    // The figure as a whole, where it is rounded.
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip) return QWidget::event(event);
        auto* help = static_cast<QHelpEvent*>(event);
        int height = int(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0ul));
        int line = height > 0 ? lineAt(m_editor.firstVisibleLine() + help->pos().y() / height) + 1 : 0;
        int count = counts ? counts->count(line) : 0;
        if (!count) QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(),
                               CodeEditor::tr("Line %1 has run %2 times up to this step").arg(line).arg(wholeFigure(quint64(count))), this);
        return true;
    }

private:
    int lineAt(int visible) const { return int(m_editor.SendScintilla(QsciScintilla::SCI_DOCLINEFROMVISIBLE, (unsigned long)visible)); }
    int firstOf(int line) const { return int(m_editor.SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, (unsigned long)line)); }

    const Appearance& m_appearance;
    QsciScintilla& m_editor;
};

CodeEditor::CodeEditor(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    m_editor = new QsciScintilla;
    m_strip = new CountStrip(appearance, *m_editor);
    m_scroll = new QScrollBar(Qt::Vertical); // right of the counts; the editor's own would stand between them and the text
    QSizePolicy keepsItsPlace = m_scroll->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true); // lines are not laid out again when it comes and goes
    m_scroll->setSizePolicy(keepsItsPlace);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_scroll);
    setFocusProxy(m_editor);
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);

    m_editor->setUtf8(true);
    m_editor->setEolMode(QsciScintilla::EolUnix);
    m_editor->setAutoIndent(true);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setIndentationWidth(4);
    m_editor->setTabWidth(8);
    m_editor->setTabIndents(true);
    m_editor->setBackspaceUnindents(true);
    m_editor->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editor->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_editor->setScrollWidth(1);
    m_editor->setScrollWidthTracking(true);
    m_editor->setCaretWidth(2);
    m_editor->setExtraAscent(2);
    m_editor->setExtraDescent(2);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINRIGHT, 0ul, 0l);
    for (int margin = 0; margin < 5; ++margin) m_editor->setMarginWidth(margin, 0);
    m_editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginType(signMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginSensitivity(numberMargin, true);
    m_editor->setMarginSensitivity(signMargin, true);
    m_editor->setMarginType(gapMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginMarkerMask(gapMargin, 0);
    m_editor->setMarginMarkerMask(numberMargin, 0);
    m_editor->setMarginMarkerMask(signMargin, (1 << JustDash) | (1 << NextArrow) | (1 << Breakpoint) | (1 << RaisedCross) | (1 << LeftArrow));
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, errorIndicator);
    m_editor->indicatorDefine(QsciScintilla::ThickCompositionIndicator, workIndicator);
    m_editor->setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    // Scintilla takes Ctrl+L and others for itself; the window needs them.
    for (int key : {int('L'), int('D'), int('T')})
        m_editor->SendScintilla(QsciScintilla::SCI_CLEARCMDKEY, (unsigned long)(key + (QsciScintilla::SCMOD_CTRL << 16)));
    m_editor->installEventFilter(this);

    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        updateMarginWidth();
        m_strip->update();
        if (m_settingText) return;
        clearError();
        Q_EMIT textEdited();
    });
    connect(m_editor, &QsciScintilla::marginClicked, this, &CodeEditor::marginClicked);
    QScrollBar* hidden = m_editor->verticalScrollBar();
    auto follow = [this, hidden] {
        m_scroll->setRange(hidden->minimum(), hidden->maximum());
        m_scroll->setPageStep(hidden->pageStep());
        m_scroll->setVisible(hidden->maximum() > hidden->minimum());
    };
    follow();
    connect(hidden, &QScrollBar::rangeChanged, this, follow);
    connect(hidden, &QScrollBar::rangeChanged, this, [this] { // lines are wrapped some time after that is asked for, and then lie elsewhere
        if (m_editor->wrapMode() != QsciScintilla::WrapNone) showNextLine();
    });
    connect(hidden, &QScrollBar::valueChanged, m_scroll, &QScrollBar::setValue);
    connect(m_scroll, &QScrollBar::valueChanged, hidden, &QScrollBar::setValue);
    // Whatever moves the text (a new height, too) moves the counts beside it.
    connect(m_editor, &QsciScintilla::SCN_PAINTED, m_strip, qOverload<>(&QWidget::update));
    connect(&appearance, &Appearance::changed, this, &CodeEditor::restyle);
    restyle();
}

QString CodeEditor::text() const { return m_editor->text(); }

void CodeEditor::setText(const QString& text) {
    if (text == m_editor->text()) return;
    m_settingText = true;
    m_editor->setText(text);
    m_settingText = false;
    clearError();
    setExecution(0, 0, false);
}

void CodeEditor::setLanguage(const std::string& tag) {
    if (tag == m_language) return;
    QsciLexer* before = m_lexer;
    m_language = tag;
    m_lexer = makeLexer(tag, *m_editor);
    restyle();
    delete before;
}

void CodeEditor::setWrapped(bool on) {
    m_editor->setWrapIndentMode(QsciScintilla::WrapIndentIndented);
    m_editor->setWrapMode(on ? QsciScintilla::WrapWord : QsciScintilla::WrapNone);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it comes back with wrapping
    showNextLine();
    m_strip->update();
}

void CodeEditor::setReadOnly(bool readOnly) { m_editor->setReadOnly(readOnly); }

int CodeEditor::cursorLine() const {
    int line = 0, column = 0;
    m_editor->getCursorPosition(&line, &column);
    return line + 1;
}

void CodeEditor::goToLine(int line) {
    line = std::clamp(line, 1, m_editor->lines());
    m_editor->setCursorPosition(line - 1, 0);
    m_editor->ensureLineVisible(line - 1);
}

void CodeEditor::restyle() {
    applyStyle(*m_editor, m_lexer, m_language, m_appearance);
    // Scintilla's own shapes: they are sharp and in the middle of the line at any scale, which pixmaps are not.
    auto sign = [this](QsciScintilla::MarkerSymbol shape, int marker, Ink ink) {
        m_editor->markerDefine(shape, marker);
        m_editor->setMarkerForegroundColor(m_appearance[ink], marker);
        m_editor->setMarkerBackgroundColor(m_appearance[ink], marker);
    };
    sign(QsciScintilla::RightTriangle, NextArrow, m_isException ? Ink::Error : Ink::Accent);
    sign(QsciScintilla::Minus, JustDash, Ink::QuietText);
    sign(QsciScintilla::Circle, Breakpoint, Ink::Error);
    // Of these there are no shapes.
    m_editor->markerDefine(drawnSign(RaisedCross, m_appearance), RaisedCross);
    m_editor->markerDefine(drawnSign(LeftArrow, m_appearance), LeftArrow);
    m_editor->markerDefine(QsciScintilla::Background, NextBand);
    m_editor->markerDefine(QsciScintilla::Background, ErrorBand);
    m_editor->setMarkerBackgroundColor(m_appearance[m_greyed ? Ink::Window : Ink::LineBand], NextBand);
    m_editor->setMarkerBackgroundColor(m_appearance[Ink::ErrorSoft], ErrorBand);
    m_editor->setIndicatorForegroundColor(m_appearance[Ink::Error], errorIndicator);
    m_editor->setIndicatorForegroundColor(m_appearance[Ink::Accent], workIndicator);
    m_editor->setMarginWidth(signMargin, m_appearance.scaled(15)); // the signs are as wide as their margin
    m_editor->setMarginWidth(gapMargin, m_appearance.scaled(7));
    m_strip->setFixedWidth(m_strip->sizeHint().width());
    updateMarginWidth();
    setExecution(m_nextLine, m_justLine, m_isException);
    setErrorTrail(m_raisedLine, m_leftLines);
    m_strip->update();
}

void CodeEditor::updateMarginWidth() {
    int digits = std::max(2, int(QString::number(m_editor->lines()).size()));
    m_editor->setMarginWidth(numberMargin, QString(digits, QLatin1Char('9')) + QStringLiteral("9"));
}

void CodeEditor::setExecution(int nextLine, int justLine, bool isException) {
    bool colourChanges = isException != m_isException;
    m_nextLine = nextLine;
    m_justLine = justLine;
    m_isException = isException;
    for (int marker : {NextBand, JustDash, NextArrow, ErrorBand}) m_editor->markerDeleteAll(marker);
    if (colourChanges)
        for (bool front : {false, true}) {
            QColor colour = m_appearance[isException ? Ink::Error : Ink::Accent];
            front ? m_editor->setMarkerForegroundColor(colour, NextArrow) : m_editor->setMarkerBackgroundColor(colour, NextArrow);
        }
    if (justLine > 0 && justLine != nextLine) m_editor->markerAdd(justLine - 1, JustDash);
    if (nextLine > 0) {
        m_editor->markerAdd(nextLine - 1, NextArrow);
        m_editor->markerAdd(nextLine - 1, isException ? ErrorBand : NextBand);
        showNextLine();
    }
    m_strip->update();
}

void CodeEditor::setErrorTrail(int raisedLine, const QSet<int>& leftLines) {
    m_raisedLine = raisedLine;
    m_leftLines = leftLines;
    for (int marker : {RaisedCross, LeftArrow}) m_editor->markerDeleteAll(marker);
    auto mark = [this](int line, int marker) {
        if (line > 0 && line != m_nextLine) m_editor->markerAdd(line - 1, marker); // that one has the arrow, in red
    };
    mark(raisedLine, RaisedCross);
    for (int line : leftLines)
        if (line != raisedLine) mark(line, LeftArrow);
}

void CodeEditor::showNextLine() {
    // None by now, where this was put off; or one of a text that is another. Scintilla ends the process when it is asked for a line that is not there.
    if (m_nextLine < 1 || m_nextLine > m_editor->lines()) return;
    int first = m_editor->firstVisibleLine();
    int shown = int(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
    // As they are seen: a wrapped line, or one with a remark below it, is several.
    int next = int(m_editor->SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, (unsigned long)(m_nextLine - 1)));
    int end = next + int(m_editor->SendScintilla(QsciScintilla::SCI_WRAPCOUNT, (unsigned long)(m_nextLine - 1)));
    if (next >= first + 1 && end <= first + shown - 2) return;
    m_editor->setFirstVisibleLine(std::max(0, std::max(next - shown / 3, std::min(next, end - shown + 1)))); // with its end, where that fits
}

void CodeEditor::setCounts(const RunCounts* counts) {
    m_strip->counts = counts;
    m_strip->update();
}

void CodeEditor::setGreyed(bool greyed) {
    if (greyed == m_greyed) return;
    m_greyed = greyed;
    m_editor->setMarkerBackgroundColor(m_appearance[greyed ? Ink::Window : Ink::LineBand], NextBand);
}

void CodeEditor::setError(int line, int column, int endLine, int endColumn, const QString& message) {
    clearError();
    if (line < 1 || line > m_editor->lines()) return;
    int from = std::max(0, column - 1);
    if (endLine < line || (endLine == line && endColumn <= column)) {
        endLine = line;
        endColumn = from + 2;
    }
    endLine = std::min(endLine, m_editor->lines());
    int length = m_editor->lineLength(line - 1);
    if (from >= length - 1) from = std::max(0, length - 2);
    m_editor->fillIndicatorRange(line - 1, from, endLine - 1, std::max(endColumn - 1, from + 1), errorIndicator);
    int style = 40; // beyond the lexer's own styles
    m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFORE, (unsigned long)style, m_appearance[Ink::Error]);
    m_editor->SendScintilla(QsciScintilla::SCI_STYLESETBACK, (unsigned long)style, m_appearance[Ink::ErrorSoft]);
    m_editor->annotate(line - 1, message, style);
}

void CodeEditor::clearError() {
    m_editor->clearAnnotations();
    m_editor->clearIndicatorRange(0, 0, m_editor->lines(), 0, errorIndicator);
}

void CodeEditor::setPartAtWork(int line, int column, int endLine, int endColumn) {
    m_editor->clearIndicatorRange(0, 0, m_editor->lines(), 0, workIndicator);
    if (line < 1 || endLine > m_editor->lines()) return;
    // the editor's text is UTF-8, and its positions are bytes
    const auto position = [this](int l, int bytes) {
        return m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, (unsigned long)(l - 1)) + bytes;
    };
    const long from = position(line, column), to = position(endLine, endColumn);
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, workIndicator);
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, (unsigned long)from, std::max(to - from, 1L));
}

QSet<int> CodeEditor::breakpoints() const {
    QSet<int> lines;
    for (int line = m_editor->markerFindNext(0, 1u << Breakpoint); line >= 0; line = m_editor->markerFindNext(line + 1, 1u << Breakpoint))
        lines.insert(line + 1);
    return lines;
}

void CodeEditor::setBreakpoints(const QSet<int>& lines) {
    m_editor->markerDeleteAll(Breakpoint);
    for (int line : lines) m_editor->markerAdd(line - 1, Breakpoint);
    Q_EMIT breakpointsChanged();
}

void CodeEditor::toggleBreakpoint(int line) {
    if (m_editor->markersAtLine(line - 1) & (1u << Breakpoint)) m_editor->markerDelete(line - 1, Breakpoint);
    else m_editor->markerAdd(line - 1, Breakpoint);
    Q_EMIT breakpointsChanged();
}

void CodeEditor::marginClicked(int margin, int line, Qt::KeyboardModifiers modifiers) {
    qint64 now = QDateTime::currentMSecsSinceEpoch();
    bool isDouble = line == m_lastClicked && now - m_lastClick < QApplication::doubleClickInterval();
    m_lastClicked = isDouble ? -1 : line;
    m_lastClick = now;
    if (margin == signMargin) toggleBreakpoint(line + 1);
    else if (isDouble) Q_EMIT lineTravelRequested(line + 1, modifiers & Qt::ShiftModifier);
}

void CodeEditor::setName(const QString& name) { m_editor->setAccessibleName(name); }

bool CodeEditor::find(const QString& text, bool backwards) {
    if (text.isEmpty()) return true;
    int line = 0, column = 0;
    m_editor->getCursorPosition(&line, &column);
    if (backwards && m_editor->hasSelectedText()) {
        int toLine, toColumn;
        m_editor->getSelection(&line, &column, &toLine, &toColumn);
    }
    return m_editor->findFirst(text, false, false, false, true, !backwards, line, column);
}

bool CodeEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CodeEditor::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_nextLine > 0 && event->size().height() < event->oldSize().height())
        QMetaObject::invokeMethod(this, &CodeEditor::showNextLine, Qt::QueuedConnection);
    m_strip->update();
}

}
