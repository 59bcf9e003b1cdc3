// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/output_lines.h"

#include <algorithm>

#include "ui/models/timeline/follow_steps.h"

namespace memtape {

namespace {

constexpr qsizetype mostPieces = 100000;

}

void OutputLines::clear() {
    m_pieces.clear();
    m_seen = 0;
    m_length = 0;
}

bool OutputLines::follow(Run& run) {
    return followSteps(run, m_seen, [&](const StepSummary& row) {
        if (!row.output || m_pieces.size() >= mostPieces) return;
        std::string text = run.outputAt(m_seen);
        if (text.empty()) return;
        OutputPiece piece{m_seen, m_length, QString::fromUtf8(text.data(), qsizetype(text.size()))};
        m_length += piece.text.size();
        m_pieces.append(piece);
    });
}

qsizetype OutputLines::lengthAt(uint64_t step) const {
    auto after =
        std::upper_bound(m_pieces.begin(), m_pieces.end(), step, [](uint64_t wanted, const OutputPiece& piece) { return wanted < piece.step; });
    if (after == m_pieces.begin()) return 0;
    --after;
    return after->start + after->text.size();
}

const OutputPiece* OutputLines::pieceAt(qsizetype position) const {
    auto after =
        std::upper_bound(m_pieces.begin(), m_pieces.end(), position, [](qsizetype wanted, const OutputPiece& piece) { return wanted < piece.start; });
    return after == m_pieces.begin() ? nullptr : &*(after - 1);
}

}
