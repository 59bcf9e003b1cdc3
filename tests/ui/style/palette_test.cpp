// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "ui/style/palette.h"

using namespace memtape;

namespace {

void atLeast(double wanted, Theme theme, Ink front, std::initializer_list<Ink> grounds) {
    Palette palette(theme);
    for (Ink ground : grounds) {
        INFO("theme " << int(theme) << ": " << inkName(front) << " on " << inkName(ground) << " has " << contrast(palette[front], palette[ground]));
        CHECK(contrast(palette[front], palette[ground]) >= wanted);
    }
}

}

TEST_CASE("text has a contrast of at least 4.5 in every theme", "[palette]") {
    for (Theme theme : {Theme::Light, Theme::Dark, Theme::Print}) {
        atLeast(4.5, theme, Ink::Text,
                {Ink::Window, Ink::Panel, Ink::Stack, Ink::Heap, Ink::Box, Ink::Chip, Ink::AccentSoft, Ink::ChangedSoft, Ink::MadeSoft,
                 Ink::ErrorSoft, Ink::LineBand, Ink::CurveFill});
        atLeast(4.5, theme, Ink::QuietText, {Ink::Window, Ink::Panel, Ink::Stack, Ink::Heap, Ink::Box, Ink::Chip, Ink::LineBand});
        atLeast(4.5, theme, Ink::OnAccent, {Ink::Accent});
        atLeast(4.5, theme, Ink::Accent, {Ink::Panel, Ink::Box});
        atLeast(4.5, theme, Ink::Changed, {Ink::Box, Ink::ChangedSoft});
        atLeast(4.5, theme, Ink::Error, {Ink::Panel, Ink::Box, Ink::ErrorSoft});
        for (Ink ink : {Ink::Keyword, Ink::Definition, Ink::String, Ink::Number, Ink::Comment}) atLeast(4.5, theme, ink, {Ink::Panel, Ink::LineBand});
    }
}

TEST_CASE("edges, arrows and marks have a contrast of at least 3 in every theme", "[palette]") {
    for (Theme theme : {Theme::Light, Theme::Dark, Theme::Print}) {
        atLeast(3, theme, Ink::Edge, {Ink::Panel, Ink::Box, Ink::Heap, Ink::Stack, Ink::Window, Ink::Chip});
        atLeast(3, theme, Ink::Arrow, {Ink::Box, Ink::Heap, Ink::Stack});
        for (Ink ink : {Ink::Accent, Ink::Changed, Ink::Made, Ink::Released}) atLeast(3, theme, ink, {Ink::Box, Ink::Heap, Ink::Stack, Ink::Panel});
        atLeast(3, theme, Ink::Curve, {Ink::Panel, Ink::CurveFill});
    }
}
