// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_words.h"

#include <QCoreApplication>

#include "ui/style/text_language.h"

namespace memtape {

namespace {

// In the order of PageWord.
constexpr const char* texts[] = {
    QT_TRANSLATE_NOOP("memtape::Page", "English"), // the name of the language that this is translated to, in that language
    QT_TRANSLATE_NOOP("memtape::Page", "Language"),
    QT_TRANSLATE_NOOP("memtape::Page", "Program"),
    QT_TRANSLATE_NOOP("memtape::Page", "Printed so far"),
    QT_TRANSLATE_NOOP("memtape::Page", "nothing yet"),
    QT_TRANSLATE_NOOP("memtape::Page", "Call stack and heap; what happened is told below in words"),
    QT_TRANSLATE_NOOP("memtape::Page", "Call stack"),
    QT_TRANSLATE_NOOP("memtape::Page", "Heap"),
    QT_TRANSLATE_NOOP("memtape::Page", "What happened"),
    QT_TRANSLATE_NOOP("memtape::Page", "Click the object in the picture."),
    QT_TRANSLATE_NOOP("memtape::Page", "Not that. Try once more."),
    QT_TRANSLATE_NOOP("memtape::Page", "Drag from a dot to an object, or choose its letter below."),
    QT_TRANSLATE_NOOP("memtape::Page", "Check"),
    QT_TRANSLATE_NOOP("memtape::Page", "Show"),
    QT_TRANSLATE_NOOP("memtape::Page", "Not yet: ✕ leads elsewhere, ? is missing. Change it, and check once more."),
    QT_TRANSLATE_NOOP("memtape::Page", "Moving through the run"),
    QT_TRANSLATE_NOOP("memtape::Page", "First step"),
    QT_TRANSLATE_NOOP("memtape::Page", "Back"),
    QT_TRANSLATE_NOOP("memtape::Page", "Step"),
    QT_TRANSLATE_NOOP("memtape::Page", "Last step"),
    QT_TRANSLATE_NOOP("memtape::Page", "Play"),
    QT_TRANSLATE_NOOP("memtape::Page", "Step to show"),
    QT_TRANSLATE_NOOP("memtape::Page", "← → step, Home and End, Space plays"),
    QT_TRANSLATE_NOOP("memtape::Page", "made with Memtape"),
};

}

QString pageWord(PageWord word, const QString& language) {
    const TextLanguageScope scope(language);
    return QCoreApplication::translate("memtape::Page", texts[size_t(word)]);
}

QString tooManySteps(uint64_t steps, uint64_t most, double bytes) {
    return QCoreApplication::translate("memtape::Page", "A page of %1 steps would have about %2 MB; choose a range of up to %3 (--range A:B).")
        .arg(steps)
        .arg(bytes / 1e6, 0, 'f', 0)
        .arg(most);
}

}
