// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/closing_page.h"

#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/appearance.h"

namespace memtape {

ClosingPage::ClosingPage(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_browser = new QTextBrowser;
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    m_browser->setTabChangesFocus(true);
    m_back = new QToolButton;
    m_back->setProperty("look", "link");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 6, 0);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addWidget(m_browser, 1);
    setFocusProxy(m_browser);
    connect(m_back, &QToolButton::clicked, this, &ClosingPage::closed);
    connect(&appearance, &Appearance::changed, this, &ClosingPage::refresh);
    refresh();
}

void ClosingPage::setLanguage(const QString& language) {
    m_language = language;
    refresh();
}

QString ClosingPage::text() const { return m_browser->toPlainText(); }

void ClosingPage::refresh() {
    m_back->setText(tr("All lessons"));
    m_browser->setAccessibleName(tr("What the article simplifies"));
    QFile file(QStringLiteral(":/lessons/closing/%1.md").arg(m_language));
    if (!file.exists()) file.setFileName(QStringLiteral(":/lessons/closing/en.md"));
    if (!file.open(QIODevice::ReadOnly)) return;
    QTextDocument& document = *m_browser->document();
    document.setDefaultFont(m_appearance.interface(13.5));
    document.setMarkdown(QString::fromUtf8(file.readAll()));
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setBorderBrush(m_appearance[Ink::Hairline]);
        format.setBorderCollapse(true);
        format.setCellPadding(m_appearance.scaled(6));
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
        table->setFormat(format);
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (cursor.currentTable()) continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(m_appearance.scaled(format.headingLevel() > 2 ? 16 : 0));
        format.setBottomMargin(m_appearance.scaled(7));
        cursor.setBlockFormat(format);
    }
    m_browser->moveCursor(QTextCursor::Start);
}

void ClosingPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) Q_EMIT closed();
    else QWidget::keyPressEvent(event);
}

void ClosingPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}
