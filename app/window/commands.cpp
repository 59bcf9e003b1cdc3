// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commands.h"

#include <QApplication>
#include <QLineEdit>

#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/controls/time_search_bar.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/controls/watch_strip.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/models/timeline/time_search.h"
#include "ui/models/timeline/watches.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/inside_lines.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector/inside_view.h"

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

void connectFindInTime(Workbench& bench, Views& views, QObject* context) {
    auto& bar = views.of<TimeSearchBar>();
    auto& timeline = views.of<Timeline>();
    bench.actions.on(ActionId::FindInTime, context, [&bar] { bar.open(); });
    bench.actions.on(ActionId::FoundNext, context, [&bar] { bar.goToFound(false); });
    bench.actions.on(ActionId::FoundPrevious, context, [&bar] { bar.goToFound(true); });
    QObject::connect(&bar, &TimeSearchBar::closed, context, [&views] { views.of<Canvas>().view().setFocus(); });
    timeline.setFound(&bar.search().found());
    QObject::connect(&bar.search(), &TimeSearch::changed, &timeline, qOverload<>(&QWidget::update));
}

void connectWatches(Workbench& bench, Views& views, QObject* context) {
    auto& strip = views.of<WatchStrip>();
    auto& canvas = views.of<Canvas>();
    Watches& watches = strip.watches();
    strip.setTimeline(views.of<Timeline>());
    bench.actions.on(ActionId::Watch, context, [&strip] { strip.open(); });
    QObject::connect(&strip, &WatchStrip::closed, context, [&canvas] { canvas.view().setFocus(); });
    QObject::connect(&strip, &WatchStrip::scrubbed, context, [&bench] { bench.playback.stop(); });
    QObject::connect(&canvas, &Canvas::watchRequested, context, [&strip](const QString& expression) { strip.add(expression); });
    QObject::connect(&bench.document, &Document::programChanged, context,
                     [&] { watches.setExpressions(bench.settings.watchesOf(bench.document.path())); });
    QObject::connect(&watches, &Watches::expressionsChanged, context,
                     [&] { bench.settings.keepWatchesOf(bench.document.path(), watches.expressions()); });
}

void connectPartCommands(Workbench& bench, Views& views, WindowLayout& layout, QObject* context) {
    InsideLines& inside = bench.inside;
    // The first press opens it; from then on each goes by a part.
    const auto go = [&inside, &views, &layout](void (InsideLines::*move)()) {
        if (inside.isOpen()) (inside.*move)();
        else layout.showTab(views.of<InsideView>());
    };
    bench.actions.on(ActionId::PartForward, context, [go] { go(&InsideLines::forward); });
    bench.actions.on(ActionId::PartBack, context, [go] { go(&InsideLines::back); });
    CodeEditor& editor = views.of<CodePanel>().editor();
    Document& document = bench.document;
    Canvas& canvas = views.of<Canvas>();
    QObject::connect(&inside, &InsideLines::changed, context, [&inside, &editor, &document, &canvas] {
        const LinePart* part = inside.state() == InsideLines::State::Ready && inside.line() && !document.isStale() ? inside.line()->atWork : nullptr;
        const SourceSpan span = part && document.run()->code(part->code).file == document.mainFile() ? part->span : SourceSpan{};
        editor.setPartAtWork(span.line, span.column, span.endLine, span.endColumn);
        Evaluation evaluation{inside.step(), 0, {}};
        if (inside.state() == InsideLines::State::Ready && inside.line() &&
            inside.line()->number) { // before the first part the step's picture has all
            evaluation.code = (inside.line()->atWork ? inside.line()->atWork : inside.line()->justDone)->code;
            for (const InsideValue& value : inside.stack()) evaluation.stack.append({value.object, value.text});
        }
        canvas.setEvaluation(evaluation);
    });
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
        if (!actions[ActionId::ClassView]->isChecked()) bench.settings.setTextScale(appearance.textScale()); // of every day
        for (auto [id, mode] : themes) actions[id]->setChecked(appearance.mode() == mode);
    };
    keep();
    QObject::connect(&appearance, &Appearance::changed, context, keep);
}

}
