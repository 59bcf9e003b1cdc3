// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The arrow that a question is about: dashed, from its row to a question mark, as where it will lead is what is asked.

#include <QGraphicsItem>
#include <QPainterPath>
#include <QString>
#include <QVector>

#include "ui/scene/layout/arrow_router.h"

namespace memtape {

struct SceneStyle;

struct QuestionArrow {
    bool isCard = false;
    int index = 0; // of the card or box, in the picture
    int row = -1;  // none: it has no such row yet
    QString words; // `next after line 8`
    bool operator==(const QuestionArrow&) const = default;
};

class QuestionArrowItem : public QGraphicsItem {
public:
    // obstacles: cards and boxes, over which nothing is written; arrows: beside which it is read better.
    QuestionArrowItem(const SceneStyle& style, QPointF from, const QString& words, const QVector<QRectF>& obstacles,
                      const QVector<ArrowRoute>& arrows);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    QRectF written() const { return m_written; } // circle and words

private:
    const SceneStyle& m_style;
    const QString m_words;
    const QPointF m_from;
    QRectF m_written;
    QPainterPath m_path;
};

}
