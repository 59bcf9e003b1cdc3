// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks for something over a whole run (core/replay/find), beside the window: what is found is there as soon as it is known. Who asks anew, or has
// another run, lets go of the search before.

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/replay/find/find.h"
#include "ui/models/timeline/found_steps.h"
#include "ui/state/background.h"

namespace memtape {

class Document;

class TimeSearch : public QObject {
    Q_OBJECT
public:
    struct Problem {
        qsizetype at = 0;     // character of the text
        std::string sentence; // in English; empty: there is none
    };

    explicit TimeSearch(Document& document, QObject* parent = nullptr);
    ~TimeSearch() override;

    void look(const QString& text); // empty: for nothing
    const QString& text() const { return m_text; }
    const Problem& problem() const { return m_problem; } // with the text, as far as it is no expression
    bool isLooking() const { return m_background.isBusy(); }
    const FoundSteps& found() const { return m_found; }                  // so far
    uint64_t stepCount() const { return m_steps; }                       // of the run that is looked through; a find there lies behind the last step
    uint64_t lookedAt() const { return m_looked; }                       // steps so far
    const std::optional<FindResult>& result() const { return m_result; } // none: not done

Q_SIGNALS:
    void changed();

private:
    // What the searching thread has found and the window has not taken yet.
    struct Arrivals {
        std::mutex mutex;
        std::vector<uint64_t> steps;
        uint64_t looked = 0;
        bool isTold = false; // the window knows that there is something
    };
    void restart();
    void take();

    Document& m_document;
    QString m_text;
    Problem m_problem;
    FoundSteps m_found;
    uint64_t m_steps = 0, m_looked = 0;
    std::optional<FindResult> m_result;
    std::shared_ptr<Arrivals> m_arrivals;
    QTimer m_taking;
    Background m_background; // last: its thread ends first
};

}
