// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"

#include <algorithm>
#include <cmath>

namespace memtape {

namespace {

struct Row {
    const char* name;
    QRgb colours[3];
};

constexpr Row rows[] = {
#define INK(name, light, dark, print) {#name, {light, dark, print}},
#include "ui/style/palette.def"
#undef INK
};

constexpr QRgb inkMark = 0x010200; // no colour of the table is near it

double luminance(const QColor& colour) {
    auto linear = [](double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}

Palette Palette::ofInks() {
    Palette palette;
    palette.m_isOfInks = true;
    return palette;
}

QColor Palette::operator[](Ink ink) const { return QColor(m_isOfInks ? inkMark + QRgb(ink) : rows[size_t(ink)].colours[size_t(m_theme)]); }

std::optional<Ink> inkOf(const QColor& colour) {
    const QRgb number = (colour.rgb() & 0xFFFFFF) - inkMark;
    if (number >= QRgb(inkCount) || colour.alpha() != 255) return std::nullopt;
    return Ink(number);
}

const char* inkName(Ink ink) { return rows[size_t(ink)].name; }

double contrast(const QColor& a, const QColor& b) {
    double light = luminance(a), dark = luminance(b);
    if (light < dark) std::swap(light, dark);
    return (light + 0.05) / (dark + 0.05);
}

}
