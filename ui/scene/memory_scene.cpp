// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/memory_scene.h"

#include <QPainter>
#include <algorithm>

#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/layout/geometry.h"
#include "ui/style/metrics.h"

namespace memtape {

MemoryScene::MemoryScene(QObject* parent) : QGraphicsScene(parent) { setItemIndexMethod(NoIndex); }

void MemoryScene::setPlan(const RunPlan& plan) { m_plan = plan; }

void MemoryScene::setPalette(const Palette& palette) {
    m_style.palette = palette;
    update();
}

void MemoryScene::clearPicture() {
    m_boxes.clear();
    m_cards.clear();
    m_arrows.clear();
    m_routes.clear();
    m_boxRects.clear();
    m_cardRects.clear();
    clear();
    m_picture = {};
    m_content = m_running = {};
}

void MemoryScene::show(const Picture& picture) {
    clearPicture();
    m_picture = picture;
    m_style.detail = picture.detail;
    m_plan.placeMissing(picture);

    m_cardRects = geometry::placeCards(picture);
    for (int i = 0; i < picture.cards.size(); ++i) {
        auto* item = new CardItem(*this, picture.cards[i], m_cardRects[i]);
        addItem(item);
        m_cards.append(item);
        m_content |= item->mapRectToScene(item->boundingRect());
        if (picture.cards[i].running) m_running = m_cardRects[i];
    }
    QHash<ObjectId, int> boxOf;
    QVector<Obstacle> obstacles;
    for (int i = 0; i < picture.boxes.size(); ++i) {
        const BoxPicture& box = picture.boxes[i];
        QRectF reserved = m_plan.places.value(box.id);
        QRectF rect = reserved;
        if (!box.ghost) rect.setHeight(geometry::boxHeight(box, picture.detail));
        else
            rect.setHeight(
                std::clamp(rect.height(), metrics::headerHeight + 42.0, metrics::headerHeight + 54.0)); // its words take two lines or three
        auto* item = new BoxItem(*this, box, rect);
        addItem(item);
        m_boxes.append(item);
        m_boxRects.append(rect);
        m_content |= item->mapRectToScene(item->boundingRect());
        if (!box.ghost) boxOf.insert(box.id, i);
        obstacles.append({m_plan.columnOf.value(box.id), rect.adjusted(0, 0, 0, geometry::noteHeight(box))});
    }

    struct Arrow {
        ObjectId target;
        ArrowItem::Tone tone;
        bool isWeak;
    };
    QVector<ArrowEnds> ends;
    QVector<Arrow> drawn;
    auto add = [&](const RowPicture& row, int column, const QRectF& source, double y, bool running) {
        if (!row.ref.id || row.ref.isChip) return;
        auto target = boxOf.constFind(row.ref.id);
        if (target == boxOf.constEnd()) return;
        ends.append({column, source, y, m_plan.columnOf.value(row.ref.id), m_boxRects[*target], *target});
        auto tone = row.mark == Mark::Changed ? ArrowItem::Tone::Changed : running ? ArrowItem::Tone::Running : ArrowItem::Tone::Plain;
        drawn.append({row.ref.id, tone, row.isWeak});
    };
    for (int i = 0; i < picture.cards.size(); ++i)
        for (int row = 0; row < picture.cards[i].rows.size(); ++row)
            add(picture.cards[i].rows[row], -1, m_cardRects[i],
                m_cardRects[i].top() + geometry::cardRowTop(picture.cards[i], row) + metrics::rowHeight / 2, picture.cards[i].running);
    for (int i = 0; i < picture.boxes.size(); ++i)
        for (int row = 0; row < picture.boxes[i].rows.size(); ++row)
            add(picture.boxes[i].rows[row], m_plan.columnOf.value(picture.boxes[i].id), m_boxRects[i],
                m_boxRects[i].top() + geometry::boxRowTop(row, picture.detail) + metrics::rowHeight / 2, false);
    m_routes = ArrowRouter(m_plan.columns, obstacles).route(ends);
    for (int i = 0; i < drawn.size(); ++i) {
        auto* item = new ArrowItem(*this, m_routes[i], drawn[i].target, drawn[i].tone, drawn[i].isWeak);
        addItem(item);
        m_arrows.append(item);
        m_content |= item->boundingRect();
    }
    m_content = m_content.united(QRectF(0, 0, metrics::stackWidth + 260, 120)).adjusted(0, 0, 24, 24);
    m_content.setTopLeft({0, 0});
    // Room all around, so that the view can put any part of the picture anywhere.
    setSceneRect(m_content.adjusted(-4000, -4000, 4000, 4000));
    relight();
}

QRectF MemoryScene::namesRect() const {
    for (int i = 0; i < m_cardRects.size(); ++i)
        if (m_picture.cards[i].kind == CardPicture::Kind::GlobalNames) return m_cardRects[i];
    return {};
}

QRectF MemoryScene::rectOf(ObjectId id) const {
    for (int i = 0; i < m_picture.boxes.size(); ++i)
        if (m_picture.boxes[i].id == id) return m_boxRects[i];
    for (const CardItem* card : m_cards)
        if (card->card().names == id && id) return card->place();
    return {};
}

QVector<ObjectId> MemoryScene::boxesInOrder() const {
    QVector<ObjectId> ids;
    for (const BoxPicture& box : m_picture.boxes)
        if (!box.ghost) ids.append(box.id);
    return ids;
}

void MemoryScene::setHovered(ObjectId id) {
    if (m_style.hovered == id) return;
    m_style.hovered = id;
    relight();
}

void MemoryScene::setSelected(ObjectId id, const std::optional<RefPlace>& row) {
    if (m_style.selected == id && m_style.row == row) return;
    m_style.selected = id;
    m_style.row = row;
    update();
}

// Hovering lights every alias and dims the rest.
void MemoryScene::relight() {
    constexpr double dim = 0.38;
    ObjectId id = m_style.hovered;
    bool any = false;
    if (id)
        for (const ArrowItem* arrow : m_arrows) any = any || arrow->target() == id;
    for (BoxItem* box : m_boxes) box->setOpacity(!any || box->box().id == id || box->refersTo(id) ? 1 : dim);
    for (CardItem* card : m_cards) card->setOpacity(!any || card->refersTo(id) ? 1 : dim);
    for (ArrowItem* arrow : m_arrows) arrow->setOpacity(!any || arrow->target() == id ? 1 : dim * 0.6);
    update();
}

void MemoryScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, m_style[Ink::Heap]);
    QRectF stack = rect;
    stack.setRight(std::min(rect.right(), metrics::stackWidth));
    if (stack.width() > 0) painter->fillRect(stack, m_style[Ink::Stack]);
    if (rect.left() <= metrics::stackWidth && rect.right() >= metrics::stackWidth) {
        painter->setPen(QPen(m_style[Ink::Edge], 1));
        painter->drawLine(QPointF(metrics::stackWidth, rect.top()), QPointF(metrics::stackWidth, rect.bottom()));
    }
}

}
