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

QHash<StepMotion::Row, QPair<ObjectId, QPainterPath>> StepMotion::arrows() const {
    QHash<Row, QPair<ObjectId, QPainterPath>> found;
    const Picture& picture = m_scene.picture();
    const QVector<ArrowSource> sources = m_scene.arrowSources();
    for (int i = 0; i < sources.size(); ++i) {
        const ArrowSource& from = sources[i];
        Row row;
        row.row = from.row;
        if (from.isCard) {
            row.frame = picture.cards[from.index].frame + 1;
            row.label = picture.cards[from.index].rows[from.row].label;
        } else {
            row.box = picture.boxes[from.index].id;
        }
        found.insert(row, {m_scene.arrowItems()[i]->target(), m_scene.arrowItems()[i]->route().path});
    }
    return found;
}

void StepMotion::remember() {
    stop();
    m_arrows = arrows();
    m_boxes.clear();
    m_cards.clear();
    for (const BoxPicture& box : m_scene.picture().boxes)
        if (!box.ghost) m_boxes.insert(box.id);
    for (const CardPicture& card : m_scene.picture().cards) m_cards.insert(cardKey(card));
}

void StepMotion::start() {
    m_swings.clear();
    m_appearing.clear();
    m_sliding.clear();
    const Picture& picture = m_scene.picture();
    const auto now = arrows();
    for (auto at = now.begin(); at != now.end(); ++at) {
        auto before = m_arrows.constFind(at.key());
        if (before == m_arrows.constEnd() || before->first == at->first) continue;
        for (int i = 0; i < m_scene.arrowItems().size(); ++i)
            if (m_scene.arrowItems()[i]->route().path == at->second) m_swings.append({i, before->second});
    }
    for (int i = 0; i < picture.boxes.size(); ++i)
        if (picture.boxes[i].ghost || !m_boxes.contains(picture.boxes[i].id)) m_appearing.append(i);
    for (int i = 0; i < picture.cards.size(); ++i)
        if (!m_cards.contains(cardKey(picture.cards[i]))) m_sliding.append(i);
    if (m_swings.isEmpty() && m_appearing.isEmpty() && m_sliding.isEmpty()) return;
    show(0);
    m_clock.start();
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
