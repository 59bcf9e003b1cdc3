// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a recording, drawn: its first, middle and last step, as data, as SVG and as a page to step through.
#include <QApplication>
#include <memory>
#include <vector>

#include "core/languages/languages.h"
#include "core/session/recording_file.h"
#include "core/tape/tape.h"
#include "tests/fuzz/target.h"
#include "ui/export/snapshot.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"

namespace {

void haveApplication() {
    static int count = 1;
    static char name[] = "fuzz";
    static char* words[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    [[maybe_unused]] static const bool haveLanguages = (memtape::registerLanguages(), true);
    [[maybe_unused]] static const QApplication* application =
        new QApplication(count, words); // never ended: what Qt would need for that may be gone before
}

}

void memtape::fuzz::tryInput(std::string_view bytes) {
    haveApplication();
    const LoadedTape loaded = readRecording(std::string(bytes));
    if (!loaded.tape) return;
    const std::unique_ptr<Run> run = openRun(loaded.tape, Reach::Whole);
    const uint64_t steps = run->stepCount();
    if (steps == 0) return;
    const ExportOptions options;
    const RunPlan plan = planFor(*run, options);
    const std::vector<uint64_t> drawn{0, steps / 2, steps - 1};
    const PutFile nowhere = [](const QByteArray&, const QString&, quint64) { return QString(); };
    for (const char* file : {"p.json", "p.svg", "p.html"}) exportSteps(*run, drawn, options, plan, QString::fromLatin1(file), nowhere);
}
