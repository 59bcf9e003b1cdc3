// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The elements of a page's pieces: one that occurs again (a line of text, the outline of a card) is written once, and used where it is drawn.

#include <QByteArray>
#include <QHash>
#include <QVector>

namespace memtape {

class SharedElements {
public:
    void add(const QByteArray& element); // as often as it occurs
    // Once all are there: what stands in a piece.
    QByteArray reference(const QByteArray& element) const;
    // An <svg> with those that are used, which shows nothing itself.
    QByteArray svg() const;

private:
    struct Element {
        QByteArray text;
        int count = 0;
    };
    QVector<Element> m_elements; // by their numbers
    QHash<QByteArray, int> m_numbers;
};

}
