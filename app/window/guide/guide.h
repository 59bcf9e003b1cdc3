// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guide as the window has it: F1 opens its page on what has the focus, and the first start says once that it is there.

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <functional>

namespace memtape {

class Messages;
class WindowLanguage;
struct Workbench;

class Guide : public QObject {
    Q_OBJECT
public:
    using Opener = std::function<bool(const QUrl&)>; // false: nothing is there that could show it
    // folders: where a guide may be (guideFolders()).
    Guide(Workbench& bench, Messages& messages, const WindowLanguage& language, const QStringList& folders, Opener opener);
    // Unless it was said before, or there is no guide.
    void pointOnce();
    // What a fact rests on: the language, its implementation, the model.
    void openBasis();
    void retranslate();

private:
    void open(const QString& page);
    void point();

    Workbench& m_bench;
    Messages& m_messages;
    const WindowLanguage& m_language;
    QStringList m_folders;
    Opener m_opener;
    bool m_points = false; // the bar that says so waits for an answer
};

}
