// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QWidget>

#include "tests/support/ui/catch_qt.h"
#include "ui/controls/actions.h"

using namespace memtape;

TEST_CASE("every action has an id and a text of its own, and no two share a key", "[actions]") {
    QSet<QString> ids, texts, keys;
    for (const ActionRow& row : actionTable()) {
        INFO(row.name);
        REQUIRE_FALSE(ids.contains(QString::fromLatin1(row.name)));
        ids.insert(QString::fromLatin1(row.name));
        REQUIRE_FALSE(texts.contains(QString::fromUtf8(row.text)));
        texts.insert(QString::fromUtf8(row.text));
        for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            QString normal = QKeySequence(key).toString();
            REQUIRE_FALSE(normal.isEmpty());
            REQUIRE_FALSE(keys.contains(normal));
            keys.insert(normal);
        }
    }
}

TEST_CASE("stepping has the keys that debuggers have, the same with Alt backwards", "[actions]") {
    QWidget window;
    Actions actions(window);
    REQUIRE(actions[ActionId::Step]->shortcut() == QKeySequence(Qt::Key_F11));
    REQUIRE(actions[ActionId::Over]->shortcut() == QKeySequence(Qt::Key_F10));
    REQUIRE(actions[ActionId::Out]->shortcut() == QKeySequence(Qt::SHIFT | Qt::Key_F11));
    REQUIRE(actions[ActionId::Back]->shortcut() == QKeySequence(Qt::ALT | Qt::Key_F11));
    REQUIRE(actions[ActionId::Record]->shortcut() == QKeySequence(Qt::Key_F5));
}
