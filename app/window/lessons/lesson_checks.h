// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lesson ▸ Check: what is wrong with the lesson that is open, or with the text that is one. Where the recording is not of that text, it is recorded first.

#include <QObject>

namespace memtape {

class Lessons;
class Messages;
class Views;
class WindowLayout;
struct Workbench;

class LessonChecks : public QObject {
    Q_OBJECT
public:
    LessonChecks(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages, const Lessons& lessons);

private:
    void check();
    void show();
    void forget();
    QString source() const; // the lesson's whole text

    Workbench& m_bench;
    Views& m_views;
    WindowLayout& m_layout;
    Messages& m_messages;
    const Lessons& m_lessons;
    bool m_wanted = false; // once it is recorded
};

}
