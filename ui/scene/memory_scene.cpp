// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/memory_scene.h"

#include <QPainter>
#include <algorithm>

#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"
#include "ui/scene/step_motion.h"
#include "ui/style/metrics.h"

namespace memtape {

MemoryScene::MemoryScene(QObject* parent) : QGraphicsScene(parent), m_motion(new StepMotion(*this)) { setItemIndexMethod(NoIndex); }

void MemoryScene::setPlan(const RunPlan& plan) { m_plan = plan; }

void MemoryScene::setPalette(const Palette& palette) {
    m_style.palette = palette;
    update();
}

void MemoryScene::clearPicture() {
    m_motion->stop();
    m_boxes.clear();
    m_cards.clear();
    m_arrows.clear();
    m_routes.clear();
    m_arrowSources.clear();
    m_boxRects.clear();
    m_cardRects.clear();
    clear();
    m_picture = {};
    m_content = m_running = {};
}

void MemoryScene::show(const Picture& picture, bool moves) {
    m_motion->stop();
    if (moves) m_motion->remember();
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
    placeBoxes();
    drawArrows();
    m_content = m_content.united(QRectF(0, 0, metrics::stackWidth + 260, 120)).adjusted(0, 0, 24, 24);
    m_content.setTopLeft({0, 0});
    // Room all around, so that the view can put any part of the picture anywhere.
    setSceneRect(m_content.adjusted(-4000, -4000, 4000, 4000));
    relight();
    if (moves) m_motion->start();
}

void MemoryScene::placeBoxes() {
    for (const BoxPicture& box : m_picture.boxes) {
        BoxForm form = m_plan.forms.value(box.id);
        QRectF rect = m_plan.places.value(box.id);
        if (!box.ghost) rect.setHeight(geometry::boxHeight(box, form, m_picture.detail));
        else rect.setHeight(std::min(geometry::ghostHeight(box, rect.width()), std::max(rect.height(), metrics::headerHeight + 20)));
        auto* item = new BoxItem(*this, box, form, rect);
        addItem(item);
        m_boxes.append(item);
        m_boxRects.append(rect);
    }
    // A note stands below its box where nothing else does.
    for (BoxItem* item : m_boxes) {
        if (QRectF note = item->noteRect(); note.isValid())
            item->showNote(std::none_of(m_boxRects.begin(), m_boxRects.end(),
                                        [&](const QRectF& other) { return other.adjusted(-4, -2, 4, 2).intersects(note); }));
        m_content |= item->mapRectToScene(item->boundingRect());
    }
}

namespace {

// Where arrows may enter a box.
QVector<ArrowPort> entriesOf(const QRectF& rect, const BoxForm& form, Detail detail) {
    double y = rect.top() + geometry::portHeight(form.form, detail);
    double x = lanes::nearest(rect.center().x());
    return {{QPointF(rect.left(), y), Side::Left},
            {QPointF(x, rect.top()), Side::Top},
            {QPointF(rect.right(), y), Side::Right},
            {QPointF(x, rect.bottom()), Side::Bottom}};
}

// Where the arrow of a cell may leave its box.
QVector<ArrowPort> exitsOf(const BoxItem& box, int row) {
    const geometry::CellPlace& cell = box.cells()[row];
    const QRectF place = box.place();
    QPointF dot = place.topLeft() + cell.dot;
    if (!box.form().isAcross()) return {{dot, Side::Right}, {QPointF(place.left() + 6, dot.y()), Side::Left}};
    QVector<ArrowPort> exits;
    auto isBeside = [&](int other) { return other >= 0 && other < box.cells().size() && box.cells()[other].rect.top() == cell.rect.top(); };
    bool isUnder = false;
    for (const geometry::CellPlace& other : box.cells())
        isUnder = isUnder || (other.rect.top() > cell.rect.top() && other.rect.left() < cell.dot.x() && other.rect.right() > cell.dot.x());
    if (!isBeside(row + 1)) exits.append({dot, Side::Right});
    if (!isUnder) exits.append({dot, Side::Bottom});
    if (!isBeside(row - 1)) exits.append({dot, Side::Left});
    if (exits.isEmpty()) exits.append({dot, Side::Bottom});
    return exits;
}

struct Arrow {
    ArrowEnds ends;
    ObjectId target;
    ArrowItem::Tone tone;
    bool isWeak;
    ArrowSource source;
};

// The short ones choose their way first: they are most, and lie within one structure.
void orderArrows(QVector<Arrow>& arrows) {
    auto length = [](const Arrow& arrow) { return (arrow.ends.exits[0].point - arrow.ends.entries[0].point).manhattanLength(); };
    std::stable_sort(arrows.begin(), arrows.end(), [&](const Arrow& a, const Arrow& b) { return length(a) < length(b); });
}

}

void MemoryScene::drawArrows() {
    QHash<ObjectId, int> boxOf;
    QVector<QRectF> obstacles = m_cardRects;
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i]->box().ghost) boxOf.insert(m_boxes[i]->box().id, i);
        obstacles.append(m_boxRects[i]);
        if (m_boxes[i]->isNoteShown()) obstacles.append(m_boxes[i]->noteRect());
    }
    QVector<Arrow> arrows;
    auto add = [&](const RowPicture& row, const QRectF& source, const QVector<ArrowPort>& exits, bool running, ArrowSource from) {
        auto target = boxOf.constFind(row.ref.id);
        if (!row.ref.id || row.ref.isChip || target == boxOf.constEnd()) return;
        auto tone = row.kind == RowKind::Raised ? ArrowItem::Tone::Error
                    : row.mark == Mark::Changed ? ArrowItem::Tone::Changed
                    : running                   ? ArrowItem::Tone::Running
                                                : ArrowItem::Tone::Plain;
        ArrowEnds ends{source, exits, m_boxRects[*target], entriesOf(m_boxRects[*target], m_boxes[*target]->form(), m_picture.detail), *target};
        // What stands below is entered from above: a tree's branches.
        if (!from.isCard && ends.target.top() > source.bottom()) std::swap(ends.entries[0], ends.entries[1]);
        arrows.append({ends, row.ref.id, tone, row.isWeak, from});
    };
    for (int i = 0; i < m_boxes.size(); ++i)
        for (int row = 0; row < m_picture.boxes[i].rows.size(); ++row)
            if (const RowPicture& cell = m_picture.boxes[i].rows[row]; cell.ref.id && !cell.ref.isChip)
                add(cell, m_boxRects[i], exitsOf(*m_boxes[i], row), false, {false, i, row});
    for (int i = 0; i < m_picture.cards.size(); ++i)
        for (int row = 0; row < m_picture.cards[i].rows.size(); ++row) {
            double y = m_cardRects[i].top() + geometry::cardRowTop(m_picture.cards[i], row) + metrics::rowHeight / 2;
            add(m_picture.cards[i].rows[row], m_cardRects[i], {{QPointF(m_cardRects[i].right() - 14, y), Side::Right}}, m_picture.cards[i].running,
                {true, i, row});
        }
    orderArrows(arrows);
    QVector<ArrowEnds> ends;
    for (const Arrow& arrow : arrows) ends.append(arrow.ends);
    m_routes = ArrowRouter(obstacles).route(ends);
    for (int i = 0; i < arrows.size(); ++i) {
        auto* item = new ArrowItem(*this, m_routes[i], arrows[i].target, arrows[i].tone, arrows[i].isWeak);
        addItem(item);
        m_arrows.append(item);
        m_arrowSources.append(arrows[i].source);
        m_content |= item->boundingRect();
    }
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
