// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The colours of a GIF's frame: all that it has where a table holds them; else those that it has most of, and means of the others.

#include <QHash>
#include <QRgb>
#include <QVector>
#include <cstdint>

namespace memtape {

class GifColours {
public:
    static constexpr int most = 255; // one more means that what was there stays

    // The pixels that are to be drawn.
    explicit GifColours(const QVector<QRgb>& pixels);

    const QVector<QRgb>& table() const { return m_table; }
    int indexOf(QRgb colour) const { return m_index.value(colour); } // of a colour of those pixels

private:
    QVector<QRgb> m_table;
    QHash<QRgb, uint8_t> m_index;
};

}
