// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of the Compare page. They are worked out beside the window.

#include <QAbstractListModel>
#include <memory>
#include <optional>

#include "ui/models/compare/comparison.h"
#include "ui/state/background.h"

namespace memtape {

class Run;
class StepReader;

class ComparisonModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ComparisonModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    // Compares a step of `now` with one of `then`, which may be the same run. Either null: nothing is compared.
    void show(Run* now, uint64_t step, Run* then, uint64_t other);
    void stop(); // what is at work; until something else is shown
    bool isStopped() const { return m_isStopped; }
    void forget(); // of the runs
    bool isBusy() const { return m_background.isBusy(); }
    const std::shared_ptr<const ComparedSteps>& compared() const { return m_compared; } // null: not known
    const ComparisonRow* row(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed(); // what is compared

private:
    struct Side { // of a run, for the thread that compares
        std::shared_ptr<const Tape> tape;
        std::shared_ptr<StepReader> reader;
    };
    static void take(Side& side, Run& run);
    void set(std::shared_ptr<const ComparedSteps> compared);

    Side m_now, m_then;
    bool m_isStopped = false;
    bool m_isQuick = true; // the last comparison took no longer than one waits for
    std::shared_ptr<const ComparedSteps> m_compared;
    Background m_background; // last: its thread ends first
};

}
