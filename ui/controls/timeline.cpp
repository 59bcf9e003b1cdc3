// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/timeline.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/controls/playback.h"
#include "ui/controls/timeline_ticks.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/timeline/at_once.h"
#include "ui/models/timeline/found_steps.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/style/spoken_widgets.h"

namespace memtape {

namespace {

constexpr int fullHeight = 132, foldedHeight = 28;
constexpr double labelColumn = 104;
constexpr double mostLabels = 0.25; // of the width
constexpr double foundTop = 21, foundBottom = 28;
constexpr double callsTop = 29, callHeight = 8, callStep = 10, callsRoom = 28;
constexpr double bytesTop = 60, bytesBottom = 93;
constexpr double axisY = 110;
constexpr double ticksTop = 94;

}

Timeline::Timeline(Document& document, Cursor& cursor, Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_playback(playback),
      m_appearance(appearance) {
    setSpokenRange(*this, {[this] { return double(m_cursor.step()); }, [this] { return double(m_cursor.firstStep()); },
                           [this] { return double(m_cursor.stepCount() ? m_cursor.stepCount() - 1 : 0); },
                           [this](double step) { m_cursor.moveTo(uint64_t(std::min(std::max(0.0, step), double(m_cursor.stepCount())))); }});
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(&cursor, &Cursor::stepChanged, this, [this](quint64 step) {
        if (!m_whole && !m_scrubbing && isPlayheadAway()) showPlayhead();
        setAccessibleDescription(tr("Step %1 of %2").arg(step).arg(m_cursor.stepCount() ? m_cursor.stepCount() - 1 : 0));
        speakValue(*this, double(step));
        update();
    });
    connect(&cursor, &Cursor::barrierChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &Cursor::markChanged, this, qOverload<>(&QWidget::update));
    connect(&document, &Document::runReplaced, this, &Timeline::reset);
    connect(&document, &Document::grew, this, &Timeline::follow);
    connect(&document, &Document::recordingFinished, this, &Timeline::follow);
    connect(&appearance, &Appearance::changed, this, [this] {
        fitHeight();
        update();
    });
    m_more.setSingleShot(true);
    m_more.setInterval(AtOnce::nextTurn);
    connect(&m_more, &QTimer::timeout, this, &Timeline::follow);
    fitHeight();
}

void Timeline::reset() {
    m_data.clear();
    m_whole = true;
    follow();
}

void Timeline::follow() {
    if (m_document.run() && !m_data.follow(*m_document.run())) m_more.start();
    if (m_whole) {
        m_from = double(m_data.firstStep());
        m_to = std::max<double>(m_from + 1, double(m_data.stepCount()));
    }
    update();
    Q_EMIT shownChanged();
}

void Timeline::fitHeight() {
    setFixedHeight(m_appearance.scaled(isShownFolded() ? foldedHeight : fullHeight));
    Q_EMIT shownChanged();
}

void Timeline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT shownChanged();
}

QSize Timeline::sizeHint() const { return {600, m_appearance.scaled(isShownFolded() ? foldedHeight : fullHeight)}; }

void Timeline::setFolded(bool folded) {
    if (folded == m_folded) return;
    m_folded = folded;
    fitHeight();
    update();
    Q_EMIT foldedChanged(folded);
}

void Timeline::setForcedFold(bool folded) {
    if (folded == m_forcedFold) return;
    m_forcedFold = folded;
    fitHeight();
    update();
}

void Timeline::setLabelRoom(double room) {
    if (room == m_labelRoom) return;
    m_labelRoom = room;
    update();
    Q_EMIT shownChanged();
}

// In units of the text scale, as everything painted here.
QRectF Timeline::chart() const {
    double scale = m_appearance.textScale();
    double right = isShownFolded() ? 46 : 20; // folded, the button stands beside the line
    const double left = std::max(labelColumn, std::min(m_labelRoom, mostLabels * width() / scale)) + 6;
    return QRectF(left, 0, width() / scale - left - right, height() / scale);
}

double Timeline::xOf(double step) const {
    QRectF area = chart();
    double span = std::max(1.0, m_to - m_from - (m_whole ? 1 : 0));
    return area.left() + (step - m_from) / span * area.width();
}

double Timeline::stepAt(double x) const {
    QRectF area = chart();
    double span = std::max(1.0, m_to - m_from - (m_whole ? 1 : 0));
    return m_from + (x - area.left()) / area.width() * span;
}

void Timeline::clampView() {
    const double first = double(m_data.firstStep()), count = std::max<double>(1, double(m_data.stepCount()) - first);
    double width = std::clamp(m_to - m_from, std::min(8.0, count), count);
    m_from = std::clamp(m_from, first, first + count - width);
    m_to = m_from + width;
    m_whole = width >= count;
    Q_EMIT shownChanged();
}

QRectF Timeline::foldButton() const { return QRectF(width() / m_appearance.textScale() - 26, 5, 18, 18); }

void Timeline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_appearance[Ink::Panel]);
    painter.fillRect(QRect(0, 0, width(), 1), m_appearance[Ink::Edge]);
    painter.scale(m_appearance.textScale(), m_appearance.textScale());
    if (isShownFolded()) paintFolded(painter);
    else paintFull(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_appearance[Ink::Accent], 1));
        painter.setBrush(Qt::NoBrush);
        double scale = m_appearance.textScale();
        painter.drawRect(QRectF(0.5, 1.5, width() / scale - 1, height() / scale - 2));
    }
    // the fold button
    QRectF fold = foldButton();
    painter.setPen(QPen(m_appearance[Ink::QuietText], 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    double up = isShownFolded() ? -1 : 1;
    painter.drawPolyline(QPolygonF{fold.center() + QPointF(-4, -2 * up), fold.center() + QPointF(0, 2 * up), fold.center() + QPointF(4, -2 * up)});
}

bool Timeline::isPlayheadAway() const {
    double x = xOf(double(m_cursor.step()));
    return m_cursor.stepCount() && (x < chart().left() - 1 || x > chart().right() + 1);
}

void Timeline::showPlayhead() {
    double width = m_to - m_from;
    m_from = double(m_cursor.step()) - width / 2;
    m_to = m_from + width;
    clampView();
    update();
}

// Of the step that is marked: a flag.
void Timeline::paintMark(QPainter& painter, double top, double bottom) {
    QRectF area = chart();
    double x = m_cursor.mark() ? xOf(double(*m_cursor.mark())) : -1;
    if (x < area.left() - 1 || x > area.right() + 1) return;
    painter.setPen(QPen(m_appearance[Ink::Changed], 1.4));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_appearance[Ink::Changed]);
    painter.drawPolygon(QPolygonF{{x, top}, {x + 9, top + 1}, {x + 6.5, top + 3.5}, {x + 9, top + 6}, {x, top + 7}});
}

void Timeline::paintPlayhead(QPainter& painter, double top, double bottom, double knobY) {
    if (!m_cursor.stepCount()) return;
    double x = xOf(double(m_cursor.step()));
    QRectF area = chart();
    if (isPlayheadAway()) { // a zoomed stretch without it: where it is
        double side = x < area.left() ? -1 : 1;
        QPointF tip(side < 0 ? area.left() - 6 : area.right() + 6, knobY);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_appearance[Ink::Accent]);
        painter.drawPolygon(QPolygonF{tip, tip + QPointF(-9 * side, -6), tip + QPointF(-9 * side, 6)});
        return;
    }
    painter.setPen(QPen(m_appearance[Ink::Accent], 2));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_appearance[Ink::Accent]);
    painter.drawEllipse(QPointF(x, knobY), 6.5, 6.5);
}

// While a question is open, what comes is not to be seen.
void Timeline::veilFuture(QPainter& painter) {
    if (m_cursor.barrier() == UINT64_MAX) return;
    QRectF area = chart();
    double x = std::max(area.left(), xOf(double(m_cursor.barrier())));
    const double top = isShownFolded() ? 1 : 24; // a word about it stands above
    const QRectF future(x + 1, top, area.right() + 14 - x, area.height() - 1 - top);
    painter.fillRect(future, m_appearance[Ink::Panel]);
    if (!isShownFolded()) painter.fillRect(future.adjusted(0, 2, -14, -24), QBrush(m_appearance[Ink::Hairline], Qt::BDiagPattern));
}

void Timeline::setFound(const FoundSteps* found) {
    m_found = found;
    update();
}

void Timeline::paintFound(QPainter& painter, double top, double bottom) {
    if (!m_found || !m_found->count()) return;
    const QRectF area = chart();
    drawFound(
        painter, *m_found, {area.left(), area.right(), top, bottom, [this](double at) { return xOf(at); }}, [this](double x) { return stepAt(x); },
        m_appearance);
}

void Timeline::paintFolded(QPainter& painter) {
    painter.setFont(interfaceFont(12));
    painter.setPen(m_appearance[Ink::QuietText]);
    painter.drawText(QRectF(16, 0, labelColumn - 10, foldedHeight), Qt::AlignLeft | Qt::AlignVCenter, tr("Timeline"));
    QRectF area = chart();
    double y = foldedHeight / 2.0;
    painter.setPen(QPen(m_appearance[Ink::Edge], 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    if (Run* run = m_document.run(); run && m_data.stepCount()) {
        TimelineStretch stretch = m_data.stretch(*run, uint64_t(m_from), uint64_t(std::ceil(m_to)), int(area.width() / 3));
        drawTicks(painter, stretch.ticks, {area.left(), area.right(), 3, foldedHeight - 9.0, [this](double at) { return xOf(at); }}, m_appearance);
    }
    paintFound(painter, 2, 9);
    veilFuture(painter);
    paintMark(painter, 3, foldedHeight - 4);
    paintPlayhead(painter, 4, foldedHeight - 4, y);
}

void Timeline::paintFull(QPainter& painter) {
    QRectF area = chart();
    auto label = [&](double middle, const QString& text, Ink ink, bool bold) {
        painter.setFont(interfaceFont(bold ? 13 : 12, bold));
        painter.setPen(m_appearance[ink]);
        painter.drawText(QRectF(16, middle - 10, labelColumn - 10, 20), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    label(14, tr("Timeline"), Ink::Text, true);
    label(callsTop + 8, tr("Calls"), Ink::QuietText, false);
    label((bytesTop + bytesBottom) / 2 - (m_data.mostBytes() ? 8 : 0), tr("Heap bytes"), Ink::QuietText, false);
    if (m_data.mostBytes()) label((bytesTop + bytesBottom) / 2 + 8, tr("at most %1").arg(m_data.mostBytes()), Ink::QuietText, false);
    label(axisY, tr("Steps"), Ink::QuietText, false);
    painter.setFont(interfaceFont(12));
    painter.setPen(m_appearance[Ink::QuietText]);
    Run* run = m_document.run();
    QString hint = m_document.isRecording()           ? tr("recording… %1 steps").arg(m_data.stepCount())
                   : m_cursor.barrier() != UINT64_MAX ? tr("what comes is hidden until you answer")
                   : run && !run->isWhole()           ? tr("reading the recording… %1 steps").arg(m_data.stepCount())
                                                      : tr("drag to move through time, wheel to zoom");
    painter.drawText(QRectF(area.left(), 4, area.width() - 18, 20), Qt::AlignRight | Qt::AlignVCenter, hint);
    painter.setPen(QPen(m_appearance[Ink::Edge], 1));
    painter.drawLine(QPointF(area.left(), axisY), QPointF(area.right(), axisY));
    if (!run || !m_data.stepCount()) return;

    painter.save();
    painter.setClipRect(QRectF(area.left() - 8, 0, area.width() + 16, area.height()));
    TimelineStretch stretch = m_data.stretch(*run, uint64_t(m_from), uint64_t(std::ceil(m_to)), int(area.width()));
    // calls: the deeper, the lower; very deep runs squeeze
    uint32_t deepest = 1;
    for (const CallBar& call : stretch.calls) deepest = std::max(deepest, call.depth);
    double step = std::min(callStep, callsRoom / double(deepest)), height = std::max(1.0, step - 2);
    uint64_t now = m_cursor.step();
    uint32_t nowDepth = 0;
    if (auto summary = run->summary(now, now + 1); !summary.empty()) nowDepth = summary[0].depth;
    for (const CallBar& call : stretch.calls) {
        double left = std::max(xOf(double(call.begin)), area.left()), right = std::min(xOf(double(call.end)), area.right());
        QRectF bar(left, callsTop + (call.depth - 1) * step, std::max(1.5, right - left), std::min(height, callHeight));
        bool current = call.depth == nowDepth && now >= call.begin && now < call.end;
        painter.setPen(step > 4 ? QPen(m_appearance[Ink::Edge], 1) : QPen(Qt::NoPen));
        painter.setBrush(m_appearance[current ? Ink::Accent : Ink::AccentSoft]);
        if (step <= 4 && !current) painter.setBrush(m_appearance[Ink::Edge]);
        painter.drawRoundedRect(bar, 2, 2);
    }
    // live bytes, a staircase
    if (!stretch.bytes.isEmpty()) {
        double most = std::max<double>(1, double(stretch.mostBytes));
        auto yOf = [&](uint64_t bytes) { return bytesBottom - double(bytes) / most * (bytesBottom - bytesTop - 4); };
        QPainterPath line;
        line.moveTo(xOf(double(stretch.bytes.first().step)), yOf(stretch.bytes.first().bytes));
        double previous = yOf(stretch.bytes.first().bytes);
        for (const BytePoint& point : stretch.bytes) {
            double x = xOf(double(point.step)), y = yOf(point.bytes);
            line.lineTo(x, previous);
            line.lineTo(x, y);
            previous = y;
        }
        double end = std::min(xOf(std::min(m_to, double(m_data.stepCount()))), area.right());
        line.lineTo(end, previous);
        QPainterPath fill = line;
        fill.lineTo(end, bytesBottom);
        fill.lineTo(xOf(double(stretch.bytes.first().step)), bytesBottom);
        fill.closeSubpath();
        painter.fillPath(fill, m_appearance[Ink::CurveFill]);
        painter.setPen(QPen(m_appearance[Ink::Curve], 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(line);
    }
    drawTicks(painter, stretch.ticks, {area.left(), area.right(), ticksTop, axisY - 2, [this](double at) { return xOf(at); }}, m_appearance);
    // the axis: numbers at round steps
    double span = m_to - m_from;
    double raw = span / std::max(1.0, area.width() / 110.0);
    double power = std::pow(10, std::floor(std::log10(std::max(1.0, raw))));
    double major = power;
    for (double factor : {1.0, 2.0, 5.0, 10.0})
        if (power * factor >= raw) {
            major = power * factor;
            break;
        }
    major = std::max(1.0, major);
    double minor = major >= 5 ? major / 5 : 1;
    for (double at = std::ceil(m_from / minor) * minor; at <= m_to; at += minor) {
        bool isMajor = std::abs(std::remainder(at, major)) < minor / 4;
        double x = xOf(at);
        if (x > area.right() + 0.5) break;
        painter.setPen(QPen(m_appearance[Ink::Edge], 1));
        painter.drawLine(QPointF(x, axisY - 3), QPointF(x, axisY + (isMajor ? 6 : 3)));
        if (!isMajor) continue;
        painter.setFont(interfaceFont(12));
        painter.setPen(m_appearance[Ink::QuietText]);
        painter.drawText(QRectF(x - 50, axisY + 6, 100, 14), Qt::AlignHCenter | Qt::AlignVCenter, QString::number(qulonglong(at)));
    }
    painter.restore();
    paintFound(painter, foundTop, foundBottom);
    veilFuture(painter);
    paintMark(painter, 24, axisY);
    paintPlayhead(painter, 24, axisY, axisY);
}

void Timeline::scrub(double x, bool jump) {
    if (!m_cursor.stepCount()) return;
    double step = std::clamp(stepAt(x), double(m_cursor.firstStep()), double(m_cursor.stepCount() - 1));
    uint64_t to = uint64_t(std::llround(step));
    if (jump) m_cursor.jumpTo(to);
    else m_cursor.moveTo(to);
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    QPointF at = event->position() / m_appearance.textScale();
    if (event->button() != Qt::LeftButton) return;
    if (foldButton().contains(at)) {
        if (!m_forcedFold) setFolded(!m_folded);
        return;
    }
    if (isPlayheadAway()) { // a click on its sign at the edge
        bool isBefore = xOf(double(m_cursor.step())) < chart().left();
        if (isBefore ? at.x() < chart().left() + 4 && at.x() > chart().left() - 12 : at.x() > chart().right() - 4) return showPlayhead();
    }
    if (at.x() < chart().left() - 8) return;
    m_playback.stop();
    m_scrubbing = true;
    scrub(at.x(), true);
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    if (m_scrubbing) scrub(event->position().x() / m_appearance.textScale(), false);
    bool onButton = foldButton().contains(event->position() / m_appearance.textScale());
    setCursor(onButton ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Timeline::mouseReleaseEvent(QMouseEvent*) { m_scrubbing = false; }

void Timeline::wheelEvent(QWheelEvent* event) {
    if (!m_data.stepCount()) return;
    if (event->modifiers() & Qt::ShiftModifier || std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y())) {
        int by = event->angleDelta().x() ? event->angleDelta().x() : event->angleDelta().y();
        double shift = -by / 1200.0 * (m_to - m_from);
        m_from += shift;
        m_to += shift;
    } else {
        double keep = stepAt(event->position().x() / m_appearance.textScale());
        double factor = std::pow(0.998, event->angleDelta().y());
        double part = (keep - m_from) / (m_to - m_from);
        double width = std::clamp((m_to - m_from) * factor, 8.0, std::max(8.0, double(m_data.stepCount() - m_data.firstStep())));
        m_from = keep - part * width;
        m_to = m_from + width;
    }
    clampView();
    update();
    event->accept();
}

void Timeline::keyPressEvent(QKeyEvent* event) {
    if (!m_playback.handleKey(event)) QWidget::keyPressEvent(event);
}

QString Timeline::describe(double x) const {
    Run* run = m_document.run();
    if (!run || !m_data.stepCount()) return {};
    uint64_t step = uint64_t(std::clamp(std::round(stepAt(x)), double(m_data.firstStep()), double(m_data.stepCount() - 1)));
    auto rows = run->summary(step, step + 1);
    if (rows.empty()) return {};
    QString function = run->isModule(rows[0].code) ? tr("the module") : QString::fromStdString(run->code(rows[0].code).name);
    QString text =
        rows[0].line ? tr("Step %1, line %2 of %3").arg(step).arg(rows[0].line).arg(function) : tr("Step %1, before the first line").arg(step);
    text += QLatin1Char('\n') + tr("%1 in the heap, %2 deep").arg(ObjectText::bytes(rows[0].heapBytes)).arg(rows[0].depth);
    if (m_found && m_found->has(step)) text += QLatin1Char('\n') + tr("▼ found here");
    if (rows[0].made) text += QLatin1Char('\n') + tr("▲ made an object");
    if (rows[0].released) text += QLatin1Char('\n') + tr("✕ released an object");
    if (rows[0].kind == StepKind::Exception) text += QLatin1Char('\n') + tr("◆ exception");
    if (rows[0].output) text += QLatin1Char('\n') + tr("■ output");
    if (rows[0].collected) text += QLatin1Char('\n') + tr("○ collection");
    return text;
}

bool Timeline::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QPointF at = QPointF(help->pos()) / m_appearance.textScale();
        QString text = foldButton().contains(at) ? (isShownFolded() ? tr("Unfold the timeline") : tr("Fold the timeline")) : describe(at.x());
        if (text.isEmpty()) QToolTip::hideText();
        else QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        update();
    }
    return QWidget::event(event);
}

}
