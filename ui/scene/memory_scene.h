// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a Picture at the places of a RunPlan. The items are made anew at each step (a thousand take a millisecond or two); nothing is
// kept in them but the picture, so a step always looks the same, however it was reached.

#include <QGraphicsScene>

#include "ui/models/picture/picture.h"
#include "ui/scene/items/painting.h"
#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/run_plan.h"

namespace memtape {

class ArrowItem;
class BoxItem;
class CardItem;
class StepMotion;

struct ArrowSource {
    bool isCard = false;
    int index = 0; // of the card or box, in the picture
    int row = 0;
};

class MemoryScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit MemoryScene(QObject* parent = nullptr);

    void setPlan(const RunPlan& plan);
    RunPlan& plan() { return m_plan; }
    void show(const Picture& picture, bool moves = false); // moves: from the picture before, for a moment
    void clearPicture();
    const Picture& picture() const { return m_picture; }
    const SceneStyle& style() const { return m_style; }
    void setPalette(const Palette& palette);
    void setExporting(bool exporting) { m_style.exporting = exporting; }

    void setHovered(ObjectId id);
    void setSelected(ObjectId id, const std::optional<RefPlace>& row);
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
    const QVector<BoxItem*>& boxItems() const { return m_boxes; }
    const QVector<CardItem*>& cardItems() const { return m_cards; }
    const QVector<ArrowItem*>& arrowItems() const { return m_arrows; }
    const StepMotion& motion() const { return *m_motion; }
    QVector<QRectF> boxRects() const { return m_boxRects; }
    QVector<QRectF> cardRects() const { return m_cardRects; }

Q_SIGNALS:
    void objectHovered(memtape::ObjectId id);
    void objectPicked(memtape::ObjectId id, const std::optional<memtape::RefPlace>& row);
    void unfoldRequested();
    void moreRequested(memtape::ObjectId id);
    void openRequested(memtape::ObjectId id); // by a double click
    void pinRequested(memtape::ObjectId id, QPointF where);
    void menuRequested(memtape::ObjectId id, QPoint screenPosition);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void placeBoxes();
    void drawArrows();
    void relight();

    StepMotion* m_motion;
    Picture m_picture;
    RunPlan m_plan;
    SceneStyle m_style;
    QVector<BoxItem*> m_boxes;
    QVector<CardItem*> m_cards;
    QVector<ArrowItem*> m_arrows;
    QVector<ArrowRoute> m_routes;
    QVector<ArrowSource> m_arrowSources;
    QVector<QRectF> m_boxRects, m_cardRects;
    QRectF m_content, m_running;
};

}
