// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Program texts that are not saved, kept in case the window is ended: by a signal, by the power. Each window has a folder of its own below the user's state
// folder, which it holds (file_lock.h) as long as it lives; so what lies in a folder that nobody holds was left behind, and whichever window holds it first
// offers it.

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <memory>
#include <vector>

namespace memtape {

struct UnsavedText {
    QString path; // of the program's file; empty: it has none
    QString title, text;
    QByteArray base;   // UnsavedTexts::digest() of what the file held when it was read or written last; empty: it was not there
    QDateTime written; // when it was kept
};

class LeftText; // one that was left behind, and is held

class UnsavedTexts {
public:
    // Nothing is made before something is kept. An empty name: nothing is ever kept.
    explicit UnsavedTexts(const QString& folder);
    ~UnsavedTexts(); // what is kept stays, for the next window
    UnsavedTexts(const UnsavedTexts&) = delete;
    UnsavedTexts& operator=(const UnsavedTexts&) = delete;

    static QString usualFolder(); // below XDG_STATE_HOME
    static QByteArray digest(const QByteArray& bytes);

    // In the place of what this window kept before. Empty: done; else what is wrong, in the system's words.
    QString keep(const UnsavedText& text);
    void forget();
    // What ended windows have left, the oldest first. They are held until they are let go of.
    std::vector<std::shared_ptr<LeftText>> takeLeft() const;

private:
    struct Own;
    QString m_folder;
    std::unique_ptr<Own> m_own; // null: nothing was kept yet
};

class LeftText {
public:
    LeftText(const QString& folder, UnsavedText text, std::shared_ptr<void> held);
    const UnsavedText& text() const { return m_text; }
    void discard();

private:
    QString m_folder;
    UnsavedText m_text;
    std::shared_ptr<void> m_held;
};

}
