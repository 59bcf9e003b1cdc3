// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program printed, piece by piece, each with the step that printed it. Follows a growing run.

#include <QString>
#include <QVector>
#include <cstdint>

namespace memtape {

class Run;

struct OutputPiece {
    uint64_t step = 0;   // the step before which it was printed
    qsizetype start = 0; // in the whole text
    QString text;
};

class OutputLines {
public:
    void clear();
    bool follow(Run& run);                   // takes in what is new; false: there is more, call again
    qsizetype lengthAt(uint64_t step) const; // how much had been printed at a step
    const OutputPiece* pieceAt(qsizetype position) const;
    const QVector<OutputPiece>& pieces() const { return m_pieces; }

private:
    QVector<OutputPiece> m_pieces;
    uint64_t m_seen = 0;
    qsizetype m_length = 0;
};

}
