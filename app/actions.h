// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every command of the window, as one table: id, text, keys, when it can be used. Menus and the toolbar take them by id; what they do is
// connected in main_window.cpp.

#include <QAction>
#include <QHash>
#include <QString>

namespace memtape {

struct ActionRow {
    const char* id;
    const char* text;     // translated in the context memtape::Actions
    const char* iconText; // on the button; null: as the text
    const char* keys;     // separated by blanks
    enum Needs : unsigned char { Nothing, Run, NotRecording } needs = Nothing;
    bool isCheckable = false;
};

const QVector<ActionRow>& actionTable();
QHash<QString, QAction*> makeActions(QObject* parent);
void translateActions(const QHash<QString, QAction*>& actions);
void enableActions(const QHash<QString, QAction*>& actions, bool hasRun, bool isRecording);

}
