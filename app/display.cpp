// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <QString>
#include <QtGlobal>

#include <cstdlib>
#include <cstring>

namespace memtape {

namespace {

void (*endOfProcess)(const std::string& why) = nullptr;
QString firstWarning; // of what belongs to the platform: those behind it follow from it, and say less

void keepBack(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type != QtFatalMsg) {
        if (firstWarning.isEmpty() && context.category && std::strncmp(context.category, "qt.qpa", 6) == 0) firstWarning = message;
        return;
    }
    QString why = (firstWarning.isEmpty() ? message : firstWarning).section(QLatin1Char('\n'), 0, 0).trimmed();
    while (why.endsWith(QLatin1Char('.'))) why.chop(1);
    endOfProcess(namesDisplay() ? why.toStdString() : "there is no display here, and all but the window works without one (memtape --help)");
}

}

bool namesDisplay() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (const char* value = std::getenv(name); value && *value) return true;
    return false;
}

void onDisplayMissing(void (*end)(const std::string& why)) {
    endOfProcess = end;
    qInstallMessageHandler(keepBack);
}

}
