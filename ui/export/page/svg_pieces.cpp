// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/svg_pieces.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <optional>

#include "ui/style/appearance.h"
#include "ui/style/palette.h"

namespace memtape {

namespace {

QByteArray length(double value) {
    QByteArray text = QByteArray::number(std::round(value * 10) / 10 + 0.0, 'f', 1);
    if (text.endsWith(".0")) text.chop(2);
    return text;
}

QByteArray pair(QPointF point) {
    const QByteArray y = length(point.y());
    return length(point.x()) + (y.startsWith('-') ? "" : " ") + y;
}

QByteArray pathData(const QPainterPath& path) {
    QByteArray data;
    QByteArray x, y; // where it has come to
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element at = path.elementAt(i);
        switch (at.type) {
        case QPainterPath::MoveToElement: data += 'M' + pair(at); break;
        case QPainterPath::LineToElement:
            data += length(at.y) == y ? 'H' + length(at.x) : length(at.x) == x ? 'V' + length(at.y) : 'L' + pair(at);
            break;
        case QPainterPath::CurveToElement:
            data += 'C' + pair(at) + ' ' + pair(path.elementAt(i + 1)) + ' ' + pair(path.elementAt(i + 2));
            i += 2;
            break;
        case QPainterPath::CurveToDataElement: break; // taken with the element before
        }
        x = length(path.elementAt(i).x);
        y = length(path.elementAt(i).y);
    }
    return data;
}

// The radius of a rectangle with round corners; none: the path is another figure.
std::optional<double> radiusOf(const QPainterPath& path) {
    if (path.elementCount() < 9) return std::nullopt;
    const QRectF bounds = path.boundingRect();
    const double radius = path.elementAt(0).y - bounds.top();
    if (radius <= 0) return std::nullopt;
    QPainterPath rounded;
    rounded.addRoundedRect(bounds, radius, radius);
    return rounded == path ? std::optional(radius) : std::nullopt;
}

QByteArray attribute(const char* name, double value) {
    const QByteArray text = length(value);
    return text == "0" ? QByteArray() : QByteArray(" ") + name + "=\"" + text + '"'; // 0 is what it is without
}

QByteArray placeOf(const QRectF& rect) {
    return attribute("x", rect.x()) + attribute("y", rect.y()) + attribute("width", rect.width()) + attribute("height", rect.height());
}

// A colour as the end of a class: an ink's number, or `x` for shade (black that lets most through).
QByteArray inkClass(char kind, const QColor& colour) {
    if (std::optional<Ink> ink = inkOf(colour)) return kind + QByteArray::number(int(*ink));
    return kind + QByteArray("x");
}

class PieceEngine : public QPaintEngine {
public:
    PieceEngine(QVector<QByteArray>& out, UsedFonts& fonts) : QPaintEngine(AllFeatures), m_out(out), m_fonts(fonts) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& state) override {
        const DirtyFlags dirty = state.state();
        if (dirty & DirtyPen) m_pen = state.pen();
        if (dirty & DirtyBrush) m_brush = state.brush();
        if (dirty & DirtyTransform) m_offset = {state.transform().dx(), state.transform().dy()};
    }

    void drawPath(const QPainterPath& path) override {
        if (const auto radius = radiusOf(path))
            return shape("rect", placeOf(path.boundingRect().translated(m_offset)) + attribute("rx", *radius), true);
        shape("path", " d=\"" + pathData(path.translated(m_offset)) + '"', true);
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i) path.lineTo(points[i]);
        QByteArray data = pathData(path.translated(m_offset));
        if (mode != PolylineMode) data += 'Z';
        shape("path", " d=\"" + data + '"', mode != PolylineMode);
    }
    void drawLines(const QLineF* lines, int count) override {
        QByteArray data;
        for (int i = 0; i < count; ++i) data += 'M' + pair(lines[i].p1() + m_offset) + 'L' + pair(lines[i].p2() + m_offset);
        shape("path", " d=\"" + data + '"', false);
    }
    void drawRects(const QRectF* rects, int count) override {
        for (int i = 0; i < count; ++i) shape("rect", placeOf(rects[i].translated(m_offset)), true);
    }
    void drawEllipse(const QRectF& place) override {
        const QRectF rect = place.translated(m_offset);
        shape("ellipse",
              " cx=\"" + length(rect.center().x()) + "\" cy=\"" + length(rect.center().y()) + "\" rx=\"" + length(rect.width() / 2) + "\" ry=\"" +
                  length(rect.height() / 2) + '"',
              true);
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QPointF base = at + m_offset;
        const int font = m_fonts.numberOf(item.font());
        m_fonts.addDrawn(item.text(), m_fonts.fonts[font].isCode, m_fonts.fonts[font].isBold);
        m_out.append("<text class=\"" + inkClass('f', m_pen.color()) + " t" + QByteArray::number(font) + '"' + attribute("x", base.x()) +
                     attribute("y", base.y()) + '>' + xmlText(item.text()) + "</text>");
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

private:
    void shape(const char* name, const QByteArray& where, bool canBeFilled) {
        const bool isFilled = canBeFilled && m_brush.style() != Qt::NoBrush, isDrawn = m_pen.style() != Qt::NoPen;
        if (!isFilled && !isDrawn) return;
        QByteArray classes;
        if (isFilled) classes = inkClass('f', m_brush.color());
        if (isDrawn) classes += (isFilled ? " " : "") + inkClass('s', m_pen.color());
        QByteArray element = QByteArray("<") + name + " class=\"" + classes + '"' + where;
        if (isDrawn && m_pen.widthF() != 1) element += " stroke-width=\"" + length(m_pen.widthF()) + '"';
        if (isDrawn && m_pen.style() == Qt::DashLine)
            element += " stroke-dasharray=\"" + length(4 * m_pen.widthF()) + ' ' + length(2 * m_pen.widthF()) + '"';
        if (isDrawn && m_pen.style() == Qt::DashLine && m_pen.capStyle() == Qt::SquareCap) element += " stroke-linecap=\"square\"";
        m_out.append(element + "/>");
    }

    QVector<QByteArray>& m_out;
    UsedFonts& m_fonts;
    QPen m_pen;
    QBrush m_brush;
    QPointF m_offset;
};

class PieceDevice : public QPaintDevice {
public:
    PieceDevice(QVector<QByteArray>& out, UsedFonts& fonts) : m_engine(out, fonts) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
        case PdmHeight: return 1 << 20;
        case PdmWidthMM:
        case PdmHeightMM: return int((1 << 20) / 96.0 * 25.4);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96; // else fonts would be scaled
        case PdmNumColors: return INT_MAX;
        case PdmDepth: return 32;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    mutable PieceEngine m_engine;
};

}

int UsedFonts::numberOf(const QFont& font) {
    const PageFont wanted{font.families().value(0) == codeFamilies().value(0), font.weight() >= QFont::DemiBold, font.pixelSize()};
    qsizetype at = fonts.indexOf(wanted);
    if (at < 0) {
        at = fonts.size();
        fonts.append(wanted);
    }
    return int(at);
}

void UsedFonts::addDrawn(QStringView text, bool isCode, bool isBold) {
    addText(text, isCode, isBold);
    for (char32_t letter : text.toUcs4()) drawn[isCode][isBold].insert(letter);
}

void UsedFonts::addText(QStringView text, bool isCode, bool isBold) {
    for (char32_t letter : text.toUcs4()) letters[isCode][isBold].insert(letter);
}

QVector<QByteArray> svgPiece(UsedFonts& fonts, const std::function<void(QPainter&)>& paint) {
    QVector<QByteArray> out;
    PieceDevice device(out, fonts);
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return out;
}

QByteArray xmlText(QStringView text) {
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            out += c;
            out += text[++i];
        } else if (c == QLatin1Char('<')) out += QStringLiteral("&lt;");
        else if (c == QLatin1Char('>')) out += QStringLiteral("&gt;");
        else if (c == QLatin1Char('&')) out += QStringLiteral("&amp;");
        else if (c == QLatin1Char('"')) out += QStringLiteral("&quot;");
        else if (c == QLatin1Char('\'')) out += QStringLiteral("&#39;");
        else if (c.isSurrogate() || c.unicode() >= 0xFFFE || (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t')))
            out += QChar(0xFFFD);
        else out += c;
    }
    return out.toUtf8();
}

}
