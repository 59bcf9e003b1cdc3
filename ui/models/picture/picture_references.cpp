// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture_references.h"

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/pointer_text.h"

namespace memtape {

bool PictureReferences::isChip(ObjectId id) const {
    if (id == m_globals) return true;
    if (m_options.hidden.contains(id) || m_options.hiddenTypes.contains(m_reading.state().object(id).type)) return true;
    if (m_options.everyObjectAsBox || m_options.opened.contains(id) || m_lostClasses.contains(id)) return false;
    return m_reading.isDrawnInPlace(id);
}

RefPicture PictureReferences::reference(ObjectId id) {
    RefPicture ref;
    ref.id = id;
    if (!id) return ref;
    ref.immortal = m_reading.state().object(id).immortal;
    ref.isChip = isChip(id);
    if (!ref.isChip && !m_placed.contains(id) && m_placed.size() >= qsizetype(m_options.mostBoxes)) {
        ref.isChip = true;
        m_leftOut.insert(id);
    }
    if (ref.isChip) {
        ref.text = id == m_globals ? tr("global names") : ObjectText::chip(m_reading, id);
    } else if (!m_placed.contains(id)) {
        m_placed.insert(id);
        m_boxes.append(id);
    }
    return ref;
}

void PictureReferences::point(RowPicture& row, const PointerView& pointer) {
    QString chip = PointerText::chip(m_reading, pointer);
    if (chip.isEmpty()) {
        row.ref = reference(pointer.object);
    } else {
        row.ref.isChip = true;
        row.ref.text = chip;
    }
    QString place = PointerText::place(pointer);
    if (!place.isEmpty() && !pointer.isDangling) row.label = tr("%1, to %2").arg(row.label, place);
    row.isWeak = pointer.ref == RefKind::Weak;
}

}
