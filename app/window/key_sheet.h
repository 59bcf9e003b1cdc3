// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All keys of the window on one sheet: those of the commands, menu by menu, and those that picture and timeline have besides.

#include <QFrame>

class QGridLayout;
class QScrollArea;

namespace memtape {

class Actions;
class Appearance;

class KeySheet : public QFrame {
    Q_OBJECT
public:
    KeySheet(const Actions& actions, const Appearance& appearance, QWidget& window);
    void openOver(const QWidget& window); // in its middle; a key or a click elsewhere closes it

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHeading(QGridLayout& grid, const QString& text);
    void addRow(QGridLayout& grid, const QString& keys, const QString& text);

    const Appearance& m_appearance;
    QScrollArea* m_scroll;
};

}
