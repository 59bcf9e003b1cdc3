// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program printed, piece by piece, each with the step that printed it. Follows a growing run. What was printed after the last step (a
// traceback, mostly) is the last step's.

#include <QString>
#include <QVector>
#include <cstdint>

namespace memtape {

class Run;
struct PrintedText;

struct OutputPiece {
    uint64_t step = 0;   // the first step that shows it
    qsizetype start = 0; // in the whole text
    QString text;
    bool isError = false; // printed to the stream for errors
    bool isLast = false;  // after the last step
};

class OutputLines {
public:
    void clear();
    bool follow(Run& run);                   // takes in what is new; false: there is more, call again
    qsizetype lengthAt(uint64_t step) const; // how much had been printed at a step
    const OutputPiece* pieceAt(qsizetype position) const;
    const QVector<OutputPiece>& pieces() const { return m_pieces; }

private:
    void add(uint64_t step, const PrintedText& printed, bool isLast);

    QVector<OutputPiece> m_pieces;
    uint64_t m_seen = 0;
    qsizetype m_length = 0;
    bool m_hasLast = false; // what came after the last step
};

}
