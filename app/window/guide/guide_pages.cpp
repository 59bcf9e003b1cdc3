// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide_pages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QWidget>

#include "app/window/tab_stack.h"
#include "app/window/view_registry.h"
#include "ui/export/export_panel.h"
#include "ui/views/limits_panel.h"

namespace memtape {

namespace {

// Of what is no view by itself.
const struct {
    const QMetaObject* part;
    const char* page;
} panels[] = {
    {&ExportPanel::staticMetaObject, "14-pictures-and-pages"},
    {&LimitsPanel::staticMetaObject, "18-when-something-goes-wrong"},
};

const char* pageOf(const QWidget& part) {
    for (const ViewRow& row : viewRegistry())
        if (part.metaObject()->inherits(row.view)) return row.guidePage;
    for (const auto& row : panels)
        if (part.metaObject()->inherits(row.part)) return row.page;
    return nullptr;
}

}

QString firstGuidePage() { return QStringLiteral("01-first-steps"); }

QString basisPage() { return QStringLiteral("16-language-cpython-model"); }

QString guidePageOf(const QWidget* focused) {
    for (const QWidget* widget = focused; widget; widget = widget->parentWidget()) {
        const char* page = pageOf(*widget);
        const auto* tabs = qobject_cast<const TabStack*>(widget);
        if (!page && tabs && tabs->currentPage()) page = pageOf(*tabs->currentPage()); // a tab has the focus, and not what is behind it
        if (page) return QString::fromLatin1(page);
    }
    return firstGuidePage();
}

QStringList guideFolders() {
    const QString here = QCoreApplication::applicationDirPath();
    return {here + QStringLiteral("/guide"), here + QStringLiteral("/../share/doc/memtape/guide")};
}

QUrl guideAddress(const QString& page, const QString& language, const QStringList& folders) {
    for (const QString& folder : folders) {
        const QFileInfo file(folder + QLatin1Char('/') + language + QLatin1Char('/') + page + QStringLiteral(".html"));
        if (file.isFile()) return QUrl::fromLocalFile(file.absoluteFilePath());
    }
    return {};
}

}
