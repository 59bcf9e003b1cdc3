// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/animation_fields.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace memtape {

AnimationFields::AnimationFields(QWidget* parent) : QWidget(parent), m_seconds(new QDoubleSpinBox), m_frames(new QSpinBox), m_moves(new QCheckBox) {
    m_seconds->setRange(AnimationLook::fewestSeconds, AnimationLook::mostSeconds);
    m_seconds->setDecimals(2);
    m_seconds->setSingleStep(0.1);
    m_frames->setRange(AnimationLook::fewestFrames, AnimationLook::mostFrames);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(8);
    numbers->addWidget(m_seconds, 1);
    numbers->addWidget(m_frames, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(9);
    all->addLayout(numbers);
    all->addWidget(m_moves);
    setFocusProxy(m_seconds);
    translate();
    setLook({});
    connect(m_seconds, &QDoubleSpinBox::valueChanged, this, &AnimationFields::changed);
    connect(m_frames, &QSpinBox::valueChanged, this, &AnimationFields::changed);
    connect(m_moves, &QCheckBox::toggled, this, [this] {
        enable();
        Q_EMIT changed();
    });
}

AnimationLook AnimationFields::look() const { return {m_moves->isChecked(), m_frames->value(), m_seconds->value()}; }

void AnimationFields::setLook(const AnimationLook& look) {
    const QSignalBlocker quiet(this);
    m_seconds->setValue(look.seconds);
    m_frames->setValue(look.framesPerSecond);
    m_moves->setChecked(look.moves);
    enable();
}

// How many frames there are makes no difference where nothing moves.
void AnimationFields::enable() { m_frames->setEnabled(m_moves->isChecked()); }

QString AnimationFields::lengthOf(quint64 steps) const {
    return tr("%1 steps in %2 seconds").arg(steps).arg(locale().toString(double(steps) * m_seconds->value(), 'f', 0));
}

void AnimationFields::translate() {
    m_seconds->setAccessibleName(tr("How long each step is shown"));
    m_seconds->setSuffix(tr(" s a step"));
    m_frames->setAccessibleName(tr("Frames a second"));
    m_frames->setSuffix(tr(" frames a second"));
    m_moves->setText(tr("What changes is seen moving"));
}

void AnimationFields::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

}
