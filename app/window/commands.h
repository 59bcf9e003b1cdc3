// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the commands do that belong to no part of their own: they press a view or the playback, and the settings keep what was chosen.

class QObject;

namespace memtape {

class Views;
class WindowLayout;
struct Workbench;

// They hold as long as the context does.
void connectTimeCommands(Workbench& bench, Views& views, QObject* context);
void connectFindInTime(Workbench& bench, Views& views, QObject* context);                         // the bar, the keys, and the ticks of the timeline
void connectWatches(Workbench& bench, Views& views, QObject* context);                            // made in the picture too, kept with the program
void connectPartCommands(Workbench& bench, Views& views, WindowLayout& layout, QObject* context); // inside a line
void connectProgramCommands(Workbench& bench, Views& views, WindowLayout& layout, QObject* context); // recording, and the text
void connectLookCommands(Workbench& bench, QObject* context);                                        // theme, size of the texts

}
