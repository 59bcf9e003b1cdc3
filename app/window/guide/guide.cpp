// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide.h"

#include <QAction>
#include <QApplication>

#include "app/window/guide/guide_pages.h"
#include "app/window/messages.h"
#include "app/window/window_language.h"
#include "app/window/workbench.h"
#include "ui/state/settings.h"

namespace memtape {

Guide::Guide(Workbench& bench, Messages& messages, const WindowLanguage& language, const QStringList& folders, Opener opener)
    : m_bench(bench),
      m_messages(messages),
      m_language(language),
      m_folders(folders),
      m_opener(std::move(opener)) {
    bench.actions.on(ActionId::Guide, this, [this] { open(guidePageOf(QApplication::focusWidget())); });
}

void Guide::open(const QString& page) {
    m_points = false;
    m_messages.questions().withdraw(QStringLiteral("guide"));
    const QUrl address = guideAddress(page, m_language.code(), m_folders);
    if (address.isEmpty()) m_bench.actions[ActionId::Keys]->trigger(); // it is not there
    else if (!m_opener(address)) m_messages.problem(tr("No browser opens the guide. It is here: %1").arg(address.toLocalFile()));
}

void Guide::openBasis() {
    const QUrl address = guideAddress(basisPage(), m_language.code(), m_folders);
    if (address.isEmpty() || !m_opener(address)) m_messages.hint(tr("The guide is not installed; docs/memory-model.md has what each fact rests on."));
}

void Guide::pointOnce() {
    if (m_bench.settings.guideTold() || guideAddress(firstGuidePage(), m_language.code(), m_folders).isEmpty()) return;
    m_bench.settings.setGuideTold(true);
    point();
}

void Guide::point() {
    m_points = true;
    m_messages.questions().ask(QStringLiteral("guide"), MessageBar::Tone::Hint,
                               tr("The guide explains what you see here. F1 opens it, on what has the focus."),
                               {{tr("Open the guide"), [this] { open(firstGuidePage()); }}}, [this] { m_points = false; });
}

void Guide::retranslate() {
    if (m_points) point();
}

}
