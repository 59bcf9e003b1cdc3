// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every command of the window, as one table (actions.def). Menus and the toolbar take them by their id; what one does is connected by the
// part of the window that owns what it changes.

#include <QAction>
#include <QVector>

class QWidget;

namespace memtape {

enum class ActionId : uint8_t {
#define ACTION(id, ...) id,
#include "ui/controls/actions.def"
#undef ACTION
};

struct ActionRow {
    ActionId id;
    const char* name;       // as the id is spelt; the action's object name
    const char* text;       // translated in the context memtape::Actions
    const char* buttonText; // null: as the text
    const char* icon;       // null: none
    const char* keys;       // separated by blanks
    enum class Needs : uint8_t { Nothing, Run } needs;
    enum class Kind : uint8_t { Push, Switch } kind;
};

const QVector<ActionRow>& actionTable(); // in the order of ActionId

class Actions {
public:
    // They belong to the window, and their keys work in all of it.
    explicit Actions(QWidget& window);
    QAction* operator[](ActionId id) const { return m_actions[qsizetype(id)]; }
    // Calls what(isOn), or what(), when the action is triggered and the context still there.
    template <class What> void on(ActionId id, QObject* context, What what) const {
        QObject::connect((*this)[id], &QAction::triggered, context, std::move(what));
    }
    void translate();
    void enable(bool hasRun);

private:
    QVector<QAction*> m_actions;
};

}
