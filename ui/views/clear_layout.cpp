// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clear_layout.h"

#include <QLayout>
#include <QWidget>

namespace memtape {

void clearLayout(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (item->layout()) clearLayout(*item->layout());
        delete item;
    }
}

}
