// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/actions.h"

#include <QCoreApplication>
#include <QWidget>

namespace memtape {

const QVector<ActionRow>& actionTable() {
    static const QVector<ActionRow> rows = {
#define ACTION(id, text, buttonText, icon, keys, needs, kind) \
    {ActionId::id, #id, text, buttonText, icon, keys, ActionRow::Needs::needs, ActionRow::Kind::kind},
#include "ui/controls/actions.def"
#undef ACTION
    };
    return rows;
}

Actions::Actions(QWidget& window) {
    for (const ActionRow& row : actionTable()) {
        auto* action = new QAction(&window);
        action->setObjectName(QString::fromLatin1(row.name));
        QList<QKeySequence> keys;
        for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) keys.append(QKeySequence(key));
        action->setShortcuts(keys);
        action->setCheckable(row.kind == ActionRow::Kind::Switch);
        window.addAction(action);
        m_actions.append(action);
    }
    translate();
}

void Actions::translate() {
    for (const ActionRow& row : actionTable()) {
        QAction* action = (*this)[row.id];
        action->setText(QCoreApplication::translate("memtape::Actions", row.text));
        action->setIconText(QCoreApplication::translate("memtape::Actions", row.buttonText ? row.buttonText : row.text));
    }
}

void Actions::enable(bool hasRun) {
    for (const ActionRow& row : actionTable()) (*this)[row.id]->setEnabled(row.needs == ActionRow::Needs::Nothing || hasRun);
}

}
