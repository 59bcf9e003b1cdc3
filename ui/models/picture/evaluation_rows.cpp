// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/evaluation_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr qsizetype longest = 18; // characters that a card has room for

QString rowLabel(bool isFirst) {
    return isFirst ? QCoreApplication::translate("memtape::Picture", "evaluation stack")
                   : QCoreApplication::translate("memtape::Picture", "above it");
}

// The innermost frame of that code; at a return the running one is gone as soon as something happens inside the line.
CardPicture* cardOf(Picture& picture, const MemoryState& state, uint32_t code) {
    const bool isLeft = picture.info.kind == StepKind::Return;
    CardPicture* found = nullptr;
    for (CardPicture& card : picture.cards) {
        const bool isFrame =
            card.kind == CardPicture::Kind::Module || card.kind == CardPicture::Kind::Call || card.kind == CardPicture::Kind::ClassNames;
        if (!isFrame || card.isWaiting || (isLeft && card.running) || card.frame >= state.frameCount() || state.frame(card.frame).code != code)
            continue;
        if (!found || card.frame > found->frame || (card.frame == found->frame && found->kind == CardPicture::Kind::ClassNames)) found = &card;
    }
    return found;
}

RefPicture referenceTo(const Picture& picture, const Reading& reading, const EvaluationEntry& entry) {
    RefPicture ref;
    for (const BoxPicture& box : picture.boxes) {
        if (box.ghost || !entry.object) continue;
        const bool isMember = box.group && box.group->placeOf(entry.object) >= 0;
        if (!isMember && box.id != entry.object) continue;
        ref.id = entry.object;
        if (isMember) ref.group = box.id;
        return ref;
    }
    ref.isChip = true;
    const bool isThere = entry.object && reading.state().isAlive(entry.object);
    if (isThere) {
        ref.id = entry.object;
        ref.immortal = reading.state().object(entry.object).immortal;
    }
    ref.text = isThere ? ObjectText::chip(reading, entry.object) : entry.text;
    if (ref.text.size() > longest) ref.text = ref.text.left(longest - 1) + QChar(0x2026);
    return ref;
}

}

void addEvaluationRows(Picture& picture, const Reading& reading, const Evaluation& evaluation) {
    const QVector<EvaluationEntry>& stack = evaluation.stack;
    CardPicture* card = cardOf(picture, reading.state(), evaluation.code);
    if (!card) return;
    auto isHeld = [&](const EvaluationEntry& entry) {
        return std::any_of(card->rows.begin(), card->rows.end(),
                           [&](const RowPicture& row) { return row.kind == RowKind::Held && row.ref.id == entry.object; });
    };
    qsizetype from = 0; // what waits there from step to step lies at the bottom
    while (from < stack.size() && (!stack[from].object || isHeld(stack[from]))) ++from;
    for (qsizetype i = from; i < stack.size(); ++i) {
        if (!stack[i].object && stack[i].text.isEmpty()) continue; // where a method has its object, a plain function has nothing
        RowPicture row;
        row.kind = RowKind::Held;
        row.label = rowLabel(i == from);
        row.ref = referenceTo(picture, reading, stack[i]);
        card->rows.append(row);
    }
}

}
