// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/status_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"

namespace memtape {

StatusLine::StatusLine(const Document& document, const Cursor& cursor, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 1, 12, 1);
    layout->setSpacing(6);
    auto label = [] {
        auto* text = new QLabel;
        text->setProperty("look", "quiet");
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return text;
    };
    m_facts = label();
    m_legend = label();
    m_legend->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto flat = [](const QString& text) {
        auto* button = new QToolButton;
        button->setProperty("look", "flat");
        button->setText(text);
        return button;
    };
    m_english = flat(QStringLiteral("English"));
    m_korean = flat(QStringLiteral("한국어"));
    m_scale = flat(QStringLiteral("100 %"));
    m_english->setCheckable(true);
    m_korean->setCheckable(true);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_legend);
    layout->addSpacing(12);
    layout->addWidget(m_english);
    layout->addWidget(m_korean);
    layout->addWidget(m_scale);
    connect(m_english, &QToolButton::clicked, this, [this] { Q_EMIT languageChosen(QStringLiteral("en")); });
    connect(m_korean, &QToolButton::clicked, this, [this] { Q_EMIT languageChosen(QStringLiteral("ko")); });
    connect(m_scale, &QToolButton::clicked, this, &StatusLine::textSizeReset);
    connect(&appearance, &Appearance::changed, this, &StatusLine::retranslate);
    retranslate();
}

void StatusLine::showFacts(const Picture& picture) {
    m_text = factsOf(picture);
    fitFacts();
}

QString StatusLine::factsOf(const Picture& picture) const {
    if (picture.cards.isEmpty()) return m_document.isRecording() ? tr("Recording…") : tr("Nothing recorded yet");
    QStringList facts{HappenedText::place(picture.info, m_cursor.stepCount())};
    facts.append(picture.calls == 1 ? tr("1 call deep") : tr("%1 calls deep").arg(picture.calls));
    QString bytes = ObjectText::bytes(picture.heapBytes);
    facts.append(picture.heapObjects == 1 ? tr("1 object, %1").arg(bytes) : tr("%1 objects, %2").arg(wholeFigure(picture.heapObjects), bytes));
    facts.append(picture.unreachableObjects == 0 ? tr("nothing unreachable")
                                                 : tr("%1 unreachable but alive").arg(wholeFigure(picture.unreachableObjects)));
    return facts.join(QStringLiteral("   \u00B7   "));
}

void StatusLine::fitFacts() {
    m_facts->setText(QFontMetrics(m_facts->font()).elidedText(m_text, Qt::ElideRight, std::max(40, m_facts->width())));
    m_facts->setToolTip(m_text);
    setAccessibleName(m_text);
}

void StatusLine::setLanguage(const QString& code) {
    m_english->setChecked(code != QStringLiteral("ko"));
    m_korean->setChecked(code == QStringLiteral("ko"));
}

void StatusLine::retranslate() {
    auto sign = [this](Ink ink, QChar glyph, const QString& text) {
        return QStringLiteral("<span style=\"color:%1\">%2</span> %3").arg(m_appearance[ink].name()).arg(glyph).arg(text);
    };
    m_legend->setText(QStringList{sign(Ink::Made, QChar(0x25B2), tr("made")), sign(Ink::Released, QChar(0x2715), tr("released")),
                                  sign(Ink::Error, QChar(0x25C6), tr("exception")), sign(Ink::Text, QChar(0x25A0), tr("output")),
                                  sign(Ink::Curve, QChar(0x25CB), tr("collection"))}
                          .join(QStringLiteral("&nbsp;&nbsp; ")));
    m_scale->setText(QStringLiteral("%1 %").arg(int(m_appearance.textScale() * 100 + 0.5)));
    m_scale->setToolTip(tr("Text size; click for 100 %"));
    m_scale->setAccessibleName(tr("Text size %1 percent").arg(int(m_appearance.textScale() * 100 + 0.5)));
    fitFacts();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_legend->setVisible(width() > m_appearance.scaled(1120));
    fitFacts();
}

}
