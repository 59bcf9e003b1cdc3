// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/output_lines.h"

#include <algorithm>

#include "ui/models/picture/at_once.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t atOnce = 5000;
constexpr qsizetype mostPieces = 100000;

}

void OutputLines::clear() {
    m_pieces.clear();
    m_seen = 0;
    m_length = 0;
}

bool OutputLines::follow(Run& run) {
    uint64_t count = run.stepCount();
    AtOnce turn;
    while (m_seen < count) {
        if (turn.isOver()) return false;
        uint64_t to = std::min(count, m_seen + atOnce);
        auto summary = run.summary(m_seen, to);
        for (size_t i = 0; i < summary.size(); ++i) {
            if (!summary[i].output || m_pieces.size() >= mostPieces) continue;
            std::string text = run.outputAt(m_seen + i);
            if (text.empty()) continue;
            OutputPiece piece{m_seen + i, m_length, QString::fromUtf8(text.data(), qsizetype(text.size()))};
            m_length += piece.text.size();
            m_pieces.append(piece);
        }
        if (summary.empty()) return false; // not known yet
        m_seen += summary.size();
    }
    return true;
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
