// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands of the picture: its detail and what else is chosen for it, which the settings keep; selecting and listing objects; and the
// keys that the picture has besides those of the commands.

#include <QObject>

#include "core/replay/memory_state.h"

class QKeyEvent;

namespace memtape {

class Canvas;
class Views;
class WindowLayout;
struct Workbench;

class PictureCommands : public QObject {
    Q_OBJECT
public:
    PictureCommands(Workbench& bench, Views& views, WindowLayout& layout);
    // What a lesson wants, which the settings do not keep; -1, false: as they have it.
    void setLook(int detail, bool everyObjectAsBox);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // keys of the canvas

private:
    void connectChoices();
    void connectObjects();
    void showDetail(int detail);
    bool handleKey(QKeyEvent& key);
    bool handleTileKey(int key);

    Workbench& m_bench;
    Views& m_views;
    WindowLayout& m_layout;
    Canvas& m_canvas;
};

}
