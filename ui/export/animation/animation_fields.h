// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an animation goes on, in the panel of exports.

#include <QWidget>

#include "ui/export/snapshot.h"

class QCheckBox;
class QDoubleSpinBox;
class QSpinBox;

namespace memtape {

class AnimationFields : public QWidget {
    Q_OBJECT
public:
    explicit AnimationFields(QWidget* parent = nullptr);

    AnimationLook look() const;
    void setLook(const AnimationLook& look);
    QString lengthOf(quint64 steps) const; // `12 steps in 14 seconds`

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void enable();

    QDoubleSpinBox* m_seconds;
    QSpinBox* m_frames;
    QCheckBox* m_moves;
};

}
