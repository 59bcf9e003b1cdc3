// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How one has answered so far, and which question is worth asking next because of that. Kept for oneself while the window is open, and nowhere else.

#include <QHash>
#include <array>
#include <optional>

#include "ui/models/predict/question.h"

namespace memtape {

class PredictionRecord {
public:
    enum class Verdict : uint8_t { Right, Wrong, Skipped };

    void add(const Question& question, Verdict verdict);
    void clear() { *this = {}; }
    int asked() const { return int(m_verdicts.size()); }
    int answered() const; // not skipped
    int right() const;
    const QVector<Verdict>& verdicts() const { return m_verdicts; } // in order

    // The one that is worth most now: kinds and lines that were answered right are asked less, no kind three times in a row. None: nothing is
    // worth asking.
    std::optional<Question> choose(const QVector<Question>& questions) const;

private:
    struct Tally {
        int right = 0, wrong = 0, skipped = 0;
    };
    double weight(const Question& question) const;
    static quint64 placeOf(const Question& question) { return quint64(question.kind) << 32 | question.line; }

    QVector<Verdict> m_verdicts;
    QVector<Question::Kind> m_kinds; // as m_verdicts
    std::array<Tally, questionKinds> m_ofKind;
    QHash<quint64, Tally> m_ofPlace; // a kind at a line
};

// Of the kind that a lesson asks for, or of any, the one with most to think about, however one has answered so far.
std::optional<Question> mostWorth(const QVector<Question>& questions, std::optional<Question::Kind> kind);

}
