// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/recording_run.h"

#include "core/session/recording_file.h"
#include "ui/state/run.h"

namespace memtape {

std::unique_ptr<Run> openRecordedRun(const QString& path, QString* error) {
    LoadedTape loaded = openRecording(path.toStdString());
    if (loaded.tape) return openRun(loaded.tape, Reach::Whole);
    *error = QString::fromStdString(loaded.problem);
    return nullptr;
}

}
