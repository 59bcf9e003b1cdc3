// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/limits.h"

#include <QCoreApplication>
#include <QLocale>

#include <unistd.h>

#include <algorithm>

namespace memtape {

namespace {

constexpr quint64 MiB = quint64{1} << 20, GiB = quint64{1} << 30;

// What lies in memory takes no more than there is.
quint64 machineMemory() {
    const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? quint64(pages) * quint64(size) : 4 * GiB;
}

}

const std::array<LimitRow, limitCount>& limitTable() {
    static const std::array<LimitRow, limitCount> rows = {{
        {Limit::Steps, "steps", false, 10'000'000, 1, 1'000'000'000'000, 10, QT_TRANSLATE_NOOP("memtape::Limits", "Steps"),
         QT_TRANSLATE_NOOP("memtape::Limits", "Ends a program that would never end by itself, such as an endless loop.")},
        {Limit::Heap, "heap", true, 1 * GiB, 1 * MiB, 64 * GiB, 2, QT_TRANSLATE_NOOP("memtape::Limits", "Heap"),
         QT_TRANSLATE_NOOP("memtape::Limits", "Ends a program whose objects would fill this computer's memory.")},
        {Limit::Tape, "tape", true, 2 * GiB, 1 * MiB, 64 * GiB, 2, QT_TRANSLATE_NOOP("memtape::Limits", "Recording"),
         QT_TRANSLATE_NOOP("memtape::Limits", "What the recording itself may take in memory: each step adds a few bytes to it.")},
        {Limit::Scratch, "scratch", true, 256 * MiB, 0, 64 * GiB, 4, QT_TRANSLATE_NOOP("memtape::Limits", "Files of the program"),
         QT_TRANSLATE_NOOP("memtape::Limits", "What a program writes lies in memory; beyond this it is told that the disk is full.")},
        {Limit::Output, "output", true, 64 * MiB, 0, 64 * GiB, 4, QT_TRANSLATE_NOOP("memtape::Limits", "Output"),
         QT_TRANSLATE_NOOP("memtape::Limits", "Ends a program that prints more than anybody reads.")},
    }};
    return rows;
}

Limits::Limits() {
    for (const LimitRow& row : limitTable()) m_values[size_t(row.limit)] = std::min(row.usual, mostOf(row.limit));
}

void Limits::set(Limit limit, quint64 value) { m_values[size_t(limit)] = std::clamp(value, limitTable()[size_t(limit)].least, mostOf(limit)); }

std::optional<quint64> Limits::raised(Limit limit) const {
    const quint64 now = (*this)[limit], most = mostOf(limit), factor = limitTable()[size_t(limit)].factor;
    if (now >= most) return std::nullopt;
    return std::min(most, now ? now * factor : 16 * MiB);
}

quint64 Limits::mostOf(Limit limit) {
    const LimitRow& row = limitTable()[size_t(limit)];
    return row.isBytes ? std::min(row.most, std::max(row.least, machineMemory() / MiB * MiB)) : row.most;
}

QString Limits::title(Limit limit) { return QCoreApplication::translate("memtape::Limits", limitTable()[size_t(limit)].title); }
QString Limits::purpose(Limit limit) { return QCoreApplication::translate("memtape::Limits", limitTable()[size_t(limit)].purpose); }

QString Limits::text(Limit limit, quint64 value) {
    if (limitTable()[size_t(limit)].isBytes) {
        if (value >= GiB && value % GiB == 0) return QString::number(value / GiB) + QStringLiteral("\u00A0GiB");
        if (value % MiB == 0) return QString::number(value / MiB) + QStringLiteral("\u00A0MiB");
        return QLocale::c().formattedDataSize(qint64(value), 2, QLocale::DataSizeIecFormat);
    }
    QString digits = QString::number(value);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QChar(0xA0));
    return digits;
}

}
