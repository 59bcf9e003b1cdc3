// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QCoreApplication>

namespace memtape {

const QVector<ActionRow>& actionTable() {
    static const QVector<ActionRow> rows = {
        // the program
        {"new", QT_TRANSLATE_NOOP("memtape::Actions", "New program"), nullptr, "Ctrl+N"},
        {"open", QT_TRANSLATE_NOOP("memtape::Actions", "Open a program or recording…"), QT_TRANSLATE_NOOP("memtape::Actions", "Open"), "Ctrl+O"},
        {"save", QT_TRANSLATE_NOOP("memtape::Actions", "Save the program"), nullptr, "Ctrl+S"},
        {"saveAs", QT_TRANSLATE_NOOP("memtape::Actions", "Save the program as…"), nullptr, "Ctrl+Shift+S"},
        {"saveRecording", QT_TRANSLATE_NOOP("memtape::Actions", "Save the recording…"), nullptr, "", ActionRow::Run},
        {"lessons", QT_TRANSLATE_NOOP("memtape::Actions", "Lessons"), nullptr, "Ctrl+L"},
        {"record", QT_TRANSLATE_NOOP("memtape::Actions", "Record the program, or stop recording"), QT_TRANSLATE_NOOP("memtape::Actions", "Record"),
         "F5"},
        {"recordWhileTyping", QT_TRANSLATE_NOOP("memtape::Actions", "Record short programs while typing"), nullptr, "", ActionRow::Nothing, true},
        {"find", QT_TRANSLATE_NOOP("memtape::Actions", "Find in the program"), nullptr, "Ctrl+F"},
        {"breakpoint", QT_TRANSLATE_NOOP("memtape::Actions", "Set or remove a breakpoint"), nullptr, "F9"},
        {"editor", QT_TRANSLATE_NOOP("memtape::Actions", "Go to the program text"), nullptr, "Ctrl+E"},
        {"quit", QT_TRANSLATE_NOOP("memtape::Actions", "Quit"), nullptr, "Ctrl+Q"},
        // time
        {"first", QT_TRANSLATE_NOOP("memtape::Actions", "First step"), nullptr, "Ctrl+Home", ActionRow::Run},
        {"back", QT_TRANSLATE_NOOP("memtape::Actions", "Step back"), QT_TRANSLATE_NOOP("memtape::Actions", "Back"), "Alt+F11", ActionRow::Run},
        {"step", QT_TRANSLATE_NOOP("memtape::Actions", "Step, into calls"), QT_TRANSLATE_NOOP("memtape::Actions", "Step"), "F11", ActionRow::Run},
        {"over", QT_TRANSLATE_NOOP("memtape::Actions", "Step over calls"), QT_TRANSLATE_NOOP("memtape::Actions", "Over"), "F10", ActionRow::Run},
        {"overBackwards", QT_TRANSLATE_NOOP("memtape::Actions", "Step back over calls"), nullptr, "Alt+F10", ActionRow::Run},
        {"out", QT_TRANSLATE_NOOP("memtape::Actions", "Step out of the call"), QT_TRANSLATE_NOOP("memtape::Actions", "Out"), "Shift+F11",
         ActionRow::Run},
        {"outBackwards", QT_TRANSLATE_NOOP("memtape::Actions", "Step back out of the call"), nullptr, "Alt+Shift+F11", ActionRow::Run},
        {"last", QT_TRANSLATE_NOOP("memtape::Actions", "Last step"), nullptr, "Ctrl+End", ActionRow::Run},
        {"play", QT_TRANSLATE_NOOP("memtape::Actions", "Play, or pause"), QT_TRANSLATE_NOOP("memtape::Actions", "Play"), "Ctrl+P", ActionRow::Run},
        {"playBackwards", QT_TRANSLATE_NOOP("memtape::Actions", "Play backwards"), nullptr, "Ctrl+Shift+P", ActionRow::Run},
        {"faster", QT_TRANSLATE_NOOP("memtape::Actions", "Faster"), nullptr, "Ctrl+]"},
        {"slower", QT_TRANSLATE_NOOP("memtape::Actions", "Slower"), nullptr, "Ctrl+["},
        {"goToStep", QT_TRANSLATE_NOOP("memtape::Actions", "Go to a step…"), nullptr, "Ctrl+G", ActionRow::Run},
        {"runToCursor", QT_TRANSLATE_NOOP("memtape::Actions", "Run to the cursor's line"), nullptr, "Ctrl+F10", ActionRow::Run},
        {"nextBreakpoint", QT_TRANSLATE_NOOP("memtape::Actions", "Next breakpoint"), nullptr, "F8", ActionRow::Run},
        {"previousBreakpoint", QT_TRANSLATE_NOOP("memtape::Actions", "Previous breakpoint"), nullptr, "Shift+F8", ActionRow::Run},
        {"nextChange", QT_TRANSLATE_NOOP("memtape::Actions", "Next change of the selected row or object"), nullptr, "F7", ActionRow::Run},
        {"previousChange", QT_TRANSLATE_NOOP("memtape::Actions", "Previous change of the selected row or object"), nullptr, "Shift+F7",
         ActionRow::Run},
        {"goBack", QT_TRANSLATE_NOOP("memtape::Actions", "Back to where you jumped from"), nullptr, "Alt+Left", ActionRow::Run},
        {"goForward", QT_TRANSLATE_NOOP("memtape::Actions", "Forward again"), nullptr, "Alt+Right", ActionRow::Run},
        // the picture
        {"detailNames", QT_TRANSLATE_NOOP("memtape::Actions", "Names only"), QT_TRANSLATE_NOOP("memtape::Actions", "names"), "Ctrl+1",
         ActionRow::Nothing, true},
        {"detailValues", QT_TRANSLATE_NOOP("memtape::Actions", "Values and types"), QT_TRANSLATE_NOOP("memtape::Actions", "values"), "Ctrl+2",
         ActionRow::Nothing, true},
        {"detailObjects", QT_TRANSLATE_NOOP("memtape::Actions", "Objects and their counts"), QT_TRANSLATE_NOOP("memtape::Actions", "objects"),
         "Ctrl+3", ActionRow::Nothing, true},
        {"detailBytes", QT_TRANSLATE_NOOP("memtape::Actions", "Addresses and bytes"), QT_TRANSLATE_NOOP("memtape::Actions", "bytes"), "Ctrl+4",
         ActionRow::Nothing, true},
        {"everyObjectAsBox", QT_TRANSLATE_NOOP("memtape::Actions", "Draw every object as a box"), nullptr, "", ActionRow::Nothing, true},
        {"newestFirst", QT_TRANSLATE_NOOP("memtape::Actions", "Newest frame first"), nullptr, "", ActionRow::Nothing, true},
        {"follow", QT_TRANSLATE_NOOP("memtape::Actions", "Follow the running frame"), nullptr, "", ActionRow::Nothing, true},
        {"heapList", QT_TRANSLATE_NOOP("memtape::Actions", "List what the heap figure counts"), nullptr, "Ctrl+H", ActionRow::Run},
        {"showHidden", QT_TRANSLATE_NOOP("memtape::Actions", "Show hidden objects again"), nullptr, "Ctrl+Shift+H", ActionRow::Run},
        {"fit", QT_TRANSLATE_NOOP("memtape::Actions", "Fit the whole picture"), nullptr, "Ctrl+0", ActionRow::Run},
        {"home", QT_TRANSLATE_NOOP("memtape::Actions", "Back to normal size"), nullptr, "Ctrl+9", ActionRow::Run},
        {"legend", QT_TRANSLATE_NOOP("memtape::Actions", "Legend"), nullptr, "Ctrl+Shift+L", ActionRow::Nothing, true},
        {"nextObject", QT_TRANSLATE_NOOP("memtape::Actions", "Select the next object"), nullptr, "Ctrl+Down", ActionRow::Run},
        {"previousObject", QT_TRANSLATE_NOOP("memtape::Actions", "Select the previous object"), nullptr, "Ctrl+Up", ActionRow::Run},
        {"export", QT_TRANSLATE_NOOP("memtape::Actions", "Export the picture"), QT_TRANSLATE_NOOP("memtape::Actions", "Export"), ""},
        {"exportFile", QT_TRANSLATE_NOOP("memtape::Actions", "Export as PNG, SVG or PDF…"), nullptr, "Ctrl+Shift+E", ActionRow::Run},
        {"copyPicture", QT_TRANSLATE_NOOP("memtape::Actions", "Copy as picture"), nullptr, "Ctrl+Shift+C", ActionRow::Run},
        // the window
        {"menu", QT_TRANSLATE_NOOP("memtape::Actions", "Menu"), nullptr, ""},
        {"foldTimeline", QT_TRANSLATE_NOOP("memtape::Actions", "Fold the timeline"), nullptr, "Ctrl+T", ActionRow::Nothing, true},
        {"inspector", QT_TRANSLATE_NOOP("memtape::Actions", "Inspector"), nullptr, "Ctrl+I", ActionRow::Nothing, true},
        {"larger", QT_TRANSLATE_NOOP("memtape::Actions", "Larger text"), nullptr, "Ctrl++ Ctrl+="},
        {"smaller", QT_TRANSLATE_NOOP("memtape::Actions", "Smaller text"), nullptr, "Ctrl+-"},
        {"themeSystem", QT_TRANSLATE_NOOP("memtape::Actions", "As the desktop"), nullptr, "", ActionRow::Nothing, true},
        {"themeLight", QT_TRANSLATE_NOOP("memtape::Actions", "Light"), nullptr, "", ActionRow::Nothing, true},
        {"themeDark", QT_TRANSLATE_NOOP("memtape::Actions", "Dark"), nullptr, "", ActionRow::Nothing, true},
    };
    return rows;
}

QHash<QString, QAction*> makeActions(QObject* parent) {
    QHash<QString, QAction*> actions;
    for (const ActionRow& row : actionTable()) {
        auto* action = new QAction(parent);
        action->setObjectName(QString::fromLatin1(row.id));
        QList<QKeySequence> keys;
        for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) keys.append(QKeySequence(key));
        action->setShortcuts(keys);
        action->setCheckable(row.isCheckable);
        actions.insert(QString::fromLatin1(row.id), action);
    }
    translateActions(actions);
    return actions;
}

void translateActions(const QHash<QString, QAction*>& actions) {
    for (const ActionRow& row : actionTable()) {
        QAction* action = actions.value(QString::fromLatin1(row.id));
        action->setText(QCoreApplication::translate("memtape::Actions", row.text));
        action->setIconText(QCoreApplication::translate("memtape::Actions", row.iconText ? row.iconText : row.text));
    }
}

void enableActions(const QHash<QString, QAction*>& actions, bool hasRun, bool isRecording) {
    for (const ActionRow& row : actionTable()) {
        bool enabled =
            row.needs == ActionRow::Nothing || (row.needs == ActionRow::Run && hasRun) || (row.needs == ActionRow::NotRecording && !isRecording);
        actions.value(QString::fromLatin1(row.id))->setEnabled(enabled);
    }
}

}
