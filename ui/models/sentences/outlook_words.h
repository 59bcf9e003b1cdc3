// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a line is about to do, in a sentence or two: the language says what kind of statement it is (Outlook), the memory before it which objects its
// names refer to now. Only what is certain before it runs is said.

#include <QCoreApplication>
#include <QString>

#include "core/replay/reading.h"

namespace memtape {

class OutlookWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::OutlookWords)

public:
    // Of the state's step. `isModule`: the running frame is a module's.
    OutlookWords(const Reading& reading, bool isModule) : m_reading(reading), m_isModule(isModule) {}

    QString text(const Outlook& outlook, const QString& function) const; // empty: nothing is certain

private:
    QString sentence(const Outlook& outlook, const QString& function) const;
    QString bound(const Outlook& outlook) const;
    QString unpacked(const Outlook& outlook) const;
    QString operated(const Outlook& outlook) const;
    QString evaluated(const Outlook& outlook) const;
    QString called(const Outlook& outlook) const; // what the call in `value` does first
    QString returned(const Outlook& outlook, const QString& function) const;
    QString removed(const Outlook& outlook) const;
    QString removedName(const QString& name) const;
    QString loaded(const Outlook& outlook) const;
    ObjectId ownerOf(const std::string& method) const; // `owner.method`; none: it is no box
    QString phrase(ObjectId id) const;
    ObjectId at(const std::string& place) const;
    bool isBox(ObjectId id) const { return id && !m_reading.isDrawnInPlace(id); }

    const Reading& m_reading;
    bool m_isModule;
};

}
