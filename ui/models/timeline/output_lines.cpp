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
    m_hasLast = false;
}

bool OutputLines::follow(Run& run) {
    bool isDone = followSteps(run, m_seen, [&](const StepSummary& row) {
        if (!row.output) return;
        for (const PrintedText& printed : run.printedAt(m_seen)) add(m_seen, printed, false);
    });
    if (isDone && m_seen && !m_hasLast && run.isWhole()) {
        m_hasLast = true;
        for (const PrintedText& printed : run.printedAt(m_seen)) add(m_seen - 1, printed, true);
    }
    return isDone;
}

void OutputLines::add(uint64_t step, const PrintedText& printed, bool isLast) {
    if (printed.text.empty() || m_pieces.size() >= mostPieces) return;
    QString text = QString::fromUtf8(printed.text.data(), qsizetype(printed.text.size()));
    m_pieces.append({step, m_length, text, printed.stream == OutputStream::Stderr, isLast});
    m_length += text.size();
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
