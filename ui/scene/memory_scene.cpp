// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/memory_scene.h"

#include <QPainter>
#include <QSet>
#include <algorithm>
#include <utility>

#include "ui/models/draw/draw_task.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/items/drawing_item.h"
#include "ui/scene/layout/geometry.h"
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
    m_markItems.clear();
    m_drawingItem = nullptr;
    m_questionItem = nullptr;
    m_routes.clear();
    m_arrowSources.clear();
    m_boxRects.clear();
    m_cardRects.clear();
    clear();
    m_picture = {};
    m_content = m_running = {};
}

void MemoryScene::show(const Picture& picture, bool moves) {
    if (moves) m_motion->remember();
    replace(picture);
    if (moves) m_motion->start();
}

bool MemoryScene::showMoving(const Picture& picture) {
    m_motion->remember();
    replace(picture);
    return m_motion->prepare();
}

void MemoryScene::showMotionAt(double time) { m_motion->showAt(time); }

void MemoryScene::replace(const Picture& picture) {
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
    const PicturePlaces places = this->places();
    const QVector<PictureArrow> arrows = arrowsOf(picture, places);
    showNotes(arrows);
    drawArrows(arrows);
    m_content = m_content.united(QRectF(0, 0, metrics::stackOf(m_picture.narrowStack).width + (m_picture.narrowStack ? 160 : 260), 120))
                    .adjusted(0, 0, 24, 24);
    m_content.setTopLeft({0, 0});
    // Room all around, so that the view can put any part of the picture anywhere.
    setSceneRect(m_content.adjusted(-4000, -4000, 4000, 4000));
    placeAnswerMarks();
    if (m_drawing) placeDrawing(places);
    relight();
}

void MemoryScene::setAnswerMarks(const QVector<AnswerMark>& marks) {
    m_marks = marks;
    placeAnswerMarks();
}

void MemoryScene::placeAnswerMarks() {
    qDeleteAll(m_markItems);
    m_markItems.clear();
    for (const AnswerMark& mark : std::as_const(m_marks)) {
        const QRectF box = rectOf(mark.object);
        if (box.isNull()) continue;
        m_markItems.append(new AnswerMarkItem(m_style, mark, box));
        addItem(m_markItems.last());
    }
}

void MemoryScene::setQuestionArrow(const std::optional<QuestionArrow>& arrow) {
    delete std::exchange(m_questionItem, nullptr);
    if (!arrow) return;
    const QRectF rect = arrow->isCard ? m_cardRects[arrow->index] : m_boxRects[arrow->index];
    QPointF from = rect.bottomRight() - QPointF(14, 10);
    if (arrow->row >= 0) from = arrowPlaceOf(m_picture, places(), {arrow->isCard, arrow->index, arrow->row}).dot;
    const QVector<RowPicture>& rows = arrow->isCard ? m_picture.cards[arrow->index].rows : m_picture.boxes[arrow->index].rows;
    if (arrow->row >= 0 && rows[arrow->row].ref.isChip) { // which stands there: from the edge
        const bool isAcross = !arrow->isCard && m_boxes[arrow->index]->form().isAcross();
        from = isAcross ? QPointF(from.x(), rect.bottom()) : QPointF(rect.right(), from.y());
    }
    m_questionItem = new QuestionArrowItem(m_style, from, arrow->words, m_cardRects + m_boxRects, m_routes);
    addItem(m_questionItem);
}

PicturePlaces MemoryScene::places() const {
    PicturePlaces places{m_cardRects, m_boxRects, {}};
    for (const BoxItem* box : m_boxes) places.forms.append(box->form());
    return places;
}

void MemoryScene::placeBoxes() {
    for (const BoxPicture& box : m_picture.boxes) {
        BoxForm form = m_plan.forms.value(box.id);
        QRectF rect = drawnRect(box, form, m_plan.places.value(box.id), m_picture.detail);
        auto* item = new BoxItem(*this, box, form, rect);
        addItem(item);
        m_boxes.append(item);
        m_boxRects.append(rect);
    }
}

// A note stands below its box where nothing else does, and no arrow has to go down from there.
void MemoryScene::showNotes(const QVector<PictureArrow>& arrows) {
    QSet<int> leftBelow;
    for (const PictureArrow& arrow : arrows)
        if (!arrow.source.isCard && arrow.ends.exits.size() == 1 && arrow.ends.exits[0].side == Side::Bottom) leftBelow.insert(arrow.source.index);
    QVector<BoxItem*> noted; // so far
    for (int i = 0; i < m_boxes.size(); ++i) {
        BoxItem* item = m_boxes[i];
        if (QRectF note = item->noteRect(); note.isValid()) {
            bool isFree = !leftBelow.contains(i) && std::none_of(m_boxRects.begin(), m_boxRects.end(),
                                                                 [&](const QRectF& other) { return other.adjusted(-4, -2, 4, 2).intersects(note); });
            for (BoxItem* other : std::as_const(noted)) {
                if (!isFree || !other->noteRect().adjusted(-4, 0, 4, 0).intersects(note)) continue;
                isFree = false;
                const bool isBeside = other->noteRect().top() == note.top() && other->noteRect().left() < note.left();
                if (isBeside && other->box().note == item->box().note) other->extendNote(m_boxRects[i].right()); // both are told by one
            }
            item->showNote(isFree);
            if (isFree) noted.append(item);
        }
        m_content |= item->mapRectToScene(item->boundingRect());
    }
}

void MemoryScene::drawArrows(const QVector<PictureArrow>& arrows) {
    Routing routing{.obstacles = obstaclesOf(places())};
    for (const BoxItem* box : m_boxes)
        if (box->isNoteShown()) routing.obstacles.append(box->noteRect());
    for (const PictureArrow& arrow : arrows) routing.ends.append(arrow.ends);
    if (!m_plan.heap.isEmpty()) routing.room = m_plan.view();
    if (routing != m_routing) {
        ArrowRouter router(routing.obstacles);
        if (!routing.room.isNull()) router.setRoom(routing.room);
        m_routed = router.route(routing.ends);
        m_routing = std::move(routing);
    }
    m_routes = m_routed;
    for (int i = 0; i < arrows.size(); ++i) {
        const ArrowSource& from = arrows[i].source;
        const RowPicture& row = rowOf(from);
        auto* item = new ArrowItem(*this, m_routes[i], row.ref.id, toneOf(from), row.isWeak, row.kind == RowKind::Several);
        addItem(item);
        m_arrows.append(item);
        m_arrowSources.append(from);
        m_content |= item->boundingRect();
    }
}

const RowPicture& MemoryScene::rowOf(const ArrowSource& source) const {
    return source.isCard ? m_picture.cards[source.index].rows[source.row] : m_picture.boxes[source.index].rows[source.row];
}

// What the reader has drawn says nothing by itself until it is checked.
ArrowItem::Tone MemoryScene::toneOf(const ArrowSource& from) const {
    using Tone = ArrowItem::Tone;
    if (m_drawing) {
        if (m_drawing->stage() == DrawTask::Stage::Drawing) return Tone::Running;
        for (int i = 0; i < m_drawing->dots().size(); ++i)
            if (const DrawTask::Dot& dot = m_drawing->dots()[i]; dot.isCard == from.isCard && dot.index == from.index && dot.row == from.row)
                return m_drawing->verdict(i) == DrawTask::Verdict::Right ? Tone::Right
                       : m_drawing->stage() == DrawTask::Stage::Shown    ? Tone::Running
                                                                         : Tone::Changed; // red is for exceptions
    }
    const RowPicture& row = rowOf(from);
    if (row.kind == RowKind::Raised) return Tone::Error;
    if (row.mark == Mark::Changed) return Tone::Changed;
    return from.isCard && m_picture.cards[from.index].running ? Tone::Running : Tone::Plain;
}

// Over all the rest: while arrows are drawn, a press on a card or a box means nothing else, and nothing tells what a row refers to.
void MemoryScene::placeDrawing(const PicturePlaces& places) {
    QVector<DrawingItem::Spot> dots, objects;
    for (const DrawTask::Dot& dot : m_drawing->dots()) {
        const ArrowPlace place = arrowPlaceOf(m_picture, places, {dot.isCard, dot.index, dot.row});
        dots.append({place.row, place.dot});
    }
    for (const ObjectId object : m_drawing->objects()) objects.append({rectOf(object), {}});
    m_drawingItem = new DrawingItem(*this, *m_drawing, dots, objects, m_cardRects);
    addItem(m_drawingItem);
}

QRectF MemoryScene::namesRect() const {
    for (int i = 0; i < m_cardRects.size(); ++i)
        if (m_picture.cards[i].kind == CardPicture::Kind::GlobalNames) return m_cardRects[i];
    return {};
}

QRectF MemoryScene::rectOf(ObjectId id) const {
    for (int i = 0; i < m_picture.boxes.size(); ++i)
        if (m_picture.boxes[i].id == id) return m_boxRects[i];
    for (const BoxItem* box : m_boxes)
        if (const QRectF tile = box->tileOf(id); !tile.isNull()) return tile;
    for (const CardItem* card : m_cards)
        if (card->card().names == id && id) return card->place();
    return {};
}

QVector<ObjectId> MemoryScene::boxesInOrder() const {
    QVector<ObjectId> ids;
    for (const BoxPicture& box : m_picture.boxes)
        if (box.isObject()) ids.append(box.id);
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
    for (BoxItem* box : m_boxes) box->setOpacity(!any || box->box().id == id || box->refersTo(id) || !box->tileOf(id).isNull() ? 1 : dim);
    for (CardItem* card : m_cards) card->setOpacity(!any || card->refersTo(id) ? 1 : dim);
    for (ArrowItem* arrow : m_arrows) arrow->setOpacity(!any || arrow->target() == id ? 1 : dim * 0.6);
    update();
}

void MemoryScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, m_style[Ink::Heap]);
    QRectF stack = rect;
    const double edge = metrics::stackOf(m_picture.narrowStack).width;
    stack.setRight(std::min(rect.right(), edge));
    if (stack.width() > 0) painter->fillRect(stack, m_style[Ink::Stack]);
    if (rect.left() <= edge && rect.right() >= edge) {
        painter->setPen(QPen(m_style[Ink::Edge], 1));
        painter->drawLine(QPointF(edge, rect.top()), QPointF(edge, rect.bottom()));
    }
}

}
