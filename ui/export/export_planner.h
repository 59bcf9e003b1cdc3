// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The layout of a run for an export that does not look as the window does: worked out in a thread where the run is long, and kept until another is asked for.

#include <QObject>
#include <atomic>
#include <memory>
#include <optional>
#include <thread>

#include "ui/export/snapshot.h"
#include "ui/scene/layout/run_plan.h"

namespace memtape {

class ExportPlanner : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~ExportPlanner() override;

    // Null: it is being worked out, `ready` follows.
    const RunPlan* find(Run& run, const ExportOptions& options);
    // Waits for it.
    const RunPlan& wait(Run& run, const ExportOptions& options);
    void forget(); // the run is another one

Q_SIGNALS:
    void ready();

private:
    struct Wish {
        uint64_t steps = 0;
        PictureOptions picture;
        bool operator==(const Wish&) const = default;
    };
    static Wish wishOf(Run& run, const ExportOptions& options);
    void take(int generation, const RunPlan& plan);

    std::optional<Wish> m_wish;
    std::optional<RunPlan> m_plan; // for the wish
    std::thread m_thread;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    int m_generation = 0;
};

}
