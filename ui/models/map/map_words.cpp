// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/map/map_words.h"

#include <algorithm>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

QString bytesOf(uint64_t bytes) { return ObjectText::bytes(bytes); }

// As many more frames like the topmost as there may be calls.
uint64_t bytesAtCallLimit(const MemoryMap& map) { return map.stackBytes + uint64_t{map.callLimit - map.calls} * map.frames.back().bytes; }

}

QStringList MapWords::cost(const MapFigures& figures) {
    const MapCost& cost = figures.cost;
    QStringList lines;
    if (size_t pushed = cost.pushed.size())
        lines << (pushed == 1 ? tr("1 frame pushed: one pointer moved") : tr("%1 frames pushed: one pointer moved each").arg(pushed));
    if (size_t popped = cost.popped.size())
        lines << (popped == 1 ? tr("1 frame popped: one pointer moved") : tr("%1 frames popped: one pointer moved each").arg(popped));
    if (size_t taken = cost.taken.size()) {
        QString text = taken == 1 ? tr("1 block taken, %1").arg(bytesOf(cost.takenBytes()))
                                  : tr("%1 blocks taken, %2").arg(wholeFigure(taken), bytesOf(cost.takenBytes()));
        if (size_t pools = cost.newPools.size()) text += pools == 1 ? tr("; 1 new pool") : tr("; %1 new pools").arg(pools);
        lines << text;
    }
    if (size_t given = cost.given.size())
        lines << (given == 1 ? tr("1 block given back, %1").arg(bytesOf(cost.givenBytes()))
                             : tr("%1 blocks given back, %2").arg(wholeFigure(given), bytesOf(cost.givenBytes())));
    if (lines.isEmpty()) lines << tr("no frame and no block: memory is laid out as before");
    return lines;
}

QString MapWords::stack(const MapFigures& figures) {
    uint64_t piece = std::max<uint64_t>(1, figures.map.chunkBytes), pieces = (figures.map.stackBytes + piece - 1) / piece;
    return tr("%1 of %2 bytes used").arg(groupedFigure(figures.map.stackBytes), groupedFigure(std::max<uint64_t>(1, pieces) * piece));
}

QString MapWords::calls(const MapFigures& figures) { return tr("%1 of %2 calls").arg(figures.map.calls).arg(figures.map.callLimit); }

QString MapWords::bytesAtLimit(const MapFigures& figures) {
    const MemoryMap& map = figures.map;
    if (map.frames.empty()) return {};
    const QString now = tr("%1 bytes of frames").arg(groupedFigure(map.stackBytes));
    if (map.calls >= map.callLimit || figures.runsModule) return now;
    return tr("%1; %2 at the limit, if %3 goes on calling itself").arg(now, groupedFigure(bytesAtCallLimit(map)), figures.frameNames.last());
}

QString MapWords::unwinding(const MapFigures& figures) {
    if (!figures.error) return {};
    uint64_t left = figures.framesLeft;
    if (!left) return tr("%1: the frames will be left one by one, until one handles it").arg(figures.errorName);
    return left == 1 ? tr("%1 is on its way: 1 frame is gone").arg(figures.errorName)
                     : tr("%1 is on its way: %2 frames are gone").arg(figures.errorName, groupedFigure(left));
}

int MapWords::percentFree(const MapFigures& figures) {
    uint64_t all = figures.map.bytesOfPools();
    return all ? int(figures.map.freeBytes() * 100 / all) : 0;
}

QString MapWords::fragmentation(const MapFigures& figures) {
    const MemoryMap& map = figures.map;
    QString pools = map.pools.size() == 1 ? tr("1 pool holds something of this program")
                                          : tr("%1 pools hold something of this program").arg(groupedFigure(map.pools.size()));
    return tr("%1: %2 bytes, %3 of them free, each block for its own size only.")
        .arg(pools, groupedFigure(map.bytesOfPools()), groupedFigure(map.freeBytes()));
}

QString MapWords::block(const MapFigures& figures, const Reading& reading, const MapBlock& block) {
    const MemoryState& state = reading.state();
    QStringList lines;
    if (!block.object) {
        lines << (block.ofProgram ? tr("beside an object: items, a table or the like") : tr("beside an object of the interpreter"));
    } else if (!block.ofProgram) {
        lines << tr("%1, of the interpreter or a library").arg(ObjectText::brief(reading, block.object));
    } else {
        ObjectView view = state.object(block.object);
        QString brief = ObjectText::brief(reading, block.object);
        lines << (figures.isTaken(block.address) && view.madeAtLine ? tr("%1, made by line %2 just now").arg(brief).arg(view.madeAtLine)
                  : view.madeAtLine                                 ? tr("%1, made by line %2").arg(brief).arg(view.madeAtLine)
                                                                    : brief);
    }
    lines << tr("block %1, %2").arg(ObjectText::address(block.address), bytesOf(block.bytes));
    if (block.object && block.before) lines << tr("%1 bytes before it, for the collector and the allocator; then the object").arg(block.before);
    return lines.join(QLatin1Char('\n'));
}

QString MapWords::freeBlock(const MapFigures& figures, uint64_t address, uint64_t bytes) {
    QStringList lines{figures.isGiven(address) ? tr("given back by the line just run; it can be used again")
                                               : tr("free, or kept by a type for its next object")};
    if (const NextBlock* next = figures.next(address)) {
        const QString step = groupedFigure(next->step);
        lines << (next->step == figures.step ? tr("the run uses it next of its size: before the next step")
                                             : tr("the run uses it next of its size: after step %1").arg(step));
    }
    lines << tr("block %1, %2").arg(ObjectText::address(address), bytesOf(bytes));
    return lines.join(QLatin1Char('\n'));
}

QString MapWords::next(const MapFigures& figures) {
    if (figures.nextBlocks.empty()) return {};
    QStringList sizes;
    for (const NextBlock& next : figures.nextBlocks)
        if (next.step == figures.step) sizes << QString::number(next.blockBytes);
    const QString text = tr("Next: the free block of a size that the run uses first. Mostly it is the one that was given back last.");
    if (sizes.isEmpty()) return text;
    return text + QLatin1Char(' ') + tr("In this very step: that of %1 bytes.").arg(sizes.join(QStringLiteral(", ")));
}

QString MapWords::frame(const MapFigures& figures, qsizetype number) {
    const MapFrame& frame = figures.map.frames[size_t(number)];
    return tr("frame of %1: %2").arg(figures.frameNames[number], bytesOf(frame.bytes)) + QLatin1Char('\n') +
           tr("%1 bytes of head, %2 slots for names, %3 for the evaluation stack").arg(frame.head).arg(frame.slots).arg(frame.entries);
}

QString MapWords::summary(const MapFigures& figures) {
    QStringList parts = cost(figures);
    parts << calls(figures) << stack(figures);
    if (QString limit = bytesAtLimit(figures); !limit.isEmpty()) parts << limit;
    if (QString error = unwinding(figures); !error.isEmpty()) parts << error;
    if (QString text = next(figures); !text.isEmpty()) parts << text;
    if (figures.map.knowsHeap) parts << fragmentation(figures);
    return parts.join(QStringLiteral(". "));
}

}
