// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of the window share: the program with its recording, where the user stands in it, what is selected, how all looks, and the
// commands. Parts and views are made of it, and watch it.

#include <memory>

#include "app/window/run_arrival.h"
#include "ui/controls/actions.h"

class QWidget;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class InsideLines;
class Playback;
class ProgramRunner;
class Selection;
class Settings;

struct Workbench {
    Workbench(std::unique_ptr<ProgramRunner> runner, Settings& settings, QWidget& window);

    QWidget& window; // has the objects below as its children
    Settings& settings;
    Actions actions;
    Appearance& appearance;
    Document& document;
    Cursor& cursor;
    Selection& selection;
    InsideLines& inside;
    Playback& playback;
    RunArrival follower;
};

}
