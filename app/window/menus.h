// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which commands stand in which menu.

class QWidget;

namespace memtape {

class Actions;

// The menus behind the toolbar's buttons, in the language of now; those that were there before are replaced.
void makeMenus(const Actions& actions, QWidget& window);

}
