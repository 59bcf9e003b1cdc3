// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The colours by what they mean, not by how they look. A palette is a column of palette.def.

#include <QColor>
#include <cstdint>
#include <optional>

namespace memtape {

enum class Ink : uint8_t {
#define INK(name, light, dark, print) name,
#include "ui/style/palette.def"
#undef INK
};

enum class Theme : uint8_t { Light, Dark, Print };

class Palette {
public:
    explicit Palette(Theme theme = Theme::Light) : m_theme(theme) {}
    Theme theme() const { return m_theme; }
    // Each ink has a colour that says no more than which ink it is (inkOf), for who writes down inks, not colours.
    static Palette ofInks();
    QColor operator[](Ink ink) const;
    bool isDark() const { return m_theme == Theme::Dark; }

private:
    Theme m_theme;
    bool m_isOfInks = false;
};

constexpr int inkCount = 0
#define INK(name, light, dark, print) +1
#include "ui/style/palette.def"
#undef INK
    ;
const char* inkName(Ink ink);
std::optional<Ink> inkOf(const QColor& colour); // of Palette::ofInks(); none: another colour

// The contrast of two colours by WCAG 2: from 1 (equal) to 21 (black on white).
double contrast(const QColor& a, const QColor& b);

}
