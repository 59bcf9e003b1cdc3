// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a Picture at the places of a RunPlan. The items are made anew at each step (a thousand take a millisecond or two); nothing is
// kept in them but the picture, so a step always looks the same, however it was reached.

#include <QGraphicsScene>

#include "ui/models/picture/picture.h"
#include "ui/scene/items/answer_mark_item.h"
#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/painting.h"
#include "ui/scene/items/question_arrow_item.h"
#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/picture_arrows.h"
#include "ui/scene/layout/run_plan.h"

namespace memtape {

class BoxItem;
class CardItem;
class DrawTask;
class DrawingItem;
class StepMotion;

class MemoryScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit MemoryScene(QObject* parent = nullptr);

    void setPlan(const RunPlan& plan);
    RunPlan& plan() { return m_plan; }
    void show(const Picture& picture, bool moves = false); // moves: from the picture before, for a moment
    // The same without a clock: at the beginning of the motion; false: nothing moves. Then at a part of its time, up to 1.
    bool showMoving(const Picture& picture);
    void showMotionAt(double time);
    void clearPicture();
    const Picture& picture() const { return m_picture; }
    const SceneStyle& style() const { return m_style; }
    void setPalette(const Palette& palette);
    void setExporting(bool exporting) { m_style.exporting = exporting; }
    void setDotsAlone(bool alone) { m_style.dotsAlone = alone; }

    void setHovered(ObjectId id);
    void setSelected(ObjectId id, const std::optional<RefPlace>& row);
    void setAnswerMarks(const QVector<AnswerMark>& marks);            // of a question about objects; they stay until others are set
    void setQuestionArrow(const std::optional<QuestionArrow>& arrow); // of the picture that is shown; goes with it
    const QuestionArrowItem* questionArrow() const { return m_questionItem; }
    // The arrows of the picture that is shown are being drawn by the reader: DrawTask::over made it. Null: they are not. It is read at each show.
    void setDrawing(const DrawTask* task) { m_drawing = task; }
    bool isDrawn() const { return m_drawing; }
    void hoverObject(ObjectId id) { Q_EMIT objectHovered(id); }
    void pickObject(ObjectId id, const std::optional<RefPlace>& row = std::nullopt) { Q_EMIT objectPicked(id, row); }

    QRectF contentRect() const { return m_content; } // all that is drawn, with a margin
    QRectF runningRect() const { return m_running; } // the running card
    QRectF namesRect() const;                        // the card of the global names; null: there is none
    QRectF rectOf(ObjectId id) const;
    QVector<ObjectId> boxesInOrder() const;
    // For the tests.
    QVector<ArrowRoute> arrows() const { return m_routes; }
    QVector<ArrowSource> arrowSources() const { return m_arrowSources; }
    const RowPicture& rowOf(const ArrowSource& source) const;
    const QVector<BoxItem*>& boxItems() const { return m_boxes; }
    const QVector<CardItem*>& cardItems() const { return m_cards; }
    const QVector<ArrowItem*>& arrowItems() const { return m_arrows; }
    const DrawingItem* drawing() const { return m_drawingItem; }
    const StepMotion& motion() const { return *m_motion; }
    QVector<QRectF> boxRects() const { return m_boxRects; }
    QVector<QRectF> cardRects() const { return m_cardRects; }

Q_SIGNALS:
    void objectHovered(memtape::ObjectId id);
    void groupOpened(const QVector<memtape::ObjectId>& members); // are wanted as boxes of their own
    void objectPicked(memtape::ObjectId id, const std::optional<memtape::RefPlace>& row);
    void unfoldRequested();
    void moreRequested(memtape::ObjectId id);
    void openRequested(memtape::ObjectId id); // by a double click
    void pinRequested(memtape::ObjectId id, QPointF where);
    // `row`: the one below the pointer; none: there is none.
    void menuRequested(memtape::ObjectId id, std::optional<memtape::RefPlace> row, QPoint screenPosition);
    // Of a drawing: its dot by its number.
    void dotChosen(int dot);
    void arrowDrawn(int dot, memtape::ObjectId to); // to none: it was taken away

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void replace(const Picture& picture);
    void placeBoxes();
    void showNotes(const QVector<PictureArrow>& arrows);
    void drawArrows(const QVector<PictureArrow>& arrows);
    void placeAnswerMarks();
    void placeDrawing(const PicturePlaces& places);
    PicturePlaces places() const;
    ArrowItem::Tone toneOf(const ArrowSource& from) const;
    void relight();

    StepMotion* m_motion;
    Picture m_picture;
    RunPlan m_plan;
    SceneStyle m_style;
    QVector<BoxItem*> m_boxes;
    QVector<CardItem*> m_cards;
    QVector<ArrowItem*> m_arrows;
    QVector<AnswerMark> m_marks;
    QVector<AnswerMarkItem*> m_markItems;
    const DrawTask* m_drawing = nullptr;
    DrawingItem* m_drawingItem = nullptr;
    QuestionArrowItem* m_questionItem = nullptr;
    struct Routing { // what the ways of the arrows follow from: many a step leaves all of it as it was, and new marks do
        QVector<QRectF> obstacles;
        QVector<ArrowEnds> ends;
        QRectF room; // null: none is known

        bool operator==(const Routing&) const = default;
    } m_routing;
    QVector<ArrowRoute> m_routed; // by m_routing
    QVector<ArrowRoute> m_routes; // of the arrows in the picture
    QVector<ArrowSource> m_arrowSources;
    QVector<QRectF> m_boxRects, m_cardRects;
    QRectF m_content, m_running;
};

}
