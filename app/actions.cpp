// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QCoreApplication>

namespace memtape {

#define TEXT(text) QT_TRANSLATE_NOOP("memtape::Actions", text)

const QVector<ActionRow>& actionTable() {
    static const QVector<ActionRow> rows = {
        // the program
        {"new", TEXT("New program"), nullptr, "Ctrl+N"},
        {"open", TEXT("Open a program or recording…"), TEXT("Open"), "Ctrl+O"},
        {"save", TEXT("Save the program"), nullptr, "Ctrl+S"},
        {"saveAs", TEXT("Save the program as…"), nullptr, "Ctrl+Shift+S"},
        {"saveRecording", TEXT("Save the recording…"), nullptr, "", ActionRow::Run},
        {"lessons", TEXT("Lessons"), nullptr, "Ctrl+L"},
        {"record", TEXT("Record the program, or stop recording"), TEXT("Record"), "F5"},
        {"recordWhileTyping", TEXT("Record short programs while typing"), nullptr, "", ActionRow::Nothing, true},
        {"find", TEXT("Find in the program"), nullptr, "Ctrl+F"},
        {"breakpoint", TEXT("Set or remove a breakpoint"), nullptr, "F9"},
        {"editor", TEXT("Go to the program text"), nullptr, "Ctrl+E"},
        {"quit", TEXT("Quit"), nullptr, "Ctrl+Q"},
        // time
        {"first", TEXT("First step"), nullptr, "Ctrl+Home", ActionRow::Run},
        {"back", TEXT("Step back"), TEXT("Back"), "Alt+F11", ActionRow::Run},
        {"step", TEXT("Step, into calls"), TEXT("Step"), "F11", ActionRow::Run},
        {"over", TEXT("Step over calls"), TEXT("Over"), "F10", ActionRow::Run},
        {"overBackwards", TEXT("Step back over calls"), nullptr, "Alt+F10", ActionRow::Run},
        {"out", TEXT("Step out of the call"), TEXT("Out"), "Shift+F11", ActionRow::Run},
        {"outBackwards", TEXT("Step back out of the call"), nullptr, "Alt+Shift+F11", ActionRow::Run},
        {"last", TEXT("Last step"), nullptr, "Ctrl+End", ActionRow::Run},
        {"play", TEXT("Play, or pause"), TEXT("Play"), "Ctrl+P", ActionRow::Run},
        {"playBackwards", TEXT("Play backwards"), nullptr, "Ctrl+Shift+P", ActionRow::Run},
        {"faster", TEXT("Faster"), nullptr, "Ctrl+]"},
        {"slower", TEXT("Slower"), nullptr, "Ctrl+["},
        {"goToStep", TEXT("Go to a step…"), nullptr, "Ctrl+G", ActionRow::Run},
        {"runToCursor", TEXT("Run to the cursor's line"), nullptr, "Ctrl+F10", ActionRow::Run},
        {"nextBreakpoint", TEXT("Next breakpoint"), nullptr, "F8", ActionRow::Run},
        {"previousBreakpoint", TEXT("Previous breakpoint"), nullptr, "Shift+F8", ActionRow::Run},
        {"nextChange", TEXT("Next change of the selected object"), nullptr, "F7", ActionRow::Run},
        {"previousChange", TEXT("Previous change of the selected object"), nullptr, "Shift+F7", ActionRow::Run},
        {"goBack", TEXT("Back to where you jumped from"), nullptr, "Alt+Left", ActionRow::Run},
        {"goForward", TEXT("Forward again"), nullptr, "Alt+Right", ActionRow::Run},
        // the picture
        {"detailNames", TEXT("Names only"), TEXT("names"), "Ctrl+1", ActionRow::Nothing, true},
        {"detailValues", TEXT("Values and types"), TEXT("values"), "Ctrl+2", ActionRow::Nothing, true},
        {"detailObjects", TEXT("Objects and their counts"), TEXT("objects"), "Ctrl+3", ActionRow::Nothing, true},
        {"detailBytes", TEXT("Addresses and bytes"), TEXT("bytes"), "Ctrl+4", ActionRow::Nothing, true},
        {"everyObjectAsBox", TEXT("Draw every object as a box"), nullptr, "", ActionRow::Nothing, true},
        {"newestFirst", TEXT("Newest frame first"), nullptr, "", ActionRow::Nothing, true},
        {"fit", TEXT("Fit the whole picture"), nullptr, "Ctrl+0", ActionRow::Run},
        {"home", TEXT("Back to normal size"), nullptr, "Ctrl+9", ActionRow::Run},
        {"legend", TEXT("Legend"), nullptr, "Ctrl+Shift+L", ActionRow::Nothing, true},
        {"nextObject", TEXT("Select the next object"), nullptr, "Ctrl+Down", ActionRow::Run},
        {"previousObject", TEXT("Select the previous object"), nullptr, "Ctrl+Up", ActionRow::Run},
        {"export", TEXT("Export the picture"), TEXT("Export"), ""},
        {"exportFile", TEXT("Export as PNG, SVG or PDF…"), nullptr, "Ctrl+Shift+E", ActionRow::Run},
        {"copyPicture", TEXT("Copy as picture"), nullptr, "Ctrl+Shift+C", ActionRow::Run},
        {"exportCode", TEXT("With the program"), nullptr, "", ActionRow::Nothing, true},
        {"exportLegend", TEXT("With the legend"), nullptr, "", ActionRow::Nothing, true},
        {"exportPrint", TEXT("For print: black on white"), nullptr, "", ActionRow::Nothing, true},
        // the window
        {"menu", TEXT("Menu"), nullptr, ""},
        {"foldTimeline", TEXT("Fold the timeline"), nullptr, "Ctrl+T", ActionRow::Nothing, true},
        {"inspector", TEXT("Inspector"), nullptr, "Ctrl+I", ActionRow::Nothing, true},
        {"larger", TEXT("Larger text"), nullptr, "Ctrl++ Ctrl+="},
        {"smaller", TEXT("Smaller text"), nullptr, "Ctrl+-"},
        {"themeSystem", TEXT("As the desktop"), nullptr, "", ActionRow::Nothing, true},
        {"themeLight", TEXT("Light"), nullptr, "", ActionRow::Nothing, true},
        {"themeDark", TEXT("Dark"), nullptr, "", ActionRow::Nothing, true},
    };
    return rows;
}

#undef TEXT

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
        bool enabled = row.needs == ActionRow::Nothing || (row.needs == ActionRow::Run && hasRun) || (row.needs == ActionRow::NotRecording && !isRecording);
        actions.value(QString::fromLatin1(row.id))->setEnabled(enabled);
    }
}

}
