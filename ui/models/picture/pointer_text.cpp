// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/pointer_text.h"

#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

QString slotText(const Reading& reading, const PointerView& pointer) {
    const MemoryState& state = reading.state();
    FrameView frame = state.frame(pointer.frame);
    QString name = pointer.index < frame.slots.size() ? toQString(frame.slots[pointer.index].name) : QString();
    return PointerText::tr("%1 of %2").arg(name, QString::fromStdString(state.code(frame.code).name));
}

}

QString PointerText::place(const PointerView& pointer) {
    switch (pointer.place) {
    case MemoryPlace::Kind::Byte: return tr("byte %1").arg(pointer.index);
    case MemoryPlace::Kind::Cell: return tr("part %1").arg(pointer.index);
    default: return {};
    }
}

QString PointerText::chip(const Reading& reading, const PointerView& pointer) {
    if (pointer.isDangling) return tr("dangling");
    return pointer.place == MemoryPlace::Kind::Slot ? slotText(reading, pointer) : QString();
}

QString PointerText::phrase(const Reading& reading, const PointerView& pointer) {
    bool isFrame = pointer.place == MemoryPlace::Kind::Slot;
    if (pointer.isDangling) return isFrame ? tr("a frame that is gone") : tr("a block that was given back");
    if (isFrame) return slotText(reading, pointer);
    QString whole = ObjectText::phrase(reading, pointer.object), where = place(pointer);
    return where.isEmpty() ? whole : tr("%1 of %2").arg(where, whole);
}

}
