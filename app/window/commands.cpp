// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commands.h"

#include <QApplication>
#include <QLineEdit>

#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/input_view.h"

namespace memtape {

void connectTimeCommands(Workbench& bench, Views& views, QObject* context) {
    const Actions& actions = bench.actions;
    Playback& playback = bench.playback;
    Cursor& cursor = bench.cursor;
    CodeEditor& editor = views.of<CodePanel>().editor();
    auto on = [&](ActionId id, auto what) { actions.on(id, context, what); };
    on(ActionId::First, [&] { playback.first(); });
    on(ActionId::Last, [&] { playback.last(); });
    on(ActionId::Step, [&] { playback.step(); });
    on(ActionId::Back, [&] { playback.back(); });
    on(ActionId::Over, [&] { playback.over(); });
    on(ActionId::OverBackwards, [&] { playback.overBackwards(); });
    on(ActionId::Out, [&] { playback.out(); });
    on(ActionId::OutBackwards, [&] { playback.outBackwards(); });
    on(ActionId::Play, [&] { playback.togglePlay(); });
    on(ActionId::PlayBackwards, [&] { playback.playBackwards(); });
    on(ActionId::Faster, [&] { playback.setSpeed(playback.speed() * 2); });
    on(ActionId::Slower, [&] { playback.setSpeed(playback.speed() / 2); });
    on(ActionId::RunToCursor, [&] { playback.toLine(editor.cursorLine(), false); });
    on(ActionId::NextBreakpoint, [&] { playback.nextBreakpoint(false); });
    on(ActionId::PreviousBreakpoint, [&] { playback.nextBreakpoint(true); });
    on(ActionId::NextChange, [&] { playback.nextChange(false); });
    on(ActionId::PreviousChange, [&] { playback.nextChange(true); });
    on(ActionId::GoBack, [&] { cursor.goBack(); });
    on(ActionId::GoForward, [&] { cursor.goForward(); });
    QLineEdit& stepField = views.of<TransportBar>().stepField();
    on(ActionId::GoToStep, [&] { stepField.setFocus(); });
    QObject::connect(&stepField, &QLineEdit::returnPressed, context, [&] { views.of<Canvas>().view().setFocus(); });
    QObject::connect(&editor, &CodeEditor::breakpointsChanged, context, [&] { playback.setBreakpoints(editor.breakpoints()); });
    QObject::connect(&editor, &CodeEditor::lineTravelRequested, context, [&](int line, bool backwards) { playback.toLine(line, backwards); });
    Timeline& timeline = views.of<Timeline>();
    on(ActionId::FoldTimeline, [&](bool fold) { timeline.setFolded(fold); });
    QObject::connect(&timeline, &Timeline::foldedChanged, context, [&](bool folded) {
        bench.settings.setTimelineFolded(folded);
        actions[ActionId::FoldTimeline]->setChecked(folded);
    });
    timeline.setFolded(bench.settings.timelineFolded());
    actions[ActionId::FoldTimeline]->setChecked(bench.settings.timelineFolded());
    playback.setSpeed(bench.settings.playSpeed());
}

void connectProgramCommands(Workbench& bench, Views& views, WindowLayout& layout, QObject* context) {
    const Actions& actions = bench.actions;
    Document& document = bench.document;
    CodePanel& code = views.of<CodePanel>();
    auto on = [&](ActionId id, auto what) { actions.on(id, context, what); };
    on(ActionId::Record, [&] {
        if (document.isRecording()) document.stop();
        else document.record();
    });
    on(ActionId::RecordWhileTyping, [&](bool isOn) {
        code.setRecordWhileTyping(isOn);
        bench.settings.setRecordWhileTyping(isOn);
    });
    code.setRecordWhileTyping(bench.settings.recordWhileTyping());
    actions[ActionId::RecordWhileTyping]->setChecked(bench.settings.recordWhileTyping());
    on(ActionId::Find, [&] { code.openFind(); });
    on(ActionId::Breakpoint, [&] { code.editor().toggleBreakpoint(code.editor().cursorLine()); });
    on(ActionId::Editor, [&] {
        layout.showMain(code);
        code.editor().setFocus();
    });
    QObject::connect(&code, &CodePanel::canvasFocusRequested, context, [&] { views.of<Canvas>().view().setFocus(); });
    QObject::connect(&document, &Document::inputRequested, context, [&] {
        auto& input = views.of<InputView>();
        layout.showTab(input);
        input.focusAnswer();
    });
    QObject::connect(&document, &Document::recordingFinished, context, [&] { // who has answered goes on by the arrow keys
        if (views.of<InputView>().isAncestorOf(QApplication::focusWidget())) views.of<Canvas>().view().setFocus();
    });
}

void connectLookCommands(Workbench& bench, QObject* context) {
    using Mode = Appearance::Mode;
    const Actions& actions = bench.actions;
    Appearance& appearance = bench.appearance;
    actions.on(ActionId::Larger, context, [&] { appearance.setTextScale(appearance.textScale() + 0.1); });
    actions.on(ActionId::Smaller, context, [&] { appearance.setTextScale(appearance.textScale() - 0.1); });
    constexpr std::pair<ActionId, Mode> themes[] = {
        {ActionId::ThemeSystem, Mode::System}, {ActionId::ThemeLight, Mode::Light}, {ActionId::ThemeDark, Mode::Dark}};
    for (auto [id, mode] : themes) actions.on(id, context, [&appearance, mode = mode] { appearance.setMode(mode); });
    auto keep = [&bench, &appearance, &actions, themes] {
        bench.settings.setThemeMode(int(appearance.mode()));
        bench.settings.setTextScale(appearance.textScale());
        for (auto [id, mode] : themes) actions[id]->setChecked(appearance.mode() == mode);
    };
    keep();
    QObject::connect(&appearance, &Appearance::changed, context, keep);
}

}
