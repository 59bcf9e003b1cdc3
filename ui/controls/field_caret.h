// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The line below a field in which an expression is typed: a caret under the place that is wrong, and the reason beside it.

#include <QWidget>

class QLineEdit;

namespace memtape {

class Appearance;

class FieldCaret : public QWidget {
public:
    FieldCaret(const Appearance& appearance, const QLineEdit& field) : m_appearance(appearance), m_field(field) {}
    void show(qsizetype at, const QString& reason); // empty: nothing is wrong
    const QString& reason() const { return m_reason; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    const QLineEdit& m_field;
    qsizetype m_at = 0;
    QString m_reason;
};

}
