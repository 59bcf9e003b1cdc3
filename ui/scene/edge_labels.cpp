// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/edge_labels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <algorithm>
#include <optional>

#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/painting.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double height = 22, apart = 4, fromEdge = 6, widest = 190; // px at text size 1

bool isSeen(const QRectF& heap, const QRectF& box) { return heap.intersects(box.adjusted(4, 4, -4, -4)); }

struct Leaving {
    QPointF at;
    Side side;
};

// Where a line that goes from a point inside to one outside leaves a rectangle.
Leaving leaving(const QRectF& room, QPointF inside, QPointF outside) {
    Leaving found{outside, Side::Right};
    double least = 2;
    auto edge = [&](Side side, double from, double to, double limit) {
        if (std::abs(to - from) < 1e-9) return;
        double part = (limit - from) / (to - from);
        if (part < -1e-9 || part >= least || (side == Side::Left || side == Side::Top ? to >= limit : to <= limit)) return;
        least = part;
        found = {inside + (outside - inside) * part, side};
    };
    edge(Side::Left, inside.x(), outside.x(), room.left());
    edge(Side::Right, inside.x(), outside.x(), room.right());
    edge(Side::Top, inside.y(), outside.y(), room.top());
    edge(Side::Bottom, inside.y(), outside.y(), room.bottom());
    return found;
}

// Where a line comes into a rectangle; its beginning, if that is inside. None: it passes by.
std::optional<QPointF> entering(const QRectF& room, QPointF from, QPointF to) {
    double begin = 0, end = 1;
    auto clip = [&](double start, double length, double least, double most) {
        if (std::abs(length) < 1e-9) {
            if (start < least || start > most) end = -1;
            return;
        }
        const double one = (least - start) / length, other = (most - start) / length;
        begin = std::max(begin, std::min(one, other));
        end = std::min(end, std::max(one, other));
    };
    clip(from.x(), to.x() - from.x(), room.left(), room.right());
    clip(from.y(), to.y() - from.y(), room.top(), room.bottom());
    return begin <= end ? std::optional(from + (to - from) * begin) : std::nullopt;
}

// Where an arrow to what is not seen is seen last. None: it is not seen at all.
std::optional<Leaving> lastSeen(const ArrowRoute& route, bool isFromStack, const QRectF& room) {
    if (isFromStack ? route.dot.y() < room.top() || route.dot.y() > room.bottom() : !room.contains(route.dot)) return std::nullopt;
    bool wasInside = false;
    QPointF last = route.dot;
    for (const QPolygonF& part : route.path.toSubpathPolygons())
        for (QPointF point : part) {
            // Also a line that begins in the stack and ends beyond the other edge.
            const std::optional<QPointF> inside = entering(room, last, point);
            wasInside = room.contains(point);
            if (inside && !wasInside && *inside != point) return leaving(room, *inside, point);
            last = point;
        }
    if (wasInside) return leaving(room, last, route.tip);
    if (!isFromStack) return std::nullopt;
    if (route.tip.x() < room.left()) return Leaving{QPointF(room.left(), route.dot.y()), Side::Left};
    // It goes down or up beside the heap, in the stack's column.
    if (route.tip.y() > room.bottom()) return Leaving{room.bottomLeft(), Side::Bottom};
    if (route.tip.y() < room.top()) return Leaving{room.topLeft(), Side::Top};
    return std::nullopt;
}

QChar sign(Side side) {
    switch (side) {
    case Side::Left: return QChar(0x2190);
    case Side::Top: return QChar(0x2191);
    case Side::Right: return QChar(0x2192);
    case Side::Bottom: return QChar(0x2193);
    }
    return {};
}

Ink inkOf(ArrowItem::Tone tone) {
    switch (tone) {
    case ArrowItem::Tone::Running: return Ink::Accent;
    case ArrowItem::Tone::Changed: return Ink::Changed;
    case ArrowItem::Tone::Error: return Ink::Error;
    case ArrowItem::Tone::Right: return Ink::Made;
    case ArrowItem::Tone::Plain: break;
    }
    return Ink::Arrow;
}

double textWidth(const QString& text, double scale) { return QFontMetricsF(interfaceFont(12 * scale)).horizontalAdvance(text); }

// Along one edge, each as near as it can to where its arrows leave.
void spread(std::vector<EdgeLabel>& labels, Side side, const QRectF& room, double scale) {
    bool isUpright = isLevel(side); // the edge runs up and down
    auto middle = [&](const EdgeLabel& label) { return isUpright ? label.rect.center().y() : label.rect.center().x(); };
    std::stable_sort(labels.begin(), labels.end(), [&](const EdgeLabel& a, const EdgeLabel& b) { return middle(a) < middle(b); });
    auto length = [&](const EdgeLabel& label) { return isUpright ? label.rect.height() : label.rect.width(); };
    double first = (isUpright ? room.top() : room.left()) + fromEdge * scale, last = (isUpright ? room.bottom() : room.right()) - fromEdge * scale;
    double needed = -apart * scale;
    size_t fits = 0;
    while (fits < labels.size() && needed + length(labels[fits]) + apart * scale <= last - first) needed += length(labels[fits++]) + apart * scale;
    if (fits < labels.size()) {
        size_t rest = labels.size() - fits;
        labels.resize(fits);
        if (!labels.empty()) labels.back().text = QCoreApplication::translate("memtape::Canvas", "%1 +%2").arg(labels.back().text).arg(rest);
    }
    std::vector<double> starts(labels.size());
    double free = first;
    for (size_t i = 0; i < labels.size(); ++i) {
        starts[i] = std::max(free, middle(labels[i]) - length(labels[i]) / 2);
        free = starts[i] + length(labels[i]) + apart * scale;
    }
    double end = last;
    for (size_t i = labels.size(); i-- > 0;) {
        starts[i] = std::min(starts[i], end - length(labels[i]));
        end = starts[i] - apart * scale;
        if (isUpright) labels[i].rect.moveTop(starts[i]);
        else labels[i].rect.moveLeft(starts[i]);
    }
}

// What says how many boxes the step changed out of sight, and which.
std::optional<EdgeLabel> changesLine(const MemoryScene& scene, const QRectF& heap, const QRectF& room, double scale) {
    const QVector<ObjectId> changed = changedOutOfSight(scene, heap);
    if (changed.isEmpty()) return std::nullopt;
    constexpr int named = 3;
    QStringList names;
    for (int i = 0; i < std::min<int>(named, int(changed.size())); ++i)
        for (const BoxPicture& box : scene.picture().boxes)
            if (box.id == changed[i]) names.append(box.type);
    if (changed.size() > named) names.append(QString(QChar(0x2026)));
    EdgeLabel line;
    line.text =
        QCoreApplication::translate("memtape::Canvas", "%1 changed out of sight: %2").arg(changed.size()).arg(names.join(QStringLiteral(", ")));
    line.target = changed.first();
    line.side = Side::Bottom;
    line.ink = Ink::Changed;
    double width = std::min(textWidth(line.text, scale) + 20 * scale, room.width() - 2 * fromEdge * scale);
    line.rect = QRectF(room.left() + fromEdge * scale, room.bottom() - (height + fromEdge) * scale, width, height * scale);
    return line;
}

}

QVector<ObjectId> changedOutOfSight(const MemoryScene& scene, const QRectF& seenHeap) {
    QVector<ObjectId> changed;
    const QVector<QRectF> rects = scene.boxRects();
    for (int i = 0; i < rects.size(); ++i)
        if (const BoxPicture& box = scene.picture().boxes[i]; box.mark != Mark::None && !isSeen(seenHeap, rects[i])) changed.append(box.id);
    return changed;
}

QVector<EdgeLabel> edgeLabels(const MemoryScene& scene, const EdgeRoom& room) {
    QRectF area = room.toView.mapRect(room.heap); // what is left of the view for labels
    const double scale = room.textScale;
    constexpr double least = 120; // where less of the heap is seen there is no room for words
    if (area.width() < least * scale || area.height() < least * scale) return {};
    QVector<EdgeLabel> all;
    if (auto line = changesLine(scene, room.heap, area, scale)) {
        all.append(*line);
        area.setBottom(line->rect.top());
    }
    std::vector<EdgeLabel> bySide[4];
    const QVector<ArrowSource> sources = scene.arrowSources();
    const QVector<QRectF> rects = scene.boxRects();
    QHash<ObjectId, int> unseen;
    for (int i = 0; i < rects.size(); ++i)
        if (const BoxPicture& box = scene.picture().boxes[i]; !box.ghost && !isSeen(room.heap, rects[i])) unseen.insert(box.id, i);
    for (int i = 0; i < sources.size() && !unseen.isEmpty(); ++i) {
        const ArrowItem& arrow = *scene.arrowItems()[i];
        const ObjectId box = scene.rowOf(sources[i]).ref.box();
        auto target = unseen.constFind(box);
        if (target == unseen.constEnd() || room.heap.contains(arrow.route().tip)) continue;
        auto at = lastSeen(arrow.route(), sources[i].isCard, room.heap);
        if (!at) continue;
        std::vector<EdgeLabel>& labels = bySide[int(at->side)];
        auto known = std::find_if(labels.begin(), labels.end(), [&](const EdgeLabel& label) { return label.target == box; });
        if (known != labels.end()) {
            ++known->arrows;
            if (known->ink == Ink::Arrow) known->ink = inkOf(arrow.tone());
            continue;
        }
        EdgeLabel label;
        label.text = QStringLiteral("%1 %2").arg(sign(at->side)).arg(scene.picture().boxes[*target].type);
        label.target = box;
        label.side = at->side;
        label.ink = inkOf(arrow.tone());
        label.arrows = 1;
        QSizeF size(std::min(textWidth(label.text, scale) + 16 * scale, widest * scale), height * scale);
        QPointF middle = room.toView.map(at->at);
        label.rect = QRectF(middle - QPointF(size.width(), size.height()) / 2, size);
        double edge = fromEdge * scale;
        switch (label.side) {
        case Side::Left: label.rect.moveLeft(area.left() + edge); break;
        case Side::Right: label.rect.moveRight(area.right() - edge); break;
        case Side::Top: label.rect.moveTop(area.top() + edge); break;
        case Side::Bottom: label.rect.moveBottom(area.bottom() - edge); break;
        }
        labels.push_back(label);
    }
    // Those at the left and right keep clear of the corners, which are the others'.
    QRectF between = area;
    double corner = (height + fromEdge + apart) * scale;
    if (!bySide[int(Side::Top)].empty()) between.setTop(area.top() + corner);
    if (!bySide[int(Side::Bottom)].empty()) between.setBottom(area.bottom() - corner);
    for (Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom}) {
        spread(bySide[int(side)], side, isLevel(side) ? between : area, scale);
        for (const EdgeLabel& label : bySide[int(side)]) all.append(label);
    }
    return all;
}

void paintEdgeLabels(QPainter& painter, const SceneStyle& style, const QVector<EdgeLabel>& labels, double textScale) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const EdgeLabel& label : labels) {
        bool isLine = label.arrows == 0;
        painter.setPen(QPen(style[label.ink], 1));
        painter.setBrush(style[isLine ? Ink::ChangedSoft : Ink::Box]);
        painter.drawRoundedRect(label.rect.adjusted(0.5, 0.5, -0.5, -0.5), label.rect.height() / 2, label.rect.height() / 2);
        painting::text(painter, label.rect.adjusted(8 * textScale, 0, -7 * textScale, 0), Qt::AlignLeft, label.text, interfaceFont(12 * textScale),
                       style[isLine ? Ink::Text : label.ink]);
    }
}

}
