// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/step_motion.h"

#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/memory_scene.h"

namespace memtape {

namespace {

constexpr double slide = 28; // px that a frame comes from, at its side

QString cardKey(const CardPicture& card) { return QStringLiteral("%1 %2 %3").arg(int(card.kind)).arg(card.frame).arg(card.title); }

}

StepMotion::StepMotion(MemoryScene& scene) : QObject(&scene), m_scene(scene) {
    m_clock.setDuration(duration);
    m_clock.setStartValue(0.0);
    m_clock.setEndValue(1.0);
    m_clock.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_clock, &QVariantAnimation::valueChanged, this, [this](const QVariant& part) { show(part.toDouble()); });
}

StepMotion::Row StepMotion::rowOf(const ArrowSource& from) const {
    const Picture& picture = m_scene.picture();
    Row row;
    row.row = from.row;
    if (from.isCard) {
        row.frame = picture.cards[from.index].frame + 1;
        row.label = picture.cards[from.index].rows[from.row].label;
    } else {
        row.box = picture.boxes[from.index].id;
    }
    return row;
}

void StepMotion::remember() {
    stop();
    m_arrows.clear();
    const QVector<ArrowSource> sources = m_scene.arrowSources();
    for (int i = 0; i < sources.size(); ++i) {
        const ArrowItem& arrow = *m_scene.arrowItems()[i];
        m_arrows.insert(rowOf(sources[i]), {arrow.target(), arrow.route().path});
    }
    m_boxes.clear();
    m_cards.clear();
    for (const BoxPicture& box : m_scene.picture().boxes)
        if (!box.ghost) m_boxes.insert(box.id);
    for (const CardPicture& card : m_scene.picture().cards) m_cards.insert(cardKey(card));
}

void StepMotion::start() {
    if (prepare()) m_clock.start();
}

void StepMotion::showAt(double time) { show(m_clock.easingCurve().valueForProgress(time)); }

bool StepMotion::prepare() {
    m_swings.clear();
    m_appearing.clear();
    m_sliding.clear();
    const Picture& picture = m_scene.picture();
    const QVector<ArrowSource> sources = m_scene.arrowSources();
    for (int i = 0; i < sources.size(); ++i) {
        auto before = m_arrows.constFind(rowOf(sources[i]));
        if (before != m_arrows.constEnd() && before->first != m_scene.arrowItems()[i]->target()) m_swings.append({i, before->second});
    }
    for (int i = 0; i < picture.boxes.size(); ++i)
        if (picture.boxes[i].ghost || !m_boxes.contains(picture.boxes[i].id)) m_appearing.append(i);
    for (int i = 0; i < picture.cards.size(); ++i)
        if (!m_cards.contains(cardKey(picture.cards[i]))) m_sliding.append(i);
    if (m_swings.isEmpty() && m_appearing.isEmpty() && m_sliding.isEmpty()) return false;
    show(0);
    return true;
}

void StepMotion::stop() {
    if (!isMoving()) return;
    m_clock.stop();
    show(1);
}

void StepMotion::show(double part) {
    for (const Swing& swing : m_swings) m_scene.arrowItems()[swing.arrow]->swingFrom(part < 1 ? swing.from : QPainterPath(), part);
    for (int box : m_appearing) m_scene.boxItems()[box]->appear(part);
    for (int card : m_sliding) m_scene.cardItems()[card]->slideIn(part, slide);
}

}
