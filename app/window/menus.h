// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <optional>

#include "ui/controls/actions.h"

// Which commands stand in which menu.

class QWidget;

namespace memtape {

struct MenuRow {
    using Entries = QVector<std::optional<ActionId>>;
    const char* title;    // translated in the context memtape::Menus
    Entries entries;      // none: a line between them
    QString name() const; // in the language of now
};
const QVector<MenuRow>& menuTable();

// The menus behind the toolbar's buttons, in the language of now; those that were there before are replaced.
void makeMenus(const Actions& actions, QWidget& window);

}
