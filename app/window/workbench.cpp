// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/workbench.h"

#include <QWidget>

#include "ui/controls/playback.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/inside_lines.h"
#include "ui/state/program_runner.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"

namespace memtape {

Workbench::Workbench(std::unique_ptr<ProgramRunner> runner, Settings& keptSettings, QWidget& ofWindow)
    : window(ofWindow),
      settings(keptSettings),
      actions(ofWindow),
      appearance(*new Appearance(&ofWindow)),
      document(*new Document(std::move(runner), &ofWindow)),
      cursor(*new Cursor(&ofWindow)),
      selection(*new Selection(&ofWindow)),
      inside(*new InsideLines(document, cursor, settings, &ofWindow)),
      playback(*new Playback(document, cursor, selection, &ofWindow)),
      follower(document, cursor) {
    appearance.setMode(Appearance::Mode(settings.themeMode()));
    appearance.setTextScale(settings.textScale());
    appearance.apply();
    auto enable = [this] { actions.enable(document.stepCount() > 0); };
    for (auto signal : {&Document::recordingStarted, &Document::programChanged, &Document::recordingFinished, &Document::runReplaced})
        QObject::connect(&document, signal, &follower, enable);
    enable();
}

}
