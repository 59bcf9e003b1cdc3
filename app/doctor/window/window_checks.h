// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The checks that need Qt: the display, the fonts, the settings' place.

#include <memory>

#include "app/doctor/finding.h"

class QApplication;

namespace memtape::doctor {

// Qt's version, and what it finds to open a window on. Forks, so the process has one thread yet and no Drawing. No display at all is no problem.
Finding lookAtDisplay();

// Qt without a display, as long as it lives; for the next two.
class Drawing {
public:
    Drawing();
    ~Drawing();
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

private:
    std::unique_ptr<QApplication> m_application;
};

Finding lookAtFonts();    // those that the window names, found or not, and what takes their place
Finding lookAtSettings(); // where they are, and whether they can be read and kept

}
