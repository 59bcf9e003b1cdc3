// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lessons/object_path.h"

#include <QRegularExpression>

#include "core/replay/python_view.h"

namespace memtape {

namespace {

ObjectId among(const NamedRefs& names, const std::string& name) {
    for (const auto& [known, value] : names)
        if (known == name) return value;
    return {};
}

ObjectId named(PythonView& view, const std::string& name) {
    const MemoryState& state = view.state();
    if (state.frameCount() == 0) return {};
    if (ObjectId found = among(view.frameNames(state.frame(state.frameCount() - 1)), name)) return found;
    for (size_t i = 0; i < state.frameCount(); ++i) // the program's own: the first that has names
        if (FrameView frame = state.frame(i); frame.ofProgram && frame.locals) return among(view.frameNames(frame), name);
    return {};
}

}

ObjectId objectAtPath(const MemoryState& state, const QString& path) {
    static const QRegularExpression part(QStringLiteral("\\G(?:(\\w+)|\\.(\\w+)|\\[(\\d+)\\]|\\['([^']*)'\\])"));
    PythonView view(state);
    ObjectId id;
    for (qsizetype at = 0; at < path.size();) {
        auto match = part.match(path, at);
        if (!match.hasMatch() || match.hasCaptured(1) != (at == 0)) return {};
        if (match.hasCaptured(1)) id = named(view, match.captured(1).toStdString());
        else if (match.hasCaptured(2)) id = among(view.attributes(id), match.captured(2).toStdString());
        else if (match.hasCaptured(3)) id = state.cell(id, CellKind::Item, match.captured(3).toUInt());
        else id = view.lookup(id, match.captured(4).toStdString());
        if (!id) return {};
        at = match.capturedEnd();
    }
    return id;
}

}
