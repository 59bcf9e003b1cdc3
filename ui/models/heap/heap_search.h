// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which objects of a census a text means: by type, by value or by a name that leads there. A large heap is gone through in turns of a few
// milliseconds, so that the window answers meanwhile; what was found so far is there at once.

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "core/replay/name_walk.h"
#include "ui/models/heap/heap_census.h"

namespace memtape {

class HeapSearch : public QObject {
    Q_OBJECT
public:
    explicit HeapSearch(QObject* parent = nullptr);
    // The census is one of the reading's state, and stays until the search is over or another begins. The first turn is taken at once.
    void start(std::shared_ptr<const Reading> reading, const HeapCensus& census, const QString& text);
    void stop(); // nothing is searched for
    bool isActive() const { return !m_text.isEmpty(); }
    bool isOver() const { return !m_reading; }
    const std::vector<bool>& wanted() const { return m_wanted; } // by place in the census

Q_SIGNALS:
    void advanced(); // of its own, not from within start()

private:
    bool means(const HeapObject& object);
    void takeTurn();
    void finish();

    QString m_text;
    std::shared_ptr<const Reading> m_reading; // until it is over
    std::unique_ptr<const NameWalk> m_walk;
    const HeapCensus* m_census = nullptr;
    QHash<uint32_t, bool> m_types; // whose names have the text
    std::vector<bool> m_wanted;
    size_t m_next = 0;
    QTimer m_more;
};

}
