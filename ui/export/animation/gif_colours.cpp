// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation/gif_colours.h"

#include <algorithm>

namespace memtape {

namespace {

constexpr int kept = 128; // colours that stay what they are: the grounds, lines and letters; what is between those is a matter of edges

struct Counted {
    QRgb colour;
    qint64 count;
};
using Colours = QVector<Counted>;

int channel(QRgb colour, int which) { return (colour >> (8 * which)) & 0xFF; }

// The colours most of which are drawn come first.
Colours countedOf(QVector<QRgb> pixels) {
    std::sort(pixels.begin(), pixels.end());
    Colours all;
    for (QRgb pixel : pixels)
        if (all.isEmpty() || all.last().colour != pixel) all.append({pixel, 1});
        else ++all.last().count;
    std::stable_sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.count > b.count; });
    return all;
}

// Neighbours in the space of colours, to be drawn as one.
struct Group {
    Colours colours;
    int widest = 0, width = 0; // the channel in which they differ most, and by how much

    explicit Group(Colours of) : colours(std::move(of)) {
        for (int which = 0; which < 3; ++which) {
            int least = 255, greatest = 0;
            for (const Counted& each : colours) {
                least = std::min(least, channel(each.colour, which));
                greatest = std::max(greatest, channel(each.colour, which));
            }
            if (greatest - least > width) {
                width = greatest - least;
                widest = which;
            }
        }
    }
    Group split() {
        std::sort(colours.begin(), colours.end(), [this](const Counted& a, const Counted& b) {
            const int first = channel(a.colour, widest), second = channel(b.colour, widest);
            return first != second ? first < second : a.colour < b.colour;
        });
        const Colours upper = colours.mid(colours.size() / 2);
        *this = Group(colours.first(colours.size() / 2));
        return Group(upper);
    }
    QRgb mean() const {
        qint64 sums[3] = {}, count = 0;
        for (const Counted& each : colours) {
            for (int which = 0; which < 3; ++which) sums[which] += each.count * channel(each.colour, which);
            count += each.count;
        }
        auto of = [&](int which) { return int((sums[which] + count / 2) / count); };
        return qRgb(of(2), of(1), of(0));
    }
};

}

GifColours::GifColours(const QVector<QRgb>& pixels) {
    const Colours all = countedOf(pixels);
    auto draw = [this](const Colours& colours, QRgb as) {
        for (const Counted& each : colours) m_index.insert(each.colour, uint8_t(m_table.size()));
        m_table.append(as);
    };
    if (all.size() <= most) {
        for (const Counted& each : all) draw({each}, each.colour);
        return;
    }
    for (const Counted& each : all.first(kept)) draw({each}, each.colour);
    QVector<Group> groups{Group(all.mid(kept))};
    while (groups.size() < most - kept) {
        const auto widest = std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.width < b.width; });
        if (widest->width == 0) break;
        const Group upper = widest->split();
        groups.append(upper);
    }
    for (const Group& group : groups) draw(group.colours, group.mean());
}

}
