// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The limits of a recording, each with what it is for. What is changed holds at once, for the recordings that are made from then on.

#include <QDialog>

#include "ui/state/limits.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace memtape {

class Appearance;

class LimitsPanel : public QDialog {
    Q_OBJECT
public:
    LimitsPanel(const Limits& limits, const Appearance& appearance, QWidget* parent = nullptr);
    const Limits& limits() const { return m_limits; }

Q_SIGNALS:
    void limitsChanged();
    void recordRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QLabel *title, *purpose, *usual;
        QDoubleSpinBox* value; // whole numbers, of which an int holds too few
    };
    void build();
    void translate();
    void put();
    void take();

    const Appearance& m_appearance;
    Limits m_limits;
    std::array<Field, limitCount> m_fields; // in the order of Limit
    QLabel* m_intro;
    QPushButton *m_usual, *m_close, *m_record;
    bool m_isTaking = true; // what changes in a field was not put there
};

}
