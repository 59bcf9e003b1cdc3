// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last answers as small signs, a tick, a cross or a dash for each, and how many were right.

#include <QWidget>

#include "ui/models/predict/prediction_record.h"

namespace memtape {

class Appearance;

class PredictTally : public QWidget {
    Q_OBJECT
public:
    explicit PredictTally(const Appearance& appearance, QWidget* parent = nullptr);
    void setRecord(const PredictionRecord& record);
    QSize sizeHint() const override;
    QString text() const; // `3 of 4 right`; empty: nothing was answered

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QVector<PredictionRecord::Verdict> m_last;
    int m_right = 0, m_answered = 0;
};

}
