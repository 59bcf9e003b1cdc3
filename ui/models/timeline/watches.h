// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is watched of a program: expressions of names, attributes, items and len(…), each with what it was over the run. The run is played beside the
// window for all of them at once; what an expression is at a step is asked of the memory there.

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <mutex>
#include <vector>

#include "ui/models/timeline/watch_curve.h"
#include "ui/state/background.h"

namespace memtape {

class Document;

class Watches : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype most = 12;

    struct Problem {
        qsizetype at = 0;     // character of the text
        std::string sentence; // in English; empty: there is none
    };

    explicit Watches(Document& document, QObject* parent = nullptr);
    ~Watches() override;

    qsizetype count() const { return qsizetype(m_rows.size()); }
    QString expression(qsizetype row) const { return m_rows[size_t(row)].text; }
    QStringList expressions() const;
    // Those that parse, of a program that was opened.
    void setExpressions(const QStringList& expressions);
    Problem add(const QString& text); // one that is there already stays where it is
    void remove(qsizetype row);

    const WatchCurve& curve(qsizetype row) const { return m_rows[size_t(row)].curve; } // so far
    bool isLooking() const { return m_background.isBusy(); }
    uint64_t lookedAt() const { return m_looked; } // steps so far
    bool wasThere(qsizetype row) const { return m_rows[size_t(row)].wasThere || isLooking(); }
    // What it is at a step, in short; empty: it is not there.
    QString valueAt(qsizetype row, uint64_t step) const;
    // The nearest step behind or before at which it is another; none: there is none, or it is not known yet.
    std::optional<uint64_t> nextChange(qsizetype row, uint64_t step, bool backwards) const;

Q_SIGNALS:
    void changed();            // what is known of them
    void expressionsChanged(); // by the user

private:
    struct Row {
        QString text;
        FindPath path;
        WatchCurve curve;
        bool wasThere = false;
    };
    // What the thread has found and the window has not taken yet.
    struct Arrival {
        size_t row;
        uint64_t step;
        WatchedValue value;
        QString text;
    };
    struct Arrivals {
        std::mutex mutex;
        std::vector<Arrival> changes;
        uint64_t looked = 0;
        bool isTold = false; // the window knows that there is something
    };
    Problem append(const QString& text);
    void restart();
    void take();

    Document& m_document;
    std::vector<Row> m_rows;
    uint64_t m_looked = 0;
    std::shared_ptr<Arrivals> m_arrivals;
    QTimer m_taking;
    Background m_background; // last: its thread ends first
};

}
