// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What moves when the picture goes from one step to its neighbour, for a moment: an arrow swings from the old object to the new one, a
// frame slides in or out, a made object appears, a released one fades. At the end, and as soon as it is stopped, the scene is as it
// would be without.

#include <QHash>
#include <QPainterPath>
#include <QSet>
#include <QVariantAnimation>

#include "ui/models/picture/picture.h"

namespace memtape {

class MemoryScene;
struct ArrowSource;

class StepMotion : public QObject {
    Q_OBJECT
public:
    explicit StepMotion(MemoryScene& scene);

    void remember(); // the picture that is about to be replaced
    void start();    // from what was remembered to what the scene shows now
    void stop();
    // Without the clock, for who draws each moment: at its beginning, and false where nothing moves; then at a part of its time, up to 1.
    bool prepare();
    void showAt(double time);
    bool isMoving() const { return m_clock.state() == QAbstractAnimation::Running; }

    static constexpr int duration = 150; // ms

private:
    struct Row {
        ObjectId box;
        uint32_t frame = 0;
        QString label;
        int row = 0;
        bool operator==(const Row&) const = default;
        friend size_t qHash(const Row& row, size_t seed = 0) {
            return memtape::qHash(row.box, seed) ^ ::qHash(row.frame * 64 + uint32_t(row.row), seed) ^ qHash(row.label, seed);
        }
    };
    Row rowOf(const ArrowSource& from) const;
    void show(double part);

    MemoryScene& m_scene;
    QVariantAnimation m_clock;
    QHash<Row, QPair<ObjectId, QPainterPath>> m_arrows; // of the step before: where they led, and how
    QSet<ObjectId> m_boxes;
    QSet<QString> m_cards;
    struct Swing {
        int arrow;
        QPainterPath from;
    };
    QVector<Swing> m_swings;
    QVector<int> m_appearing, m_sliding; // boxes; cards
};

}
