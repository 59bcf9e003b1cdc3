// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/files_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/figures.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"

namespace memtape {

FilesView::FilesView(Document& document, const Appearance& appearance, QWidget* parent) : QWidget(parent), m_document(document) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_about = new QLabel;
    m_about->setProperty("look", "quiet");
    m_about->setWordWrap(true);
    m_list = new QListWidget;
    m_save = new QToolButton;
    auto* row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    connect(m_list, &QListWidget::itemActivated, this, [this] { Q_EMIT saveRequested(m_list->currentRow()); });
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_list->currentRow()); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) { m_save->setEnabled(at >= 0); });
    connect(&document, &Document::recordingStarted, this, &FilesView::list);
    connect(&document, &Document::recordingFinished, this, &FilesView::list);
    connect(&document, &Document::programChanged, this, &FilesView::list);
    connect(&appearance, &Appearance::changed, this, &FilesView::retranslate);
    retranslate();
}

bool FilesView::isEmpty() const { return m_list->count() == 0; }

void FilesView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FilesView::retranslate() {
    m_about->setText(tr("The program wrote these files. They are kept in memory only, and the disk is as it was; save what you want to keep."));
    m_save->setText(tr("Save as…"));
    m_list->setAccessibleName(tr("Files that the program wrote"));
    list();
}

void FilesView::list() {
    m_list->clear();
    if (const auto& end = m_document.end())
        for (const ProgramFile& file : end->files) {
            QString size = file.content.size() == 1 ? tr("1 byte") : tr("%1 bytes").arg(wholeFigure(file.content.size()));
            m_list->addItem(QStringLiteral("%1   %2").arg(QString::fromStdString(file.path), size));
        }
    m_save->setEnabled(false);
    if (m_list->count()) m_list->setCurrentRow(0);
    Q_EMIT listed();
}

}
