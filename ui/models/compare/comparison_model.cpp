// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare/comparison_model.h"

#include <chrono>

#include "core/tape/tape.h"
#include "ui/state/run.h"
#include "ui/state/step_reader.h"

namespace memtape {

namespace {

constexpr std::chrono::milliseconds worthWaiting{10};

}

// Two readers, even of one run: each stands at its step.
void ComparisonModel::take(Side& side, Run& run) {
    std::shared_ptr<const Tape> tape = run.tape();
    if (side.tape == tape) return;
    side.tape = std::move(tape);
    side.reader = run.stepReader();
}

void ComparisonModel::show(Run* now, uint64_t step, Run* then, uint64_t other) {
    m_isStopped = false;
    if (!now || !then || step >= now->stepCount() || other >= then->stepCount()) {
        m_background.stop();
        return set(nullptr);
    }
    take(m_now, *now);
    take(m_then, *then);
    m_background.start([this, nowSide = m_now, thenSide = m_then, step, other](const std::atomic<bool>& isOver) -> Background::Show {
        const auto begin = std::chrono::steady_clock::now();
        const Reading *nowReading = nowSide.reader->readingAt(step), *thenReading = isOver.load() ? nullptr : thenSide.reader->readingAt(other);
        if (!nowReading || !thenReading) return [this] { set(nullptr); };
        auto compared =
            std::make_shared<const ComparedSteps>(ComparisonWords::tell({*thenReading, thenSide.tape}, {*nowReading, nowSide.tape}, &isOver));
        const bool isQuick = std::chrono::steady_clock::now() - begin < worthWaiting;
        return [this, compared, isQuick] {
            m_isQuick = isQuick;
            set(compared);
        };
    });
    if (m_isQuick) m_isQuick = m_background.await(worthWaiting);
}

void ComparisonModel::stop() {
    if (!isBusy()) return;
    m_background.stop();
    m_isStopped = true;
    set(nullptr);
}

void ComparisonModel::forget() {
    m_background.stop();
    m_now = m_then = {};
    set(nullptr);
}

void ComparisonModel::set(std::shared_ptr<const ComparedSteps> compared) {
    beginResetModel();
    m_compared = std::move(compared);
    endResetModel();
    Q_EMIT changed();
}

const ComparisonRow* ComparisonModel::row(const QModelIndex& index) const {
    return m_compared && index.isValid() && index.row() < m_compared->rows.size() ? &m_compared->rows[index.row()] : nullptr;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_compared ? 0 : int(m_compared->rows.size()); }

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    const ComparisonRow* at = row(index);
    if (!at) return {};
    switch (role) {
    case Qt::DisplayRole: return at->text;
    case Qt::ToolTipRole: return at->detail.isEmpty() ? at->text : at->text + QStringLiteral(": ") + at->detail;
    case Qt::AccessibleTextRole: {
        static constexpr const char* signs[] = {"", "+ ", "\u2715 ", "\u25CF "};
        return QString::fromUtf8(signs[int(at->sign)]) + at->text + (at->detail.isEmpty() ? QString() : QStringLiteral(": ") + at->detail);
    }
    default: return {};
    }
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex& index) const {
    const ComparisonRow* at = row(index);
    return at && at->kind != ComparisonRow::Kind::Heading ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}
