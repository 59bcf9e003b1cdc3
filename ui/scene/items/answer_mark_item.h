// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dashed frame around an object that may be the answer to a question, with its letter; or around the one that is asked about.

#include <QGraphicsItem>

#include "core/replay/memory_state.h"

namespace memtape {

struct SceneStyle;

struct AnswerMark {
    ObjectId object;
    QString letter; // `A`; `?`: it is what is asked about, and no answer
};

class AnswerMarkItem : public QGraphicsItem {
public:
    AnswerMarkItem(const SceneStyle& style, const AnswerMark& mark, const QRectF& box);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const SceneStyle& m_style;
    const AnswerMark m_mark;
    const QRectF m_frame;
};

}
