// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is written and not saved outlives the window: a moment after each change it is kept beside the user's files (ui/state/kept/unsaved_texts.h), and what a
// window has left that was ended is offered by the next one.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "ui/state/kept/unsaved_texts.h"

namespace memtape {

class DiskChanges;
class Questions;
struct Workbench;

class UnsavedChanges : public QObject {
    Q_OBJECT
public:
    // An empty folder: nothing is kept.
    UnsavedChanges(Workbench& bench, Questions& questions, const DiskChanges& disk, const QString& folder);
    void offerLeft(); // what was left behind
    void offer(const std::shared_ptr<LeftText>& left);
    bool keepNow(); // false: it cannot be kept, which has been said
    void settle();  // the window closes, and its user was asked

Q_SIGNALS:
    void restoreWanted(const std::shared_ptr<LeftText>& left);

private:
    void follow();
    bool keep();
    bool isToBeKept() const;

    Workbench& m_bench;
    Questions& m_questions;
    const DiskChanges& m_disk;
    UnsavedTexts m_texts;
    QTimer m_rest;
    QElapsedTimer m_since; // when the oldest change was made that is not kept yet
    QString m_problem;     // that was told
};

}
