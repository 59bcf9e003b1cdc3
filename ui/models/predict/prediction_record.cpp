// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/predict/prediction_record.h"

#include <algorithm>
#include <cmath>

namespace memtape {

namespace {

constexpr double leastWorth = 0.3;
constexpr double afterRight = 0.4, afterSkip = 0.6; // of what it is worth, for each time at the same line
constexpr double again = 0.6;                       // the same kind once more

}

void PredictionRecord::add(const Question& question, Verdict verdict) {
    m_verdicts.append(verdict);
    m_kinds.append(question.kind);
    for (Tally* tally : {&m_ofKind[size_t(question.kind)], &m_ofPlace[placeOf(question)]}) {
        tally->right += verdict == Verdict::Right;
        tally->wrong += verdict == Verdict::Wrong;
        tally->skipped += verdict == Verdict::Skipped;
    }
}

int PredictionRecord::answered() const { return int(m_verdicts.size() - m_verdicts.count(Verdict::Skipped)); }

int PredictionRecord::right() const { return int(m_verdicts.count(Verdict::Right)); }

double PredictionRecord::weight(const Question& question) const {
    const qsizetype asked = m_kinds.size();
    const bool isSame = asked > 0 && m_kinds.last() == question.kind;
    if (isSame && asked > 1 && m_kinds[asked - 2] == question.kind) return 0;
    const Tally& kind = m_ofKind[size_t(question.kind)];
    const Tally place = m_ofPlace.value(placeOf(question));
    const double need = 2.0 * (kind.wrong + 1) / (kind.right + kind.wrong + 2); // 1: nothing is known
    return question.worth * need * std::pow(afterRight, place.right) * std::pow(afterSkip, place.skipped) * (isSame ? again : 1);
}

std::optional<Question> PredictionRecord::choose(const QVector<Question>& questions) const {
    const Question* best = nullptr;
    double most = leastWorth;
    for (const Question& question : questions)
        if (double worth = weight(question); worth > most) best = &question, most = worth;
    return best ? std::optional(*best) : std::nullopt;
}

std::optional<Question> mostWorth(const QVector<Question>& questions, std::optional<Question::Kind> kind) {
    std::optional<Question> most;
    for (const Question& question : questions)
        if ((!kind || question.kind == *kind) && (!most || question.worth > most->worth)) most = question;
    return most;
}

}
